"""What differs between a form that came too late and the record as it is saved now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from twinning.dates import HistoricalDate
from twinning.publishing.forms.editing import VersionedForm
from twinning.publishing.forms.formset import PartFormSet

NOTHING = "–"


@dataclass(frozen=True)
class Difference:
    """A field with what its user typed and what is saved now, both as plain text."""

    field: str
    mine: str
    theirs: str


def differences(
    form: VersionedForm[Any], formsets: Iterable[PartFormSet[Any, Any]]
) -> list[Difference]:
    """Field by field, rows of lists included. Empty if the two say the same."""
    found = list(_of_form(form))
    for formset in formsets:
        found += _of_rows(formset)
    return found


def _of_form(form: forms.BaseForm, before: str = "") -> Iterator[Difference]:
    for name in form.changed_data:
        bound = form[name]
        yield Difference(
            before + str(bound.label),
            _shown(bound.field, bound.value()),
            _shown(bound.field, bound.initial),
        )


def _of_rows(formset: PartFormSet[Any, Any]) -> Iterator[Difference]:
    plural = capfirst(str(formset.form._meta.model._meta.verbose_name_plural))
    seen = set()
    for number, form in enumerate(formset.forms):
        seen.add(form.instance.pk)
        heading = f"{plural}: {form.instance}" if form.instance.pk else plural
        if formset.can_delete and formset.data.get(f"{form.prefix}-DELETE"):
            if form.instance.pk:
                yield Difference(heading, _("removed"), str(form.instance))
        elif form.instance.pk:
            yield from _of_form(form, f"{heading} · ")
        elif form.has_changed():
            saved = _("removed") if number in formset.vanished else NOTHING
            yield Difference(plural, _summary(form), saved)
    for part in formset.get_queryset():
        if part.pk not in seen:
            yield Difference(plural, NOTHING, str(part))


def _summary(form: forms.BaseForm) -> str:
    """A new row in a line: what was filled in, without the labels."""
    texts = (_shown(form[name].field, form[name].value()) for name in form.changed_data)
    return " · ".join(text for text in texts if text != NOTHING)


def _shown(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.BooleanField):
        return _("yes") if field.to_python(value) else _("no")
    if value is None or value in ("", [], ()):
        return NOTHING
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(_related(field, value)) or NOTHING
    if isinstance(field, forms.ModelChoiceField):
        return ", ".join(_related(field, [value])) or NOTHING
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    if isinstance(value, HistoricalDate):
        return value.render(style="plain")
    return strip_tags(str(value).replace("</p>", "\n")).strip() or NOTHING


def _related(field: forms.ModelChoiceField[Any], values: Iterable[Any]) -> list[str]:
    keys = [getattr(value, "pk", value) for value in values]
    keys = [key for key in keys if str(key).isdigit()]
    queryset: Any = field.queryset
    return [field.label_from_instance(record) for record in queryset.filter(pk__in=keys)]
