from typing import Any, TypeVar, cast

from django import forms
from django.db.models import Model, QuerySet

Part = TypeVar("Part", bound=Model)
Whole = TypeVar("Whole", bound=Model)


class PartFormSet(forms.BaseInlineFormSet[Part, Whole, forms.ModelForm[Part]]):
    """Rows that survive the deletion of their record by somebody else.

    Django looks up the record of each posted row by number and fails when one is gone. Here such
    a row becomes a new one with everything that was typed; `vanished` has the index of each.
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
        **kwargs: Any,
    ) -> None:
        if data is not None:
            prefix = prefix or self.get_default_prefix()
            data = self._renumbered(data, prefix, instance)
        super().__init__(data, files, instance, save_as_new, prefix, queryset, **kwargs)

    def get_queryset(self) -> QuerySet[Part]:
        """The rows, each knowing the record it belongs to without asking for it."""
        if not hasattr(self, "_parts_in_order"):  # asked for by every row
            self._parts_in_order = super().get_queryset()
            for part in self._parts_in_order:
                setattr(part, self.fk.name, self.instance)
        return self._parts_in_order

    def _renumbered(self, data: Any, prefix: str, whole: Model) -> Any:
        """`data` with rows whose record is gone moved behind those whose record is there."""
        key = self._parts._meta.pk.name
        posted = rows(data, prefix)
        gone = {
            index
            for index, row in posted.items()
            if row.get(key) and row[key][-1] not in self._keys_of(whole)
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

    def _keys_of(self, whole: Model) -> set[str]:
        if whole.pk is None:
            return set()
        if not hasattr(self, "_known_keys"):
            records = self._parts._default_manager.filter(**{self.fk.name: whole})
            self._known_keys = {str(pk) for pk in records.values_list("pk", flat=True)}
        return self._known_keys


def rows(data: Any, prefix: str) -> dict[int, dict[str, list[str]]]:
    """The posted values of each numbered row, by index and field."""
    found: dict[int, dict[str, list[str]]] = {}
    for name in data:
        head, _dash, rest = name.removeprefix(f"{prefix}-").partition("-")
        if name.startswith(f"{prefix}-") and head.isdigit() and rest:
            found.setdefault(int(head), {})[rest] = data.getlist(name)
    return found
