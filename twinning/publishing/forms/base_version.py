"""What two diverged versions of a record began with, as a browser would post it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Model
from django.http import QueryDict

from twinning.publishing.forms.posted import put
from twinning.publishing.models import AuditEntry
from twinning.publishing.snapshot import Row, of_revisions


def base_data(
    record: Any, number: str, form: forms.BaseForm, formsets: Iterable[Any]
) -> QueryDict | None:
    """The fields and rows of the form at the record's version of this number.

    None where no revision of that version was kept.
    """
    rows = _rows_at(record, int(number)) if number.isdigit() else {}
    if not rows:
        return None
    data = QueryDict(mutable=True)
    _fill(data, form, rows.get(_key(form)))
    for formset in formsets:
        known = [row for row in formset.forms if _key(row) in rows]
        data[f"{formset.prefix}-TOTAL_FORMS"] = str(len(known))
        for index, row in enumerate(known):
            _fill(data, row, rows[_key(row)], f"{formset.prefix}-{index}")
            data[f"{formset.prefix}-{index}-id"] = str(row.instance.pk)
    return data


def _rows_at(record: Any, number: int) -> dict[tuple[type[Model], int], Row]:
    kept = AuditEntry.objects.of(record).filter(version=number).exclude(revision=None)
    revision = kept.values_list("revision", flat=True).first()
    snapshots = of_revisions(type(record), record.pk, [revision]) if revision else {}
    return {row.key: row for snapshot in snapshots.values() for row in snapshot.rows}


def _key(form: Any) -> tuple[type[Model], int]:
    return type(form.instance), form.instance.pk


def _fill(data: QueryDict, form: Any, row: Row | None, prefix: str = "") -> None:
    if row is None:
        return
    for name, field in form.fields.items():
        if name in row.values:
            model_field: Any = row.model._meta.get_field(name)
            value = row.values[name]
            single = value if model_field.many_to_many else model_field.to_python(value)
            put(data, f"{prefix}-{name}" if prefix else name, field, single)
