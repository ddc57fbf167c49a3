"""Making the whole index anew, record by record, while it is searched.

Each batch replaces its entries in a transaction of its own: what was there stays until then, nobody
waits for long to save a record, and a build that was broken off goes on where it was.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from twinning.search import entries
from twinning.search.indexing import CHUNK, refresh
from twinning.search.models import Entry, IndexState
from twinning.search.registry import Searchable, searchables
from twinning.search.words import analysers

# Raised when what is kept of a record changes.
FORMAT = "2"

Progress = Callable[[str, int, int], None]


def wanted() -> dict[str, str]:
    """What a whole index is made by: its format, and each language's analyser with its version."""
    return {"format": FORMAT, **analysers()}


def is_current() -> bool:
    """Whether the index is whole, and made by the analysers that read what people type."""
    state = IndexState.objects.first()
    return state is not None and state.analysers == wanted()


def build(*, restart: bool = False, progress: Progress | None = None) -> int:
    """Make all entries anew and return how many there are. `progress` is told a kind, how many of
    its records are done, and how many there are.
    """
    state = IndexState.objects.first() or IndexState()
    if restart or state.building.get("analysers") != wanted():
        state.building = {"analysers": wanted(), "done": {}}
    done: dict[str, int] = state.building["done"]
    for searchable in searchables():
        for last in _batches(searchable, done.get(searchable.kind, 0), progress):
            done[searchable.kind] = last
            state.save()
    with transaction.atomic():
        _sweep()
        state.analysers, state.building, state.built_at = wanted(), {}, timezone.now()
        state.save()
    return Entry.objects.count()


def _batches(searchable: Searchable, after: int, progress: Progress | None) -> Iterator[int]:
    """Index the records whose keys come after; gives the last key of each batch."""
    records: Any = searchable.model._base_manager.order_by("pk")
    total = records.count()
    count = records.filter(pk__lte=after).count()
    while keys := list(records.filter(pk__gt=after).values_list("pk", flat=True)[:CHUNK]):
        with transaction.atomic():
            refresh(searchable, keys)
        after, count = keys[-1], count + len(keys)
        if progress:
            progress(searchable.kind, count, total)
        yield after


def _sweep() -> None:
    """Take out what no record stands behind any more."""
    known = {searchable.kind: searchable for searchable in searchables()}
    kinds = Entry.objects.order_by().values_list("kind", flat=True).distinct()
    for kind in list(kinds):
        gone = Entry.objects.filter(kind=kind).order_by()
        if kind in known:
            gone = gone.exclude(key__in=known[kind].model._base_manager.values("pk"))
        keys = set(gone.values_list("key", flat=True))
        if keys:
            entries.remove(kind, keys)
