"""Which part of the index to ask first for the newest entries.

An entry stands on the shelf of the month in which its record begins (`lexemes.of_shelf`), so that
an index that gives all entries with a word at once can be asked for those of some months only.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from twinning.search import lexemes
from twinning.search.place_in_order import day_of, first_dated, first_place_before

KNOWN_FOR = 600  # seconds; the numbers only tell how much to ask for, never what is found
MOST_MONTHS = 24  # of more PostgreSQL thinks that reading every entry takes less


@dataclass(frozen=True, slots=True)
class Portion:
    """Shelves next to each other in the order, about how many entries stand on them, and the place
    at which those after them begin.
    """

    shelves: frozenset[str]
    entries: int
    end: int


class Counted:
    """About how many entries there are, by the first day of the month; None: without a date."""

    def __init__(self, numbers: dict[date | None, int]) -> None:
        self._numbers = numbers
        self._read_at = time.monotonic()

    @property
    def is_old(self) -> bool:
        return time.monotonic() - self._read_at > KNOWN_FOR

    def between(self, earliest: date | None, latest: date | None) -> int:
        """Entries that begin then; without days, all."""
        if not (earliest or latest):
            return sum(self._numbers.values())
        first, last = earliest or date.min, latest or date.max
        return sum(
            number
            for month, number in self._numbers.items()
            if month and first.replace(day=1) <= month <= last
        )

    def portion(self, months: Iterator[date], wanted: int, *, undated: bool) -> Portion:
        """The next months, until there are about so many entries."""
        shelves = {lexemes.of_shelf(None)} if undated else set()
        entries, month = self._numbers.get(None, 0) if undated else 0, date.min
        for month in months:
            shelves.add(lexemes.of_shelf(month))
            entries += self._numbers.get(month, 0)
            if entries >= wanted or len(shelves) >= MOST_MONTHS:
                break
        return Portion(frozenset(shelves), entries, first_place_before(month))


def months_back(latest: date | None) -> Iterator[date]:
    """The first days of months, from that of the newest entry, or of `latest`, down."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM search_entry WHERE id >= %s ORDER BY id LIMIT 1", [first_dated()]
        )
        row = cursor.fetchone()
    newest = day_of(row[0]) if row else None
    start = min(filter(None, (newest, latest)), default=None)
    return _back(start) if start else iter(())


def _back(day: date) -> Iterator[date]:
    month = day.replace(day=1)
    while True:
        yield month
        if month == date.min:
            return
        month = (month - timedelta(days=1)).replace(day=1)


_counted = Counted({})


def counted() -> Counted:
    global _counted
    if _counted.is_old or not _counted.between(None, None):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT date_trunc('month', earliest)::date, count(*) FROM search_entry GROUP BY 1"
            )
            _counted = Counted(dict(cursor.fetchall()))
    return _counted
