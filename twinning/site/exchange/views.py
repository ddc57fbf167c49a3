"""The pages of the exchange. The admin's site calls them, rights to enter already checked."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twinning.site.desk.worker import Worker
from twinning.site.exchange.forms import ExportForm, UploadForm
from twinning.site.exchange.presentation import message_of, shown_lines
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.review import Review, review_of
from twinning.site.exchange.selection import Selection
from twinning.site.exchange.taking import ReviewOutdatedError, take_over
from twinning.site.models import Delivery
from twinning.translation.exchange.files import Format, read, write
from twinning.translation.exchange.unit import Unit

LINES_ON_A_PAGE = 100


def exchange(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Both ways on one page; sending a file in leads to its preview."""
    reach = _reach(request, site)
    upload = UploadForm(request.POST or None, request.FILES or None, prefix="in", label_suffix="")
    if request.method == "POST" and upload.is_valid():
        delivery = _keep(request, upload)
        return redirect("admin:exchange_preview", delivery.pk)
    return _page(request, site, ExportForm(reach), upload)


def export(request: HttpRequest, site: AdminSite) -> HttpResponse:
    reach = _reach(request, site)
    form = ExportForm(reach, request.GET)
    if not form.is_valid():
        return _page(request, site, form, UploadForm(prefix="in", label_suffix=""))
    units = list(form.selection.units(reach))
    if not units:
        messages.info(request, _("There are no such texts: nothing to translate."))
        return redirect("admin:exchange")
    try:
        return _file(units, form.selection, form.file_format, form.file_name)
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, site, form, UploadForm(prefix="in", label_suffix=""))


def preview(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """What the file would change. It takes over what was looked at, when that is sent back."""
    reach = _reach(request, site)
    delivery = get_object_or_404(Delivery.objects.by(request.user), pk=pk)  # type: ignore[arg-type]
    parcel = read(delivery.content.encode())
    options = {"unfinished": delivery.takes_unfinished}
    if request.method != "POST":
        review = review_of(parcel, delivery.language, reach, **options)
        return _preview(request, site, delivery, review)
    try:
        review = take_over(
            parcel,
            delivery.language,
            reach,
            agreed=request.POST.get("agreed", ""),
            comment=_("Translations from the file %(name)s") % {"name": delivery.name},
            **options,
        )
    except ReviewOutdatedError as outdated:
        return _preview(request, site, delivery, outdated.review, is_outdated=True)
    messages.success(request, message_of(review))
    return redirect("admin:exchange_preview", delivery.pk)


@require_POST
def discard(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    get_object_or_404(Delivery.objects.by(request.user), pk=pk).delete()  # type: ignore[arg-type]
    messages.success(request, _("The file is discarded. Nothing of it was taken over just now."))
    return redirect("admin:exchange")


def may_exchange(request: HttpRequest, site: AdminSite) -> bool:
    return bool(Reach(Worker.of(request, site)).kinds())


def _reach(request: HttpRequest, site: AdminSite) -> Reach:
    reach = Reach(Worker.of(request, site))
    if not reach.kinds():
        raise PermissionDenied
    return reach


def _keep(request: HttpRequest, form: UploadForm) -> Delivery:
    Delivery.objects.forgotten().delete()
    chosen = form.cleaned_data
    return Delivery.objects.create(
        user=request.user,  # type: ignore[misc]
        name=chosen["file"].name[:200],
        language=chosen["language"],
        takes_unfinished=chosen["takes_unfinished"],
        content=form.parcel.text,
    )


def _file(units: list[Unit], selection: Selection, form: Format, name: str) -> HttpResponse:
    data = write(units, form, source=selection.source, target=selection.language)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=form.media_type, headers=headers)


def _page(
    request: HttpRequest, site: AdminSite, form: ExportForm, upload: UploadForm
) -> HttpResponse:
    deliveries = Delivery.objects.by(request.user).newest_first()  # type: ignore[arg-type]
    context = {
        **site.each_context(request),
        "title": _("Files for translators"),
        "export": form,
        "upload": upload,
        "deliveries": deliveries.defer("content")[:5],
    }
    is_refused = (form.is_bound and not form.is_valid()) or (upload.is_bound and upload.errors)
    status = HTTPStatus.BAD_REQUEST if is_refused else HTTPStatus.OK
    return TemplateResponse(request, "admin/exchange/index.html", context, status=status)


def _preview(
    request: HttpRequest,
    site: AdminSite,
    delivery: Delivery,
    review: Review,
    *,
    is_outdated: bool = False,
) -> HttpResponse:
    lines = [line for line in review.lines if line.verdict.value != "unchanged"]
    lines.sort(key=lambda line: line.verdict.value)  # refused ones first
    page: Any = Paginator(lines, LINES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        **site.each_context(request),
        "title": _("Preview: %(name)s") % {"name": delivery.name},
        "delivery": delivery,
        "review": review,
        "source_language": settings.LANGUAGE_CODE,
        "page": page,
        "lines": shown_lines(page.object_list),
        "is_outdated": is_outdated,
    }
    status = HTTPStatus.CONFLICT if is_outdated else HTTPStatus.OK
    return TemplateResponse(request, "admin/exchange/preview.html", context, status=status)
