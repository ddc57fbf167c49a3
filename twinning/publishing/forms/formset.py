from functools import cached_property
from typing import Any, TypeVar, cast

from django import forms
from django.db.models import Model, QuerySet
from django.http import QueryDict

from twinning.publishing.forms.posted import without_checking
from twinning.publishing.forms.related import RelatedField, look_up
from twinning.publishing.forms.rows import (
    add_rows,
    can_write_at_once,
    change_rows,
    delete_rows,
    unique_fields,
    unique_values,
)

Part = TypeVar("Part", bound=Model)
Whole = TypeVar("Whole", bound=Model)


class PartFormSet(forms.BaseInlineFormSet[Part, Whole, forms.ModelForm[Part]]):
    """Rows that survive the deletion of their record by somebody else.

    Django looks up the record of each posted row by number and fails when one is gone. Here such
    a row becomes a new one with everything that was typed; `vanished` has the index of each.

    However many rows there are: they are read, what they choose is fetched, and they are written in
    one query each.
    """

    vanished: frozenset[int] = frozenset()

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        instance: Any = None,
        save_as_new: bool = False,
        prefix: str | None = None,
        queryset: QuerySet[Part] | None = None,
        kept: QueryDict | None = None,
        **kwargs: Any,
    ) -> None:
        """`kept` fills the rows in with a working copy, without checking them."""
        is_restored = data is None and kept is not None
        data = kept if is_restored else data
        self._saved = self._fetched(queryset, instance)
        self._unique = {part.pk: unique_values(part) for part in self._saved}
        if data is not None:
            prefix = prefix or self.get_default_prefix()
            data = self._renumbered(data, prefix, instance)
        super().__init__(data, files, instance, save_as_new, prefix, queryset, **kwargs)
        if is_restored:
            self._show_without_checking()

    def _show_without_checking(self) -> None:
        self._errors: list[Any] = []
        self._non_form_errors = self.error_class()
        for form in self.forms:
            without_checking(form)

    def get_queryset(self) -> QuerySet[Part]:
        return self._saved

    def _fetched(self, queryset: QuerySet[Part] | None, whole: Model | None) -> QuerySet[Part]:
        """The saved rows, each knowing the record it belongs to without asking for it."""
        queryset = self._parts._default_manager.all() if queryset is None else queryset
        if whole is None or whole.pk is None:
            return queryset.none()
        saved = queryset.filter(**{self.fk.name: whole})
        saved = saved if saved.ordered else saved.order_by("pk")
        for part in saved:
            setattr(part, self.fk.name, whole)
        return saved

    @cached_property
    def forms(self) -> list[Any]:
        forms: list[Any] = super().forms
        if self.is_bound:
            look_up(forms)
        return forms

    def add_fields(self, form: Any, index: int | None) -> None:
        """As Django does, but the row's own number is looked up among the rows at hand."""
        super().add_fields(form, index)
        key = self._parts._meta.pk.name
        bare = form.fields[key]
        form.fields[key] = field = RelatedField(
            self._saved, initial=bare.initial, required=False, widget=bare.widget
        )
        field.found = {part.pk: part for part in self._saved}

    # Rows and the rules that no two of them may break

    def validate_unique(self) -> None:
        super().validate_unique()
        self._refuse_repetition_of_rows_outside()

    def get_unique_error_message(self, unique_check: Any) -> str:
        """By the labels of the fields instead of their names in the code."""
        fields: list[Any] = [self._parts._meta.get_field(name) for name in unique_check]
        labels = [str(field.verbose_name) for field in fields if field != self.fk]
        return super().get_unique_error_message(labels)

    def _refuse_repetition_of_rows_outside(self) -> None:
        """Rows that the record has by now and that the posted form doesn't know."""
        posted = {form.instance.pk for form in self.initial_forms}
        fields = unique_fields(self._parts)
        taken = {
            (rule, values)
            for pk, unique in self._unique.items()
            if pk not in posted
            for rule, values in enumerate(unique)
            if values
        }
        for form in self.forms if taken else ():
            if form in self.deleted_forms or not form.is_valid():
                continue
            for rule in enumerate(unique_values(form.instance)):
                if rule in taken:
                    error = form.instance.unique_error_message(self._parts, fields[rule[0]])
                    form.add_error(None, error)

    def save(self, commit: bool = True) -> list[Part]:
        if not commit or not can_write_at_once(self._parts):
            return super().save(commit)
        saved: list[Part] = super().save(commit=False)
        delete_rows(self.deleted_objects)
        change_rows([part for part, _fields in self.changed_objects], self._unique)
        add_rows(self.new_objects)
        self.save_m2m()
        return saved

    # Rows whose record is gone

    def _renumbered(self, data: Any, prefix: str, whole: Model) -> Any:
        """`data` with rows whose record is gone moved behind those whose record is there."""
        key = self._parts._meta.pk.name
        known_keys = {str(part.pk) for part in self._saved}
        posted = rows(data, prefix)
        gone = {
            index
            for index, row in posted.items()
            if row.get(key) and row[key][-1] not in known_keys
        }
        if not gone and whole.pk is not None:
            return data
        data = data.copy()
        for index, row in posted.items():
            for name in row:
                del data[f"{prefix}-{index}-{name}"]
        kept = [posted[index] for index in sorted(posted.keys() - gone)]
        known = [row for row in kept if row.get(key, [""])[-1]]
        new = [row for row in kept if not row.get(key, [""])[-1]]
        lost = [
            {name: values for name, values in posted[index].items() if name != key}
            for index in sorted(gone)
            if "DELETE" not in posted[index]
        ]
        for index, row in enumerate([*known, *lost, *new]):
            if whole.pk is None:
                row.pop(self.fk.name, None)  # the number of a record that is gone itself
            for name, values in row.items():
                data.setlist(f"{prefix}-{index}-{name}", values)
        data[f"{prefix}-TOTAL_FORMS"] = str(len(known) + len(lost) + len(new))
        data[f"{prefix}-INITIAL_FORMS"] = str(len(known))
        self.vanished = frozenset(range(len(known), len(known) + len(lost)))
        return data

    @property
    def _parts(self) -> type[Part]:
        return cast("type[Part]", self.model)


def rows(data: Any, prefix: str) -> dict[int, dict[str, list[str]]]:
    """The posted values of each numbered row, by index and field."""
    found: dict[int, dict[str, list[str]]] = {}
    for name in data:
        head, _dash, rest = name.removeprefix(f"{prefix}-").partition("-")
        if name.startswith(f"{prefix}-") and head.isdigit() and rest:
            found.setdefault(int(head), {})[rest] = data.getlist(name)
    return found
