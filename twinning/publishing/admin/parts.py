"""Rows on the page of a record, and parts with a page of their own."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db import connections
from django.db.models import CASCADE, ForeignKey
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from twinning.publishing.admin.fields import RecordFields
from twinning.publishing.admin.record import RecordAdmin
from twinning.publishing.forms import PartForm, PartFormSet
from twinning.publishing.languages import translations
from twinning.publishing.models import Action


class PartInline(RecordFields, InlineModelAdmin[Any, Any]):
    """Rows that whoever may change the record may change; a translator only in their texts."""

    form = PartForm
    formset = PartFormSet
    extra = 0

    def fields_outside(self) -> set[str]:
        """The fields to all wholes that such a part may have: they cascade, a mention doesn't."""
        return {
            field.name
            for field in self.opts.fields
            if isinstance(field, ForeignKey) and field.remote_field.on_delete is CASCADE
        }

    def get_queryset(self, request: HttpRequest) -> Any:
        names = [
            field.name
            for field in self.opts.fields
            if isinstance(field, ForeignKey) and field.related_model is not self.parent_model
        ]
        return super().get_queryset(request).select_related(*names)

    def _whole(self) -> RecordAdmin:
        whole = self.admin_site.get_model_admin(self.parent_model)
        assert isinstance(whole, RecordAdmin)
        return whole

    def _may_change(self, request: HttpRequest, obj: Any) -> bool:
        whole = self._whole()
        return whole.may_stage(request, obj) if obj else whole.has_add_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._whole().has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_change(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_change(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_change(request, obj) or (
            bool(translations(self.model)) and self._whole().may_translate(request, obj)
        )

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        if not self._may_change(request, obj):
            fields = set(formset.form.base_fields)
            formset.form.locked = frozenset(fields - translations(self.model))
        return formset


class StackedPart(PartInline, admin.StackedInline[Any, Any]):
    """Rows with their fields below each other: a table is too narrow for two languages."""


class PartAdmin(RecordAdmin):
    """The page of a part that has rows of its own, reached from the page of the whole.

    Rights, version and history are those of the whole, the record that `whole_field` names.
    """

    whole_field: str

    def fields_outside(self) -> set[str]:
        return {self.whole_field}

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(self.whole_field)

    def whole_of(self, obj: Any) -> Any:
        return getattr(obj, self.whole_field)

    def _whole(self, obj: Any) -> Any:
        return getattr(obj, self.whole_field) if obj is not None and obj.pk else None

    def _whole_admin(self) -> RecordAdmin:
        model: Any = self.opts.get_field(self.whole_field).related_model
        whole = self.admin_site.get_model_admin(model)
        assert isinstance(whole, RecordAdmin)
        return whole

    def may_stage(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._whole_admin().may_stage(request, self._whole(obj))

    def may_publish(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._whole_admin().may_publish(request, self._whole(obj))

    def is_guarded(self, obj: Any) -> bool:
        return obj is not None and self._whole_admin().is_guarded(self._whole(obj))

    def may_translate(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._whole_admin().may_translate(request, self._whole(obj))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._whole_admin().has_view_permission(request, self._whole(obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_change(request, obj)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.whole_field = self.whole_field
        return form

    def _lock(self, object_id: str, database: str) -> None:
        if connections[database].features.has_select_for_update:
            field: Any = self.opts.get_field(self.whole_field)
            wholes = field.related_model._default_manager.using(database).select_for_update()
            list(wholes.filter(**{field.related_query_name(): object_id}).values_list("pk"))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super(RecordAdmin, self).save_model(request, obj, form, change)  # it has no version itself
        self._touch(obj)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        self._touch(obj)
        self._log(request, obj, Action.CHANGED)

    def _touch(self, obj: Any) -> None:
        whole = getattr(obj, self.whole_field)
        whole.version += 1
        whole.save(update_fields=["version", "updated_at"])

    def _log(self, request: HttpRequest, obj: Any, action: Action) -> None:
        super()._log(request, self.whole_of(obj), action)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """The whole is logged once the part is gone; see `delete_model`."""

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        opts = self._whole_admin().opts
        name = f"admin:{opts.app_label}_{opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[getattr(obj, self.whole_field).pk]))
