"""Choosing related records: those of all rows of a form are fetched at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

from twinning.publishing.widgets import key_of, show_chosen


class RelatedField(forms.ModelChoiceField[Any]):
    """A choice that doesn't ask for its record where `found` holds the allowed ones, by key.

    Its autocomplete shows the chosen record without asking for it again.
    """

    found: Mapping[Any, Model] | None = None

    def to_python(self, value: Any) -> Model | None:
        record = self._look_up(value)
        if record is not None:
            show_chosen(self, record)
        return record

    def _look_up(self, value: Any) -> Model | None:
        key = None if self.found is None else self.key_of(value)
        if self.found is None or key is None:
            chosen: Model | None = super().to_python(value)
            return chosen
        if key not in self.found:
            raise ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": value},
            )
        return self.found[key]

    def key_of(self, value: Any) -> Any:
        model: Any = self.queryset.model  # type: ignore[union-attr]
        return None if value in self.empty_values else key_of(model, value)


def look_up(rows: Iterable[forms.BaseForm]) -> None:
    """Fetch what is chosen in the rows with one query for each query set, and hand it to them.

    What the query set doesn't allow isn't found, and refused as ever.
    """
    by_name: dict[str, list[tuple[RelatedField, Any]]] = defaultdict(list)
    for row in rows:
        for name, field in row.fields.items():
            if isinstance(field, RelatedField) and field.found is None:
                by_name[name].append((field, field.key_of(row[name].value())))
    for choices in _of_one_query_set(by_name.values()):
        queryset: Any = choices[0][0].queryset
        keys = {key for _field, key in choices if key is not None}
        found = {each.pk: each for each in queryset.filter(pk__in=keys)} if keys else {}
        for field, key in choices:
            field.found = found
            if key in found:
                show_chosen(field, found[key])


def _of_one_query_set(
    columns: Iterable[list[tuple[RelatedField, Any]]],
) -> list[list[tuple[RelatedField, Any]]]:
    """The columns of the rows, those that choose from the same records in one."""
    columns = list(columns)
    models = [_queryset(column).model for column in columns]
    together: dict[Any, list[tuple[RelatedField, Any]]] = defaultdict(list)
    for column, model in zip(columns, models, strict=True):
        alone = models.count(model) == 1
        together[model if alone else (model, str(_queryset(column).query))] += column
    return list(together.values())


def _queryset(column: list[tuple[RelatedField, Any]]) -> QuerySet[Any]:
    queryset: Any = column[0][0].queryset
    return queryset  # type: ignore[no-any-return]
