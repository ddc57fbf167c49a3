"""Forms as what a browser posts: filled in from a record, kept, restored and merged."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.forms.utils import ErrorDict
from django.http import QueryDict

ROW = re.compile(r"(?P<prefix>.+)-(?P<index>\d+)-(?P<name>[^-]+)")


def form_data(form: forms.BaseForm, formsets: Iterable[forms.BaseFormSet[Any]] = ()) -> QueryDict:
    """What a browser would post if the unbound form and its rows were sent untouched."""
    data = QueryDict(mutable=True)
    _add_form(data, form)
    for formset in formsets:
        _add_form(data, formset.management_form)
        for row in formset.forms:
            _add_form(data, row)
    return data


def _add_form(data: QueryDict, form: forms.BaseForm) -> None:
    for name, field in form.fields.items():
        put(data, form.add_prefix(name), field, form.get_initial_for_field(field, name))


def put(data: QueryDict, name: str, field: forms.Field, value: Any) -> None:
    """Set the entries of `data` that a browser would post for the field with this value."""
    _put(data, name, _bare(field.widget), field.prepare_value(value))


def _put(data: QueryDict, name: str, widget: Any, value: Any) -> None:
    if isinstance(widget, forms.MultiWidget):
        parts: Any = widget
        values = value if isinstance(value, list | tuple) else parts.decompress(value)
        for suffix, part, single in zip(parts.widgets_names, parts.widgets, values, strict=True):
            _put(data, name + suffix, part, single)
    elif isinstance(widget, forms.CheckboxInput):
        if widget.check_test(value):
            data[name] = "on"
    elif isinstance(widget, forms.FileInput):
        return
    elif isinstance(widget, forms.SelectMultiple):
        data.setlist(name, [str(getattr(each, "pk", each)) for each in value or ()])
    else:
        shown = widget.format_value(value)
        single = (shown or [""])[0] if isinstance(shown, list) else shown
        data[name] = "" if single is None else str(single)


def _bare(widget: forms.Widget) -> forms.Widget:
    return widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget


def without_checking(form: Any) -> None:
    """Show a bound form as it was filled in, without complaints about what is still missing."""
    form._errors = ErrorDict(renderer=form.renderer)  # noqa: SLF001 — as the admin does


def merged(mine: QueryDict, theirs: QueryDict, keys: Collection[str]) -> QueryDict:
    """`mine` with the entries of these fields taken from `theirs`.

    A key is the name of a field as it is posted in `mine`, such as `title_pl` or
    `citations-0-claim_pl`; `citations-0-DELETE` stands for a whole row. Rows are matched by the
    number of their record, however they are ordered. `citations-2-ROW` is a row of `theirs` that
    `mine` doesn't have; it is added.
    """
    result = mine.copy()
    for key in keys:
        if key.endswith("-ROW"):
            _add_row(result, theirs, key.removesuffix("-ROW"))
            continue
        source = name_in(theirs, mine, key)
        for name in [name for name in result if is_of(name, key)]:
            del result[name]
        if source is None:
            # Only a row that the other version doesn't have comes here: it goes.
            if key.endswith("-DELETE"):
                result[key] = "on"
            continue
        for name in theirs:
            if is_of(name, source):
                result.setlist(key + name.removeprefix(source), theirs.getlist(name))
    return result


def _add_row(data: QueryDict, theirs: QueryDict, row: str) -> None:
    prefix = row.rpartition("-")[0]
    index = len(row_indexes(data, prefix))
    for name in theirs:
        if name.startswith(f"{row}-"):
            data.setlist(f"{prefix}-{index}-{name.removeprefix(f'{row}-')}", theirs.getlist(name))
    data[f"{prefix}-TOTAL_FORMS"] = str(index + 1)


def is_of(name: str, key: str) -> bool:
    """Whether `name` is posted by the field `key`, or by one of the inputs it consists of."""
    return name == key or (name.startswith(f"{key}_") and name.removeprefix(f"{key}_").isdigit())


def name_in(other: Any, data: Any, key: str) -> str | None:
    """What the field `key` of `data` is called in `other`; None if its row isn't there."""
    match = ROW.fullmatch(key)
    if match is None:
        return key
    prefix, name = match["prefix"], match["name"]
    record = data.get(f"{prefix}-{match['index']}-id")
    index = row_of(other, prefix, record) if record else None
    return None if index is None else f"{prefix}-{index}-{name}"


def row_of(data: Any, prefix: str, record: str) -> int | None:
    """The index of the row that holds the record with this number."""
    return next(
        (
            index
            for index in row_indexes(data, prefix)
            if data.get(f"{prefix}-{index}-id") == record
        ),
        None,
    )


def row_indexes(data: Any, prefix: str) -> range:
    total = data.get(f"{prefix}-TOTAL_FORMS", "0")
    return range(int(total) if total and total.isdigit() else 0)
