"""How the fields of a record become the fields of its form, on its own page and in rows."""

from typing import Any, TypeAlias

from django import forms
from django.conf import settings
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth import get_permission_codename
from django.core.checks import CheckMessage, Error
from django.db import models
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse_lazy

from twinning.dates.fields import HistoricalDateField
from twinning.dates.forms import HistoricalDateInput
from twinning.publishing.fields import RichTextField
from twinning.publishing.forms.related import RelatedField
from twinning.publishing.languages import (
    label_languages,
    language_of,
    side_by_side,
    translated_fields,
)
from twinning.publishing.widgets import (
    DayInput,
    MomentInput,
    RelatedSelect,
    RelatedSelectMultiple,
    RichTextWidget,
)

# The rows of a fieldset, as Django's types have them.
Rows: TypeAlias = list[str | list[str] | tuple[str, ...] | tuple[()]]


def _names(row: str | tuple[str, ...]) -> tuple[str, ...]:
    return (row,) if isinstance(row, str) else row


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
        models.DateField: {"widget": DayInput},
        models.DateTimeField: {"form_class": forms.DateTimeField, "widget": MomentInput},
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})},
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label_languages(self.model)

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        return [*super().check(**kwargs), *self._check_nothing_is_forgotten()]

    def _check_nothing_is_forgotten(self) -> list[CheckMessage]:
        """Every field that can be edited, in every language, stands in some row."""
        shown = {
            name
            for _heading, options in self.fieldsets or []
            for row in options["fields"]
            for name in _names(side_by_side(self.model, row))
        }
        translated = translated_fields(self.model)
        outside = self.fields_outside()
        return [
            Error(
                f"The field “{field.name}” can't be edited on any row of the form.",
                hint="Name it in `fieldsets`; a translated field without its language.",
                obj=self.__class__,
                id="publishing.E001",
            )
            for field in [*self.opts.fields, *self._plain_many_to_many()]
            if field.editable
            and not field.auto_created
            and field.name not in shown | translated | outside
        ]

    def _plain_many_to_many(self) -> list[Any]:
        """Those without a model of their own in between, which is edited in rows instead."""
        relations: list[Any] = list(self.opts.many_to_many)
        return [field for field in relations if field.remote_field.through._meta.auto_created]

    def fields_outside(self) -> set[str]:
        """Editable fields that are rightly in no row: those that lead to the whole of a part."""
        return set()

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
        kwargs.setdefault("form_class", RelatedField)
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
