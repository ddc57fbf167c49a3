"""Records as rows of an index."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from events.presentation.names import name_of
from twinning.translation.templatetags.translated import translated


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    url: str
    note: str
    summary: str


def rows(records: Iterable[Any]) -> list[Row]:
    """Of records with a page of their own; each has a summary or, a source, a description."""
    return [
        Row(
            name=name_of(record),
            url=record.get_absolute_url(),
            note=_note(record),
            summary=translated(record, "summary" if hasattr(record, "summary") else "description"),
        )
        for record in records
    ]


def _note(record: Any) -> str:
    """The acronym, or else the kind."""
    if getattr(record, "short_name", ""):
        return translated(record, "short_name")
    return str(record.get_kind_display()) if hasattr(record, "get_kind_display") else ""
