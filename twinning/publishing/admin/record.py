from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import quote
from django.core.exceptions import ValidationError
from django.db import connections, router
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from js_asset import Media

from twinning.publishing.admin.fields import RecordFields
from twinning.publishing.admin.reading import to_read
from twinning.publishing.forms import VersionedForm, differences
from twinning.publishing.languages import translations

CONFLICT = 409


class RecordAdmin(RecordFields, admin.ModelAdmin[Any]):
    """The admin page of a record with a version.

    Rights come in four steps: the groups' permissions on the model; `translate` alone opens only
    the translations; a query set with `editable_by(user)` says whose the record is; subclasses
    narrow further in `may_change`.
    """

    form = VersionedForm
    save_on_top = True
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> Any:
        queryset = super().get_queryset(request)
        if isinstance(self.list_select_related, list | tuple):
            queryset = queryset.select_related(*self.list_select_related)
        return queryset

    # Rights

    def may_change(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether all of the record is open to the user, not only its translations."""
        return self.has_right(request, "change") and self.is_own(request, obj)

    def may_translate(self, request: HttpRequest, obj: Any = None) -> bool:
        return (
            self.has_right(request, "translate")
            and bool(translations(self.model))
            and self.is_own(request, obj)
        )

    def is_own(self, request: HttpRequest, obj: Any) -> bool:
        """Whether the record belongs to what the user is limited to. Asked once in a request."""
        queryset = self.model._default_manager.all()
        if obj is None or obj.pk is None or not hasattr(queryset, "editable_by"):
            return True
        answers = request.__dict__.setdefault("_own_records", {})
        key = (self.model, obj.pk)
        if key not in answers:
            answers[key] = queryset.editable_by(request.user).filter(pk=obj.pk).exists()
        return bool(answers[key])

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_change(request, obj) or self.may_translate(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self.is_own(request, obj)

    def locked_fields(self, request: HttpRequest, obj: Any, names: set[str]) -> set[str]:
        """Which of the form's fields the user may see but not change."""
        whole = self.may_change(request, obj) if obj else self.has_add_permission(request)
        return set() if whole else names - translations(self.model) - VersionedForm.control_fields

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.locked = frozenset(self.locked_fields(request, obj, set(form.base_fields)))
        form.was_deleted = getattr(request, "record_was_deleted", False)
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (name, {**options, "fields": [to_read(self.model, row) for row in options["fields"]]})
            for name, options in fieldsets
        ]

    # Saving

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """The record; locked until the end of the request where it is about to be saved."""
        database = router.db_for_write(self.model)
        if request.method == "POST" and connections[database].in_atomic_block:
            self._lock(object_id, database)
        return super().get_object(request, object_id, from_field)

    def _lock(self, object_id: str, database: str) -> None:
        if connections[database].features.has_select_for_update:
            records = self.model._default_manager.using(database).select_for_update()
            list(records.filter(pk=object_id).values_list("pk"))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            obj.version += 1
        super().save_model(request, obj, form, change)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if request.method == "POST" and object_id and not self._exists(object_id):
            return self._deleted_meanwhile(request, object_id, extra_context)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _exists(self, object_id: str) -> bool:
        try:
            return bool(self.model._default_manager.filter(pk=object_id).exists())
        except (ValueError, ValidationError):
            return False

    def _deleted_meanwhile(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        """The posted form as one for a new record; for whom may add none, the texts to copy."""
        if self.has_add_permission(request):
            setattr(request, "record_was_deleted", True)  # noqa: B010 — no field of HttpRequest
            add = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
            response: HttpResponse = super().changeform_view(request, None, add, extra_context)
            return response
        typed = {
            name: text
            for name, text in request.POST.items()
            if text and not name.startswith(("csrf", "_")) and not name.endswith("_FORMS")
        }
        context = {
            **self.admin_site.each_context(request),
            "title": _("This record has been deleted"),
            "opts": self.opts,
            "typed": typed,
        }
        return TemplateResponse(request, "admin/deleted.html", context, status=CONFLICT)

    # Pages

    @property
    def media(self) -> forms.Media:
        """Without the scripts that fill addresses while typing: the server fills them."""
        extra = "" if settings.DEBUG else ".min"
        scripts = [
            *(f"vendor/jquery/jquery{extra}.js", "jquery.init.js", "core.js"),
            *("admin/RelatedObjectLookups.js", "actions.js"),
        ]
        return forms.Media(js=[f"admin/js/{script}" for script in scripts])

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        form = context["adminform"].form
        if isinstance(form, VersionedForm) and form.is_stale:
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["differences"] = differences(form, formsets)
            context["last_change"] = self._last_change(form.versioned_record)
        nonce = getattr(request, "csp_nonce", "")
        context["media"] = Media.from_media(context["media"], nonce=str(nonce))
        response = super().render_change_form(request, context, *args, **kwargs)
        if isinstance(form, VersionedForm) and form.is_stale:
            response.status_code = CONFLICT
        return response

    def _last_change(self, obj: Any) -> LogEntry | None:
        if obj is None:
            return None
        entries = LogEntry.objects.filter(
            content_type__app_label=obj._meta.app_label,
            content_type__model=obj._meta.model_name,
            object_id=quote(obj.pk),
        )
        return entries.select_related("user").order_by("-action_time").first()

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """The public page in the language of the admin page; none for what isn't public."""
        public = getattr(obj, "is_published", True)
        if obj is None or not public or not hasattr(obj, "get_absolute_url"):
            return None
        try:
            return str(obj.get_absolute_url())
        except NoReverseMatch:
            return None
