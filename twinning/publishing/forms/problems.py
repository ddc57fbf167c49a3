"""Why a form can't be saved, told apart from the form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Problem:
    """`field` is what an editor knows it by, empty for the form as a whole; `anchor` its id."""

    field: str
    anchor: str
    messages: tuple[str, ...]


def problems(form: Any, formsets: Iterable[Any] = ()) -> list[Problem]:
    found = list(_of_form(form))
    for formset in formsets:
        found += _of_rows(formset)
    return found


def _of_form(form: Any, row: str = "") -> Iterator[Problem]:
    for name, errors in form.errors.items():
        known = name in form.fields
        label = capfirst(str(form[name].label)) if known else ""
        anchor = form[name].id_for_label if known else ""
        yield Problem(_joined(row, label), anchor, tuple(map(str, errors)))


def _of_rows(formset: Any) -> Iterator[Problem]:
    name = capfirst(str(formset.model._meta.verbose_name_plural))
    if general := formset.non_form_errors():
        yield Problem(name, f"{formset.prefix}-heading", tuple(map(str, general)))
    for number, form in enumerate(formset.forms, start=1):
        row = _("%(rows)s, no. %(number)s") % {"rows": name, "number": number}
        yield from _of_form(form, row)


def _joined(row: str, label: str) -> str:
    if row and label:
        return _("%(row)s: %(field)s") % {"row": row, "field": label}
    return row or label
