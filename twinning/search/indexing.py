"""Keeping the index in step with the records, in the transaction that writes them."""

import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, pre_delete
from django.utils import timezone

from twinning.search import entries
from twinning.search.entries import ALWAYS, FOREVER, Staged
from twinning.search.place_in_order import STAGES
from twinning.search.registry import Searchable, add, models_of, searchable_of, watching

CHUNK = 200  # records whose documents are made at a time


# Whether each record may be public, now or by a plan, by its key.
Written = dict[type[Model], dict[int, bool]]


class _Gathered(threading.local):
    written: Written | None = None


_gathered = _Gathered()


def follow(
    model: type[Model],
    keys: Collection[int],
    *,
    whole: Collection[Model] = (),
    withheld: Collection[int] = frozenset(),
) -> None:
    """Records have been written, with all their rows: index them and whoever holds their names.

    `whole` are these records with all their parts, where somebody has just fetched them. Of those
    `withheld` it is known that no plan makes them public.
    """
    if not keys:
        return
    told = {key: key not in withheld for key in keys}
    if _gathered.written is None:
        _follow({model: told}, whole)
    else:
        _gathered.written.setdefault(model, {}).update(told)


@contextmanager
def gathered() -> Iterator[None]:
    """What is to be followed inside is followed once at the end, if it ends well.

    The transaction must go round it.
    """
    if _gathered.written is not None:
        yield
        return
    written: Written = {}
    _gathered.written = written
    try:
        yield
    finally:
        _gathered.written = None
    _follow(written)


def _follow(written: Written, whole: Collection[Model] = ()) -> None:
    done: dict[str, set[int]] = {}
    others: dict[str, tuple[Searchable, set[int]]] = {}
    for model, told in written.items():
        renamed = set(told)
        if searchable := searchable_of(model):
            done[searchable.kind] = renamed
            public = {key for key, is_public in told.items() if is_public}
            renamed = refresh(searchable, public, whole) | _take_out(searchable, renamed - public)
        for watcher, holders in _holders(model, renamed):
            others.setdefault(watcher.kind, (watcher, set()))[1].update(holders)
    for kind, (watcher, holders) in others.items():
        refresh(watcher, holders - done.get(kind, set()))


def _holders(
    model: type[Model], keys: Collection[int]
) -> Iterator[tuple[Searchable, Iterable[int]]]:
    """The records in whose documents these are named."""
    for watcher, path in watching(model) if keys else ():
        records = watcher.model._base_manager.filter(**{f"{path}__in": keys})
        yield watcher, records.values_list("pk", flat=True)


def refresh(
    searchable: Searchable, keys: Collection[int], whole: Collection[Model] = ()
) -> set[int]:
    """Make the entries of these records anew. Returns the keys of those whose names or times of
    being public have changed.
    """
    at_hand = {record.pk: record for record in whole}
    changed: set[int] = set()
    ordered = sorted(keys)
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        known = [at_hand[key] for key in chunk] if at_hand.keys() >= set(chunk) else []
        staged = _staged(searchable, chunk, timezone.now(), known)
        changed |= entries.replace(searchable.kind, searchable.rank, chunk, staged)
    return changed


def _take_out(searchable: Searchable, keys: Collection[int]) -> set[int]:
    """As `refresh`, of records that can't be public."""
    return entries.replace(searchable.kind, searchable.rank, keys, []) if keys else set()


def _staged(
    searchable: Searchable, keys: Collection[int], now: datetime, whole: Collection[Model]
) -> list[Staged]:
    """The documents of now and of each planned moment, those that stay the same as one."""
    moments = sorted(searchable.moments(keys, now))
    # What lies beyond the last number of stages is found once the record is written anew.
    begins = [ALWAYS, *moments][:STAGES]
    ends = [*moments, FOREVER][: len(begins)]
    staged: list[Staged] = []
    latest: dict[tuple[int, str], Staged] = {}
    for begin, end in zip(begins, ends, strict=True):
        for document in searchable.documents(keys, max(begin, now), whole):
            before = latest.get((document.key, document.language))
            if before and before.ends == begin and before.document == document:
                before.ends = end
            else:
                latest[document.key, document.language] = one = Staged(document, begin, end)
                staged.append(one)
    return staged


def register(searchable: Searchable) -> None:
    """Let records be searched, and leave the index when they are deleted, however that happens."""
    add(searchable)
    for model in models_of(searchable):
        pre_delete.connect(_note_holders, sender=model)
        post_delete.connect(_forget, sender=model)


def _note_holders(sender: type[Model], instance: Model, **_signal: Any) -> None:
    """Before its rows go, since those lead to who names the record."""
    vars(instance)["_held_by"] = [
        (watcher, set(keys)) for watcher, keys in _holders(sender, [instance.pk])
    ]


def _forget(sender: type[Model], instance: Model, **_signal: Any) -> None:
    if searchable := searchable_of(sender):
        entries.remove(searchable.kind, [instance.pk])
    for watcher, keys in vars(instance).pop("_held_by", ()):
        refresh(watcher, keys)
