"""The model field: an EDTF text column with two indexed day columns beside it."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, TypeVar

from django.core import checks
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.forms import Field as FormField
from django.utils.translation import gettext_lazy as _

from twinning.dates import forms
from twinning.dates.errors import DateNotUnderstood
from twinning.dates.value import HistoricalDate

SetT = TypeVar("SetT", contravariant=True)
GetT = TypeVar("GetT", covariant=True)
MAX_LENGTH = 24  # "2014-09-12~/2014-09-14~" has 23


class BoundAttribute(DeferredAttribute):
    """Lets the date speak: a day set from outside counts only while the date is not loaded."""

    field: "BoundField"

    def __set__(self, instance: models.Model, value: Any) -> None:
        if self.field.source not in instance.__dict__:
            instance.__dict__[self.field.attname] = value


class BoundField(models.DateField[Any, Any]):
    """The earliest or latest day of the historical date `source`; written by that field alone."""

    descriptor_class = BoundAttribute

    def __init__(self, *args: Any, source: str, **kwargs: Any) -> None:
        self.source = source
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "source": self.source}


class DateAttribute(DeferredAttribute):
    """Turns EDTF text into the value on assignment and brings both bounds along.

    Text that is no EDTF stays as it is for `full_clean()` to report.
    """

    def __set__(self, instance: models.Model, value: Any) -> None:
        if isinstance(value, str):
            with suppress(DateNotUnderstood):
                value = HistoricalDate(value) if value else None
        known = isinstance(value, HistoricalDate)
        state = instance.__dict__
        state[self.field.attname] = value
        state[f"{self.field.name}_earliest"] = value.earliest if known else None
        state[f"{self.field.name}_latest"] = value.latest if known else None


class HistoricalDateField(models.Field[SetT, GetT]):
    """A `HistoricalDate`, with `<name>_earliest` and `<name>_latest` for ordering and filtering.

    Both are for queries; in Python ask the value itself (`event.date.earliest`).

    No date is None in Python and NULL in all three columns: `null=True, blank=True` makes the
    field optional. The bounds follow every assignment, so a full `save()`, `bulk_create()` and
    `update_or_create()` keep them right; `save(update_fields=…)` must name all three and is
    refused otherwise, and `QuerySet.update()` is safe through `querysets.DateQuerySet`.

    `bounds=False` is for migrations, which list the two columns themselves.
    """

    description = _("Historical date")
    descriptor_class = DateAttribute
    empty_strings_allowed = False
    default_error_messages = {"edtf": _("“%(value)s” is not a date in EDTF.")}
    _pyi_private_set_type: HistoricalDate | str
    _pyi_private_get_type: HistoricalDate
    _pyi_lookup_exact_type: HistoricalDate | str

    def __init__(self, *args: Any, bounds: bool = True, **kwargs: Any) -> None:
        kwargs["max_length"] = MAX_LENGTH
        self.bounds = bounds
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, {**kwargs, "bounds": False}

    def get_internal_type(self) -> str:
        return "CharField"

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only)
        if not self.bounds:
            return
        labels = {"earliest": _("earliest day"), "latest": _("latest day")}
        present = {field.name for field in cls._meta.local_fields}
        for end, label in labels.items():
            if f"{name}_{end}" not in present:
                bound = BoundField(
                    label, source=name, null=self.null, db_index=True, editable=False
                )
                bound.contribute_to_class(cls, f"{name}_{end}")
        if not cls._meta.abstract:
            models.signals.pre_save.connect(self._refuse_stale_bounds, sender=cls)

    def _refuse_stale_bounds(
        self, update_fields: frozenset[str] | None = None, **_kwargs: Any
    ) -> None:
        trio = {self.name, f"{self.name}_earliest", f"{self.name}_latest"}
        if update_fields and self.name in update_fields and not trio <= update_fields:
            raise ValueError(f"update_fields with {self.name} must name all of {sorted(trio)}.")

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *self._check_bounds()]

    def _check_bounds(self) -> list[checks.CheckMessage]:
        names = (f"{self.name}_earliest", f"{self.name}_latest")
        strangers = [
            name
            for name in names
            if not isinstance(getattr(self.model, name, None), BoundAttribute)
        ]
        return [
            checks.Error(
                f"The name “{name}” is needed for a bound of “{self.name}”.",
                hint="Rename the other field.",
                obj=self,
                id="dates.E001",
            )
            for name in strangers
        ]

    def from_db_value(self, value: str | None, *_args: Any) -> HistoricalDate | None:
        return HistoricalDate(value) if value else None

    def to_python(self, value: Any) -> HistoricalDate | None:
        if value is None or value == "" or isinstance(value, HistoricalDate):
            return value or None
        try:
            return HistoricalDate(str(value))
        except DateNotUnderstood as error:
            raise ValidationError(
                self.error_messages["edtf"], code="edtf", params={"value": value}
            ) from error

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        if value is None or hasattr(value, "resolve_expression"):
            return value
        date = self.to_python(value)
        return date.edtf if date else None

    def value_to_string(self, obj: models.Model) -> str:
        date = self.to_python(self.value_from_object(obj))
        return date.edtf if date else ""

    def formfield(self, **kwargs: Any) -> FormField | None:
        return super().formfield(**{"form_class": forms.HistoricalDateField, **kwargs})
