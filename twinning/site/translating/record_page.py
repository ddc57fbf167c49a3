"""The page of one record: opened, saved, saved with the next one, refused."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.admin.exceptions import NotRegistered
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from js_asset import Media

from twinning.publishing.models import Versioned
from twinning.publishing.models.with_parts import with_parts
from twinning.publishing.presence import others_at_work
from twinning.site.desk.row import noun_of, page_of
from twinning.site.translating.addresses import sheet_url
from twinning.site.translating.choice import Choice, translator_users
from twinning.site.translating.form import AssignmentForm, SheetForm, digest_at_opening
from twinning.site.translating.keeping import keep
from twinning.site.translating.pages import filters_of, worker_of
from twinning.site.translating.queue import Queue
from twinning.site.translating.sheet import Sheet
from twinning.translation.coverage import other_languages

if TYPE_CHECKING:  # it registers pages with the site that is being made
    from twinning.publishing.admin.record import RecordAdmin


def translate_record(
    request: HttpRequest, site: AdminSite, code: str, app: str, model: str, key: int
) -> HttpResponse:
    admin = _admin_of(site, code, app, model)
    with transaction.atomic():
        page = RecordPage(request, site, admin, code, key)
        return page.answer()


def _admin_of(site: AdminSite, code: str, app: str, model: str) -> "RecordAdmin":
    try:
        kind = apps.get_model(app, model)
        admin: Any = site.get_model_admin(kind)
    except (LookupError, NotRegistered) as error:
        raise Http404 from error
    if code not in other_languages() or not issubclass(kind, Versioned):
        raise Http404
    record_admin: RecordAdmin = admin
    return record_admin


class RecordPage:
    def __init__(
        self, request: HttpRequest, site: AdminSite, admin: "RecordAdmin", code: str, key: int
    ) -> None:
        self.request, self.site, self.admin, self.code = request, site, admin, code
        self.worker = worker_of(request, site)
        self.whole = self._fetched(key)
        self.may_write = may_write(admin, request, self.whole)
        self.sheet = Sheet.of(self.whole, code)

    def _fetched(self, key: int) -> Any:
        """The record with its parts; locked where it is about to be saved."""
        model = self.admin.model
        if self.request.method == "POST":
            list(model._base_manager.select_for_update().filter(pk=key).values_list("pk"))
        whole = with_parts(model._default_manager.filter(pk=key)).first()
        if whole is None:
            raise Http404
        if not self.admin.has_view_or_change_permission(self.request, whole):
            raise PermissionDenied
        return whole

    def answer(self) -> HttpResponse:
        form = SheetForm(self.sheet, self.admin, self.request, may_write=self.may_write)
        if self.request.method != "POST":
            return self._page(form)
        if not self.may_write:
            raise PermissionDenied
        if "_assign" in self.request.POST:
            return self._assigned(form)
        if not form.is_valid():
            return self._page(form)
        if choice := self.request.POST.get("take"):
            form.take_over(choice)
            return self._page(form)
        if self._is_stale(form):
            return self._conflict(form)
        return self._saved(form)

    def _is_stale(self, form: SheetForm) -> bool:
        known = (self.request.POST.get(name) for name in ("version", "overwrite"))
        return str(self.whole.version) not in known and bool(form.touched() or form.confirmed())

    def _conflict(self, form: SheetForm) -> HttpResponse:
        meanwhile = form.changed_meanwhile()
        form.refresh()
        text = _(
            "Nothing was saved: somebody else has changed this record since you opened it. Your "
            "texts are still below, beside what stands there now; saving again keeps yours."
        )
        return self._page(form, refused=[text], meanwhile=meanwhile, status=HTTPStatus.CONFLICT)

    def _saved(self, form: SheetForm) -> HttpResponse:
        goes_on = "_next" in self.request.POST
        # Asked before saving: afterwards this record may have left the queue.
        queue = Queue(self.worker, Choice(self.worker, self._filters_with_language()))
        following = queue.after(self.whole) if goes_on else None
        try:
            with transaction.atomic():
                is_new = keep(form, self.request.user)
        except ValidationError as error:
            return self._page(form, refused=error.messages)
        if is_new:
            text = _("The translation of “%(record)s” is saved.") % {"record": self.whole}
            messages.success(self.request, text)
        return redirect(self._address_after(goes_on, following))

    def _filters_with_language(self) -> Any:
        data = self.request.GET.copy()
        data["language"] = self.code
        return data

    def _address_after(self, goes_on: bool, following: tuple[str, Any] | None) -> str:
        filters = filters_of(self.request)
        if not goes_on:
            return self.request.get_full_path()
        if following is not None:
            return sheet_url(*following, self.code, filters)
        messages.info(self.request, _("That was the last one."))
        queue = reverse("admin:translating")
        return f"{queue}?{filters}" if filters else queue

    def _assigned(self, form: SheetForm) -> HttpResponse:
        assignment = AssignmentForm(self.sheet, translator_users(), self.request.POST)
        if not assignment.is_valid():
            return self._page(form, assignment=assignment)
        assignment.save()
        messages.success(self.request, _("It is noted who translates this record."))
        return redirect(self.request.get_full_path())

    def _page(
        self,
        form: SheetForm,
        *,
        refused: Any = (),
        meanwhile: dict[str, str] | None = None,
        assignment: AssignmentForm | None = None,
        status: int = HTTPStatus.OK,
    ) -> HttpResponse:
        entries = self.sheet.entries(form, meanwhile or {})
        stale = status == HTTPStatus.CONFLICT
        nonce = str(getattr(self.request, "csp_nonce", ""))
        context = {
            **self.site.each_context(self.request),
            "title": _("Translation: %(record)s") % {"record": self.whole},
            "form": form,
            "entries": [self._told(entry, form, is_stale=stale) for entry in entries],
            "refused": refused,
            "overwrite": self.whole.version if stale else "",
            "version": form.posted.get("version") if form.posted else self.whole.version,
            "dates": self.sheet.dates(),
            "others": others_at_work(self.whole, self.request.user),
            "assignment": assignment or AssignmentForm(self.sheet, translator_users()),
            "may_write": self.may_write,
            "record_url": page_of(type(self.whole), self.whole.pk),
            "kind": noun_of(type(self.whole)) or self.whole._meta.verbose_name,
            "source_language": settings.LANGUAGE_CODE,
            "target_language": self.code,
            "source_name": str(dict(settings.LANGUAGES)[settings.LANGUAGE_CODE]),
            "target_name": str(dict(settings.LANGUAGES)[self.code]),
            "filters": filters_of(self.request),
            "media": Media.from_media(form.media, nonce=nonce),
        }
        template = "admin/translating/record.html"
        return TemplateResponse(self.request, template, context, status=status)

    def _told(self, entry: Any, form: SheetForm, *, is_stale: bool) -> dict[str, Any]:
        """An entry with what the form must remember of it: what its user has seen there."""
        opened = form.opened_with(entry.name)
        is_new = is_stale or form.posted is None or not opened
        return {"entry": entry, "was": digest_at_opening(entry.state) if is_new else opened}


def may_write(admin: "RecordAdmin", request: HttpRequest, whole: Any) -> bool:
    """Who translates writes at once; who edits, where they may change the record themselves.

    An editor's change of what is published goes by way of a working copy, in the form.
    """
    if admin.may_stage(request, whole):
        return admin.may_change(request, whole)
    return admin.may_translate(request, whole)
