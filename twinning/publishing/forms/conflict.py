"""What differs between a form that can't be saved and the other version of its record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from twinning.dates import HistoricalDate
from twinning.publishing.forms.editing import VersionedForm
from twinning.publishing.forms.formset import PartFormSet
from twinning.publishing.forms.posted import is_of, name_in, row_indexes, row_of

NOTHING = "–"


@dataclass(frozen=True)
class Difference:
    """A field with both versions as plain text.

    `key` names the field for `posted.merged`; it is empty for what stays without a choice.
    `takes_theirs` suggests the other version: its user has left the field as it was.
    """

    field: str
    mine: str
    theirs: str
    key: str = ""
    takes_theirs: bool = False


@dataclass(frozen=True)
class Rival:
    """The other version as a browser would post it, and what both began with, if that is known."""

    theirs: QueryDict
    base: QueryDict | None = None


def differences(
    form: VersionedForm[Any], formsets: Iterable[PartFormSet[Any, Any]], rival: Rival
) -> list[Difference]:
    """Field by field, rows of lists included. Empty if the two say the same."""
    found = list(_of_form(form, rival))
    for formset in formsets:
        found += _of_rows(formset, rival)
    return found


def _of_form(form: forms.BaseForm, rival: Rival, before: str = "") -> Iterator[Difference]:
    for name, field in form.fields.items():
        key = form.add_prefix(name)
        if field.disabled or _is_control(form, name):
            continue
        other = name_in(rival.theirs, form.data, key)
        if other is None or _entries(form.data, key) == _entries(rival.theirs, other):
            continue
        yield Difference(
            f"{before}{form[name].label}",
            _text(form, field, form.data, key),
            _text(form, field, rival.theirs, other),
            key,
            _is_untouched(form.data, rival.base, key),
        )


def _is_control(form: forms.BaseForm, name: str) -> bool:
    if isinstance(form, VersionedForm):
        return name in form.control_fields
    return name in ("id", "DELETE") or form.fields[name].widget.is_hidden


def _is_untouched(mine: Any, base: QueryDict | None, key: str) -> bool:
    if base is None:
        return False
    name = name_in(base, mine, key)
    return name is not None and _entries(mine, key) == _entries(base, name)


def _entries(data: Any, key: str) -> dict[str, list[str]]:
    """What is posted for a field; line ends, and the order of several choices, don't count."""
    return {
        name.removeprefix(key): sorted(text.replace("\r\n", "\n") for text in data.getlist(name))
        for name in data
        if is_of(name, key) and any(data.getlist(name))
    }


def _of_rows(formset: PartFormSet[Any, Any], rival: Rival) -> Iterator[Difference]:
    prefix = str(formset.prefix)
    plural = capfirst(str(formset.form._meta.model._meta.verbose_name_plural))
    known = set()
    for number, form in enumerate(formset.forms):
        record = str(form.instance.pk or "")
        known.add(record)
        key = f"{form.prefix}-DELETE"
        index = row_of(rival.theirs, prefix, record) if record else None
        if not record:
            if form.has_changed() and not _stands_in(rival.theirs, prefix, form):
                saved = _("removed") if number in formset.vanished else NOTHING
                yield Difference(plural, _summary(form), saved, key)
        elif form.data.get(key):
            if index is not None and not rival.theirs.get(f"{prefix}-{index}-DELETE"):
                yield Difference(
                    f"{plural}: {form.instance}", _("removed"), str(form.instance), key
                )
        elif index is None or rival.theirs.get(f"{prefix}-{index}-DELETE"):
            yield Difference(f"{plural}: {form.instance}", str(form.instance), _("removed"), key)
        else:
            yield from _of_form(form, rival, f"{plural}: {form.instance} · ")
    yield from _rows_of_theirs_alone(formset, rival.theirs, plural, known)


def _rows_of_theirs_alone(
    formset: PartFormSet[Any, Any], theirs: QueryDict, plural: str, known: set[str]
) -> Iterator[Difference]:
    """Rows that the saved record has by now stay anyway; those of another tab can be taken over."""
    empty = formset.empty_form
    prefix = str(formset.prefix)
    for index in row_indexes(theirs, prefix):
        name = f"{prefix}-{index}"
        record = theirs.get(f"{name}-id", "")
        if (record and record in known) or theirs.get(f"{name}-DELETE"):
            continue
        row = type(empty)(
            data=theirs, prefix=name, empty_permitted=True, use_required_attribute=False
        )
        if not record and (not _filled_in(row) or _is_among(formset, row)):
            continue
        key = "" if record else f"{name}-ROW"
        yield Difference(plural, NOTHING, _summary(row), key)


def _is_among(formset: PartFormSet[Any, Any], row: forms.BaseForm) -> bool:
    return any(_summary(row) == _summary(form) for form in formset.forms if not form.instance.pk)


def _stands_in(theirs: QueryDict, prefix: str, form: forms.BaseForm) -> bool:
    """Whether a new row stands in the other version to the letter."""
    assert form.prefix is not None
    return any(
        all(
            _entries(form.data, form.add_prefix(name))
            == _entries(theirs, f"{prefix}-{index}-{name}")
            for name in form.fields
            if not _is_control(form, name)
        )
        for index in row_indexes(theirs, prefix)
    )


def _filled_in(form: forms.BaseForm) -> bool:
    return any(
        _text(form, field, form.data, form.add_prefix(name)) != NOTHING
        for name, field in form.fields.items()
        if not _is_control(form, name) and not isinstance(field, forms.BooleanField)
    )


def _summary(form: forms.BaseForm) -> str:
    """A new row in a line: what was filled in, without the labels."""
    texts = (
        _text(form, field, form.data, form.add_prefix(name))
        for name, field in form.fields.items()
        if not _is_control(form, name) and not isinstance(field, forms.BooleanField)
    )
    return " · ".join(text for text in texts if text != NOTHING)


def _text(form: forms.BaseForm, field: forms.Field, data: Any, name: str) -> str:
    return _shown(field, field.widget.value_from_datadict(data, form.files, name))


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
    if isinstance(value, list | tuple):
        return " ".join(str(part) for part in value if part) or NOTHING
    return strip_tags(str(value).replace("</p>", "\n")).strip() or NOTHING


def _related(field: forms.ModelChoiceField[Any], values: Iterable[Any]) -> list[str]:
    keys = [getattr(value, "pk", value) for value in values]
    keys = [key for key in keys if str(key).isdigit()]
    queryset: Any = field.queryset
    return [field.label_from_instance(record) for record in queryset.filter(pk__in=keys)]
