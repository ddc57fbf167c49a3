"""Writing documents into the index."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db import connection

from twinning.search import lexemes, vocabulary
from twinning.search.documents import Document
from twinning.search.engines import engine
from twinning.search.models import Entry
from twinning.search.place_in_order import place

ALWAYS, FOREVER = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
_LOCK = 0x7EA2C4  # any number that nobody else uses


@dataclass(slots=True)
class Staged:
    """A document and the time for which it is true."""

    document: Document
    begins: datetime
    ends: datetime


def replace(kind: str, rank: int, keys: Collection[int], staged: Iterable[Staged]) -> set[int]:
    """Let the index hold of these records what `staged` says. Call it in the transaction that
    changes them.

    Returns the keys of those whose names or times have changed, or may have.
    """
    _wait_for_others()
    old = list(Entry.objects.filter(kind=kind, key__in=keys))
    counts: Counter[tuple[str, str]] = Counter()
    spellings: dict[tuple[str, str], str] = {}
    new = []
    numbers: Counter[tuple[int, str]] = Counter()
    for each in staged:
        document = each.document
        number = numbers[document.key, document.language]
        numbers[document.key, document.language] += 1
        new.append(_entry(kind, rank, each, number))
        for word, written in document.written_words.items():
            counts[document.language, word] += 1
            known = spellings.get((document.language, word), written)
            spellings[document.language, word] = min(known, written)
    before, after = _compared(old), _compared(new)
    named_before, named_after = _outward(old), _outward(new)
    # Of what has no entry nobody knows what it was called before.
    renamed = {
        key for key in keys if key not in named_before or named_before[key] != named_after.get(key)
    }
    if before == after:
        return renamed
    for entry in old:
        counts.subtract((entry.language, word) for word in engine().surfaces(entry.words))
    Entry.objects.filter(pk__in=[entry.pk for entry in old]).delete()
    Entry.objects.bulk_create(new)
    vocabulary.count(counts, spellings)
    return renamed


def remove(kind: str, keys: Collection[int]) -> None:
    replace(kind, 0, keys, [])


def _entry(kind: str, rank: int, staged: Staged, number: int) -> Entry:
    document = _with_own_facets(staged.document, kind)
    codes = [code for code, _name in settings.LANGUAGES]
    language = codes.index(document.language)
    return Entry(
        pk=place(document.earliest, rank, document.key, number, language),
        kind=kind,
        key=document.key,
        language=document.language,
        visible_from=staged.begins,
        visible_until=staged.ends,
        earliest=document.earliest,
        latest=document.latest,
        title=lexemes.field_text(document.title),
        names=lexemes.field_text(document.names),
        dates=lexemes.field_text(document.dates),
        facets=" ".join(document.facet_lexemes),
        words=engine().packed(document.sequence, document.unordered),
    )


def _with_own_facets(document: Document, kind: str) -> Document:
    own = {("type", kind), ("language", document.language)}
    return dataclasses.replace(document, facets=document.facets | own)


def _compared(entries: Iterable[Entry]) -> dict[int, tuple[object, ...]]:
    return {
        entry.pk: tuple(getattr(entry, field.attname) for field in Entry._meta.concrete_fields)
        for entry in entries
    }


def _outward(entries: Iterable[Entry]) -> dict[int, set[tuple[object, ...]]]:
    """What the entries of other records may hold of these."""
    found: dict[int, set[tuple[object, ...]]] = defaultdict(set)
    for entry in entries:
        times = (entry.visible_from, entry.visible_until)
        found[entry.key].add((entry.language, entry.title, entry.names, *times))
    return found


def _wait_for_others() -> None:
    """One writer of the index at a time, so that none waits for words that another has counted.

    SQLite has one writer anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
