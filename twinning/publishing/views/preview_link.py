from http import HTTPStatus
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from twinning.publishing.models import PreviewLink
from twinning.publishing.pages import language_links
from twinning.publishing.previewing import NothingToShowError, Subject

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


class ClosedError(Exception):
    """The link leads nowhere any more."""


@require_safe
def preview_link(request: HttpRequest, token: str) -> HttpResponse:
    """One unpublished page, for whoever has the link to it; nothing else of the admin shows."""
    link = PreviewLink.objects.at_token(token).select_related("maker", "content_type").first()
    if link is None:
        return _closed(request, HTTPStatus.NOT_FOUND, _("There is no preview at this address."))
    try:
        page = _page(request, link, token)
    except ClosedError as error:
        return _closed(request, HTTPStatus.GONE, str(error))
    except NothingToShowError:
        text = _("The page is being worked on and can’t be shown just now. Try again later.")
        return _closed(request, HTTPStatus.CONFLICT, text)
    if request.method == "GET":
        link.note_opening()
    return HttpResponse(page, headers=HEADERS)


def _page(request: HttpRequest, link: PreviewLink, token: str) -> bytes:
    _check_it_works(link)
    subject = _subject_of(link)
    page = _admin_page(link)
    if not page.may_share_as(link.maker, subject):
        raise ClosedError(_("This preview has been withdrawn."))
    context = {
        "preview": {"is_public": subject.is_public, "until": link.expires_at},
        "canonical_url": "",
        "printed_url": "",
        "alternates": [],
        "language_switch": language_links(lambda: reverse("preview_link", args=[token])),
    }
    try:
        shown: bytes = page.page_of(request, subject, get_language(), context)
    except PermissionDenied as error:
        raise ClosedError(_("This preview has been withdrawn.")) from error
    return shown


def _check_it_works(link: PreviewLink) -> None:
    if link.withdrawn_at is not None:
        raise ClosedError(_("This preview has been withdrawn."))
    if not link.is_working:
        raise ClosedError(_("The time in which this preview could be opened is over."))


def _subject_of(link: PreviewLink) -> Subject:
    record, copy = link.record, link.copy
    is_gone = link.object_id is not None and record is None
    if is_gone or (link.copy_key is not None and copy is None):
        raise ClosedError(_("What this preview showed has been published, discarded or deleted."))
    return Subject(record, copy)


def _admin_page(link: PreviewLink) -> Any:
    model = link.content_type.model_class()
    if model is None or not admin.site.is_registered(model):
        raise ClosedError(_("This preview has been withdrawn."))
    return admin.site.get_model_admin(model)


def _closed(request: HttpRequest, status: HTTPStatus, reason: str) -> HttpResponse:
    context = {"reason": reason}
    return TemplateResponse(
        request, "publishing/preview_closed.html", context, status=status, headers=HEADERS
    )
