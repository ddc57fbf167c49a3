"""The form of a saved record as one for a new record like it."""

from collections.abc import Collection, Mapping
from typing import Any

from django.http import QueryDict

from twinning.publishing.forms.posted import ROW, row_indexes

TOTAL = "-TOTAL_FORMS"


def as_new(data: QueryDict, *, rows: Mapping[str, Collection[str]], whole: str) -> QueryDict:
    """`data` without its version, and of its rows only those whose prefixes `rows` names.

    For each prefix, the fields that start empty. `whole` is the field of a row that leads to the
    record it belongs to.
    """
    result = QueryDict(mutable=True)
    for name in data:
        match = ROW.fullmatch(name)
        if match is None:
            result.setlist(name, data.getlist(name))
        elif match["prefix"] in rows and match["name"] not in ("id", whole):
            left = match["name"] in rows[match["prefix"]]
            result.setlist(name, [""] if left else data.getlist(name))
    for name in [name for name in data if name.endswith(TOTAL)]:
        _renew_count(result, name.removesuffix(TOTAL), keep=name.removesuffix(TOTAL) in rows)
    result["version"] = ""
    return result


def _renew_count(data: Any, prefix: str, *, keep: bool) -> None:
    data[f"{prefix}{TOTAL}"] = str(len(row_indexes(data, prefix)) if keep else 0)
    data[f"{prefix}-INITIAL_FORMS"] = "0"
