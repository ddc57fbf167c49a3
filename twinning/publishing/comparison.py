"""What differs between two states of a record, field by field, parts and their parts included."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from twinning.publishing.languages import language_of
from twinning.publishing.models.part import part_relations
from twinning.publishing.naming import Names
from twinning.publishing.shown import label_of, shown
from twinning.publishing.snapshot import Row, Snapshot, kept_fields
from twinning.publishing.words import Segment, compare_items, compare_words, side

State = Literal["record", "added", "removed", "changed"]
# What a form can't change and a reader of the comparison wants to know all the same.
TOLD = {"status"}


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs. `language` is that of its texts, None where it has none."""

    label: str
    language: str | None
    segments: tuple[Segment, ...]

    @property
    def before(self) -> list[Segment]:
        return side(self.segments, "removed")

    @property
    def after(self) -> list[Segment]:
        return side(self.segments, "added")


@dataclass(frozen=True, slots=True)
class Section:
    """The record itself, or one of its rows; `path` says which: “Delegations: …”, “Members: …”."""

    path: tuple[str, ...]
    state: State
    changes: tuple[Change, ...]


def compare(
    before: Snapshot, after: Snapshot, names: Names, *, without: Collection[str] = ()
) -> list[Section]:
    """The sections that differ, rows matched by primary key. Nothing if the two say the same."""
    changes = tuple(_changes(before.record, after.record, names, without))
    own = [Section((), "record", changes)] if changes else []
    return [*own, *_of_parts((), before, after, before.record, after.record, names)]


def told(snapshot: Snapshot, names: Names) -> list[Section]:
    """All that a snapshot says, its empty fields left out."""
    sections = [Section((), "record", tuple(_all_of(snapshot.record, names)))]
    return [*sections, *_parts_told((), snapshot, snapshot.record, names)]


def heading(row: Row, names: Names) -> str:
    """“Participants: Koło Przyjaciół”; the name that was kept, or those of what it names."""
    kind = capfirst(str(row.model._meta.verbose_name_plural))
    name = row.name or ", ".join(names.of(key) for _field, key in row.references())
    if not name:
        name = _("no. %(number)s") % {"number": row.pk}
    return f"{kind}: {name}"


def _of_parts(
    path: tuple[str, ...],
    before: Snapshot,
    after: Snapshot,
    old: Row | None,
    new: Row | None,
    names: Names,
) -> Iterator[Section]:
    known = old or new
    assert known is not None
    for relation in part_relations(known.model):
        olds = {row.pk: row for row in before.parts_of(old, relation)} if old else {}
        news = {row.pk: row for row in after.parts_of(new, relation)} if new else {}
        for pk in [*news, *(pk for pk in olds if pk not in news)]:
            pair = olds.get(pk), news.get(pk)
            yield from _of_pair(path, before, after, *pair, names)


def _of_pair(
    path: tuple[str, ...],
    before: Snapshot,
    after: Snapshot,
    old: Row | None,
    new: Row | None,
    names: Names,
) -> Iterator[Section]:
    row = new if new and (new.name or not old) else old
    assert row is not None
    state: State = "changed" if old and new else "added" if new else "removed"
    own = (*path, heading(row, names))
    changes = tuple(_changes(old, new, names, ()))
    if changes or state != "changed":
        yield Section(own, state, changes)
    yield from _of_parts(own, before, after, old, new, names)


def _changes(
    old: Row | None, new: Row | None, names: Names, without: Collection[str]
) -> Iterator[Change]:
    row = old or new
    assert row is not None
    for field in told_fields(row.model):
        # What one of the two doesn't know, since the field is younger, isn't compared.
        unknown = any(each is not None and field.name not in each.values for each in (old, new))
        if field.name in without or unknown:
            continue
        if None in (old, new) and _says_nothing(field, row.values.get(field.name)):
            continue
        was, is_now = (each.values[field.name] if each else None for each in (old, new))
        if was != is_now and (segments := _segments(field, was, is_now, names)):
            yield Change(label_of(field), language_of(field), segments)


def _says_nothing(field: Any, value: Any) -> bool:
    """Empty, or what stands there where nobody has chosen anything."""
    return value in (None, "", []) or (field.has_default() and value == field.get_default())


def told_fields(model: Any) -> list[Any]:
    return [each for each in kept_fields(model) if each.editable or each.name in TOLD]


def _segments(field: Any, old: Any, new: Any, names: Names) -> tuple[Segment, ...]:
    if field.many_to_many:
        listed = [
            sorted(names.of((field.related_model, int(pk))) for pk in each or ())
            for each in (old, new)
        ]
        return tuple(compare_items(*listed))
    before, after = shown(field, old, names), shown(field, new, names)
    if before.whole or after.whole:
        return tuple(compare_items(*([each.text] if each.text else [] for each in (before, after))))
    return tuple(compare_words(before.text, after.text, rich=before.rich or after.rich))


def _all_of(row: Row, names: Names) -> Iterator[Change]:
    for field in told_fields(row.model):
        value = row.values.get(field.name)
        if not _says_nothing(field, value) and (segments := _segments(field, value, value, names)):
            yield Change(label_of(field), language_of(field), segments)


def _parts_told(
    path: tuple[str, ...], snapshot: Snapshot, row: Row, names: Names
) -> Iterator[Section]:
    for relation in part_relations(row.model):
        for part in snapshot.parts_of(row, relation):
            own = (*path, heading(part, names))
            yield Section(own, "record", tuple(_all_of(part, names)))
            yield from _parts_told(own, snapshot, part, names)
