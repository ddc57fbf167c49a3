"""What differs between an earlier version of an entry and the one that stands, for residents."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language

from twinning.publishing.comparison import told_fields
from twinning.publishing.languages import language_of
from twinning.publishing.models.part import part_relations
from twinning.publishing.naming import Names
from twinning.publishing.shown import label_of, shown
from twinning.publishing.snapshot import Row, Snapshot
from twinning.publishing.words import Segment, compare_items, compare_words

# What the office decides for itself, and addresses, which lead on anyway.
UNTOLD = ("status", "publish_at", "unpublish_at", "slug")


@dataclass(frozen=True, slots=True)
class Changed:
    """`segments` is empty where it is only said that something has changed."""

    label: str
    segments: tuple[Segment, ...] = ()


def changed_since(then: Snapshot, now: Snapshot) -> list[Changed]:
    """Between two snapshots of an entry, both without what isn't public.

    Word by word in the reader's own language; of other languages, of what it is tied to and of its
    rows only which. No query.
    """
    return [*_own(then.record, now.record), *_parts(then, now)]


def _own(then: Row, now: Row) -> Iterator[Changed]:
    for field in told_fields(then.model):
        known = field.name in then.values and field.name in now.values
        if field.name.startswith(UNTOLD) or not known:
            continue
        before, after = then.values[field.name], now.values[field.name]
        if (before or None) == (after or None):
            continue
        words = not field.remote_field and language_of(field) in (None, get_language())
        yield Changed(label_of(field), _words(field, before, after) if words else ())


def _words(field: Any, before: Any, after: Any) -> tuple[Segment, ...]:
    old, new = (shown(field, value, Names([])) for value in (before, after))
    if old.whole or new.whole:
        return tuple(compare_items(*([each.text] if each.text else [] for each in (old, new))))
    return tuple(compare_words(old.text, new.text, rich=old.rich or new.rich))


def _parts(then: Snapshot, now: Snapshot) -> Iterator[Changed]:
    for relation in part_relations(then.record.model):
        olds, news = (_rows(each, each.record, relation) for each in (then, now))
        if olds != news:
            yield Changed(capfirst(str(relation.related_model._meta.verbose_name_plural)))


def _rows(snapshot: Snapshot, row: Row, relation: Any) -> list[Any]:
    """The rows with theirs, in an order of their own."""
    return [
        (part.pk, part.values, [_rows(snapshot, part, each) for each in part_relations(part.model)])
        for part in sorted(snapshot.parts_of(row, relation), key=lambda part: part.pk)
    ]
