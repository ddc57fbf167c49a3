from http import HTTPStatus
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import connections, router, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _
from js_asset import Media

from twinning.publishing.admin.addresses import AddressPages
from twinning.publishing.admin.buttons import KEEP, MERGE, PREVIEW, Button, buttons_for
from twinning.publishing.admin.conflicts import Conflicts
from twinning.publishing.admin.finding import Finding
from twinning.publishing.admin.history import HistoryPages
from twinning.publishing.admin.reading import to_read
from twinning.publishing.admin.sharing import Sharing
from twinning.publishing.admin.uses import Uses
from twinning.publishing.forms import VersionedForm, changed_by
from twinning.publishing.history import record_action, record_deletion
from twinning.publishing.lifecycle import Step
from twinning.publishing.models import Action, WorkingCopy
from twinning.publishing.presence import others_at_work
from twinning.publishing.signals import form_saved
from twinning.publishing.working_copies import drop_finished, keep


class RecordAdmin(HistoryPages, Finding, AddressPages, Uses, Sharing, Conflicts):
    """The admin page of a record with a version, working copies and a log."""

    form = VersionedForm
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> Any:
        queryset = super().get_queryset(request)
        if isinstance(self.list_select_related, list | tuple):
            queryset = queryset.select_related(*self.list_select_related)
        return queryset

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.locked = frozenset(self.locked_fields(request, obj, set(form.base_fields)))
        form.was_deleted = getattr(request, "record_was_deleted", False)
        form.step, form.comment = self._step(request, obj), self.comment(request)
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (name, {**options, "fields": [to_read(self.model, row) for row in options["fields"]]})
            for name, options in fieldsets
        ]

    def step_of(self, request: HttpRequest, obj: Any) -> Step | None:
        """The step in the record's life that the pressed button takes besides saving."""
        return None

    def _step(self, request: HttpRequest, obj: Any) -> Step | None:
        """Decided once, by what the record was before it is saved."""
        known = request.__dict__
        if "_step" not in known:
            is_popup = IS_POPUP_VAR in request.POST
            known["_step"] = None if is_popup else self.step_of(request, obj)
        step: Step | None = known["_step"]
        return step

    def comment(self, request: HttpRequest) -> str:
        """What the user says about the change."""
        return request.POST.get("comment", "").replace("\0", "").strip()

    # Saving

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """The record; where it is about to be saved, fetched once and locked until that is done."""
        database = router.db_for_write(self.model)
        if request.method != "POST" or not connections[database].in_atomic_block:
            return super().get_object(request, object_id, from_field)
        known = request.__dict__.setdefault("_locked_records", {})
        if (self.model, object_id) not in known:
            self._lock(object_id, database)
            known[self.model, object_id] = super().get_object(request, object_id, from_field)
        return known[self.model, object_id]

    def _lock(self, object_id: str, database: str) -> None:
        if connections[database].features.has_select_for_update:
            records = self.model._default_manager.using(database).select_for_update()
            list(records.filter(pk=object_id).values_list("pk"))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            obj.version += 1
        if form.step is not None:
            obj.status = form.step.target
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form_saved.send(
            self.model,
            whole=self.whole_of(form.instance),
            saved=changed_by(form, formsets),
            minor="minor_edit" in request.POST,
        )

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if request.method != "POST" or IS_POPUP_VAR in request.POST:
            self._check_popup(request, object_id)
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            obj = self.get_object(request, unquote(object_id)) if object_id else None
            if object_id and obj is None:
                return self.deleted_meanwhile(request, object_id, extra_context)
            answer = self._answer_without_saving(request, obj)
            if answer is None:
                answer = super().changeform_view(request, object_id, form_url, extra_context)
                self._keep_what_was_refused(request, obj, answer)
            return answer

    def _check_popup(self, request: HttpRequest, object_id: str | None) -> None:
        """A small window saves at once or not at all: it keeps no working copy."""
        if request.method == "POST" and object_id:
            obj = self.get_object(request, unquote(object_id))
            if obj is not None and self._is_staged(request, obj):
                raise PermissionDenied

    def _answer_without_saving(self, request: HttpRequest, obj: Any) -> HttpResponse | None:
        """The answer to a form that is only kept; None where it is to be saved."""
        if not self.may_keep(request, obj):
            return None
        if MERGE in request.POST:
            return self.merge_and_return(request, obj)
        if self.copy_of_another_tab(request, obj) is not None:
            return None
        step = self._step(request, obj)
        if step is not None and not self.may_take(request, step, obj):
            return self._forbidden(request, obj)
        if KEEP in request.POST:
            return self.keep_and_return(request, obj)
        if PREVIEW in request.POST:
            return self.keep_and_preview(request, obj)
        if obj is not None and self._is_staged(request, obj):
            is_ready = "_submit" in request.POST
            states = WorkingCopy.State
            return self.keep_and_return(request, obj, states.REVIEW if is_ready else states.WRITING)
        return None

    def _is_staged(self, request: HttpRequest, obj: Any) -> bool:
        """Whether the change of what is published waits for somebody else, or is meant to."""
        if not self.is_guarded(obj) or not self.may_stage(request, obj):
            return False
        return "_submit" in request.POST or not self.may_change(request, obj)

    def may_take(self, request: HttpRequest, step: Step, obj: Any) -> bool:
        return False

    def life_buttons(self, request: HttpRequest, obj: Any) -> list[Button]:
        """Buttons that take a step in the record's life besides saving it."""
        return []

    def _forbidden(self, request: HttpRequest, obj: Any) -> HttpResponse:
        copy = keep(request.user, self.model, obj, request.POST)  # type: ignore[arg-type]
        context = {
            **self.admin_site.each_context(request),
            "title": _("You may not do this"),
            "opts": self.opts,
            "copy_url": self.copy_url(copy),
        }
        return TemplateResponse(
            request, "admin/publishing/kept.html", context, status=HTTPStatus.FORBIDDEN
        )

    def _keep_what_was_refused(self, request: HttpRequest, obj: Any, answer: Any) -> None:
        """A form that couldn't be saved is a working copy, so that a closed window loses nothing.

        Except where another tab has one: that isn't overwritten.
        """
        context = getattr(answer, "context_data", None) or {}
        form = getattr(context.get("adminform"), "form", None)
        if form is None or form.other_tab is not None or not self.may_keep(request, obj):
            return
        context["working_copy"] = keep(request.user, self.model, obj, request.POST)  # type: ignore[arg-type]

    def response_add(self, request: HttpRequest, obj: Any, *args: Any) -> HttpResponse:
        self._finish(request, obj)
        return super().response_add(request, obj, *args)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self._finish(request, obj)
        return super().response_change(request, obj)

    def _finish(self, request: HttpRequest, obj: Any) -> None:
        if IS_POPUP_VAR not in request.POST:
            drop_finished(request.user, obj, request.POST.get("copy", ""))  # type: ignore[arg-type]

    # The log. Django calls these once all is saved, or before anything is deleted.

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._log(request, obj, Action.ADDED)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._log(request, obj, Action.CHANGED)

    def _log(self, request: HttpRequest, obj: Any, action: Action) -> None:
        step = self._step(request, obj)
        action = step.action if step else action
        record_action(obj, action, user=request.user, comment=self.comment(request))

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for record in queryset:
            record_deletion(record, user=request.user, comment=self.comment(request))

    # Pages

    @property
    def media(self) -> forms.Media:
        """Without the scripts that fill addresses while typing: the server fills them."""
        extra = "" if settings.DEBUG else ".min"
        scripts = [
            *(f"vendor/jquery/jquery{extra}.js", "jquery.init.js", "core.js"),
            *("admin/RelatedObjectLookups.js", "actions.js"),
        ]
        own = ["admin_extras/popups.js"]
        return forms.Media(js=[*(f"admin/js/{script}" for script in scripts), *own])

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        form, obj = context["adminform"].form, context["original"]
        context |= self._copy_context(request, obj)
        if is_stale := getattr(form, "is_stale", False) and not form.was_deleted:
            context |= self.conflict_context(request, form, context["inline_admin_formsets"])
        nonce = getattr(request, "csp_nonce", "")
        context["media"] = Media.from_media(context["media"], nonce=str(nonce))
        response = super().render_change_form(request, context, *args, **kwargs)
        if (is_stale or getattr(form, "was_deleted", False)) and request.method == "POST":
            response.status_code = HTTPStatus.CONFLICT
        return response

    def _copy_context(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        may_keep = self.may_keep(request, obj)
        copy = request.__dict__.get("_copy_in_hand") if may_keep else None
        return {
            "buttons": buttons_for(self, request, obj),
            "working_copy": copy,
            "others": others_at_work(obj, request.user) if obj is not None else [],
            "keep_url": self._keep_url(obj) if may_keep else "",
            "merge_button": MERGE,
            "preview_url": self.saved_preview_url(obj),
        }

    def _keep_url(self, obj: Any) -> str:
        return self.admin_url("keep_new") if obj is None else self.admin_url("keep", obj.pk)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """The public page in the language of the admin page; none for what isn't public."""
        public = getattr(obj, "is_published", True)
        if obj is None or not public or not hasattr(obj, "get_absolute_url"):
            return None
        try:
            return str(obj.get_absolute_url())
        except NoReverseMatch:
            return None
