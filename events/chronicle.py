"""A chronicle as it is told: years with their entries and notes, and how full each year is."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from events.models import Event, YearNote

FULL = 100


@dataclass(frozen=True, slots=True)
class YearBar:
    """One year above the chronicle. `height` is a percentage of the fullest year's."""

    year: int
    count: int
    height: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class YearOfEntries:
    """A year with entries. `gap` names the years without any before it: “1995”, “2010–2012”."""

    year: int
    url: str
    gap: str
    notes: list[YearNote]
    entries: list[Event]


@dataclass(frozen=True, slots=True)
class Neighbours:
    previous: YearBar | None
    next: YearBar | None


def year_bars(
    beginnings: Iterable[date], address: Callable[[int], str], *, current: int | None = None
) -> list[YearBar]:
    """A bar for each year from the first to the last, the empty ones (without address) included."""
    counts = Counter(day.year for day in beginnings)
    if not counts:
        return []
    most = max(counts.values())
    return [
        YearBar(
            year,
            count := counts[year],
            round(FULL * count / most),
            address(year) if count else "",
            year == current,
        )
        for year in range(min(counts), max(counts) + 1)
    ]


def neighbours(bars: Sequence[YearBar], year: int) -> Neighbours:
    """The nearest years with entries before and after `year`."""
    before = [bar for bar in bars if bar.year < year and bar.count]
    after = [bar for bar in bars if bar.year > year and bar.count]
    return Neighbours(before[-1] if before else None, after[0] if after else None)


def by_year(
    entries: Iterable[Event],
    notes: Sequence[YearNote],
    bars: Sequence[YearBar],
    *,
    gaps: bool = True,
) -> list[YearOfEntries]:
    """Entries, already in order, under the year they begin in; a note once, where it begins.

    Without `gaps` the years between are passed over: a filter, not the sources, left them empty.
    """
    addresses = {bar.year: bar.url for bar in bars}
    years: list[YearOfEntries] = []
    untold = list(notes)
    for year, group in groupby(entries, key=lambda entry: entry.date.earliest.year):
        gap = _gap(years[-1].year, year) if gaps and years else ""
        here = [note for note in untold if note.first_year <= year <= note.last_year]
        untold = [note for note in untold if note.first_year > year]
        years.append(YearOfEntries(year, addresses.get(year, ""), gap, here, list(group)))
    return years


def _gap(before: int, after: int) -> str:
    first, last = before + 1, after - 1
    if first > last:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def link_to(bar: YearBar | None) -> tuple[str, str] | None:
    return (str(bar.year), bar.url) if bar else None


def missing_editions(events: Iterable[Event]) -> list[int]:
    """The numbers up to the last known edition of which there is no entry."""
    known = {event.edition for event in events if event.edition}
    return sorted(set(range(1, max(known, default=0))) - known)
