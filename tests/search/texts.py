"""Documents for tests of the index, written without any record."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from twinning.search import entries
from twinning.search.documents import Document, Passage
from twinning.search.entries import ALWAYS, FOREVER, Staged

KIND, RANK = "note", 3


def document(
    key: int,
    title: str = "",
    *,
    names: str = "",
    dates: str = "",
    body: str = "",
    language: str = "pl",
    on: str | None = None,
    until: str | None = None,
    facets: Iterable[tuple[str, str]] = (),
) -> Document:
    """`on` and `until` are days as in 1994-06-01."""

    def passages(text: str) -> Any:
        return (Passage(text, language),) if text else ()

    return Document(
        key,
        language,
        title=passages(title),
        names=passages(names),
        dates=passages(dates),
        body=passages(body),
        facets=frozenset(facets),
        earliest=date.fromisoformat(on) if on else None,
        latest=date.fromisoformat(until or on) if on else None,
    )


def index(*documents: Document) -> None:
    keys = {each.key for each in documents}
    entries.replace(KIND, RANK, keys, [Staged(each, ALWAYS, FOREVER) for each in documents])
