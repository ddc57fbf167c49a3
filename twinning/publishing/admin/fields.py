"""How the fields of a record become the fields of its form, on its own page and in rows."""

from typing import Any, TypeAlias

from django import forms
from django.conf import settings
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth import get_permission_codename
from django.db import models
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse_lazy

from twinning.dates.fields import HistoricalDateField
from twinning.dates.forms import HistoricalDateInput
from twinning.publishing.fields import RichTextField
from twinning.publishing.languages import label_languages, language_of, side_by_side
from twinning.publishing.widgets import RelatedSelect, RelatedSelectMultiple, RichTextWidget

# The rows of a fieldset, as Django's types have them.
Rows: TypeAlias = list[str | list[str] | tuple[str, ...] | tuple[()]]


class RecordFields(BaseModelAdmin[Any]):
    """Fieldsets name a translated field once; its languages stand side by side.

    A third language in settings.LANGUAGES appears by itself. Every relation to a record that has
    an admin page is an autocomplete.
    """

    formfield_overrides = {
        RichTextField: {"widget": RichTextWidget},
        HistoricalDateField: {
            "widget": HistoricalDateInput(read_url=reverse_lazy("admin:read_date"))
        },
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})},
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label_languages(self.model)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return [
            (
                name,
                {**options, "fields": [side_by_side(self.model, row) for row in options["fields"]]},
            )
            for name, options in super().get_fieldsets(request, obj)
        ]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        relations = [*self.opts.many_to_many, *self.opts.fields]
        return [
            field.name
            for field in relations
            if field.remote_field and self._finds(field.related_model)
        ]

    def _finds(self, model: Any) -> bool:
        return self.admin_site.is_registered(model) and bool(
            self.admin_site.get_model_admin(model).search_fields
        )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and (language := language_of(db_field)):
            field.widget.attrs["lang"] = language
            optional = db_field.translated_field.blank
            field.required = language == settings.LANGUAGE_CODE and not optional
            field.widget.is_required = field.required
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Adding and correcting from here is handy; deleting somebody else's record isn't.
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RelatedSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RelatedSelectMultiple(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_field_queryset(self, db: Any, db_field: Any, request: HttpRequest) -> Any:
        """What the related page lists, so that naming a record needs no further query."""
        if self.admin_site.is_registered(db_field.related_model):
            return self.admin_site.get_model_admin(db_field.related_model).get_queryset(request)
        return super().get_field_queryset(db, db_field, request)

    def has_right(
        self, request: HttpRequest, action: str, model: type[Model] | None = None
    ) -> bool:
        """Whether the user's groups give them `action` on the model, whatever the record."""
        opts = (model or self.model)._meta
        codename = get_permission_codename(action, opts)
        return request.user.has_perm(f"{opts.app_label}.{codename}")
