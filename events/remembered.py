"""What happened on this day and in this month of other years."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Min, Q, TextField
from django.db.models.functions import Cast, Length

from events.jubilees import months_after
from events.models import Event
from events.models.event_queryset import EventQuerySet

DAY, DAYS = len("1994-06-12"), len("1994-06-12/1994-06-14")
MONTH = len("1994-06")
LONGEST = timedelta(days=31)  # what goes on for longer doesn't happen on a day
CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class Remembered:
    """Entries of earlier years, oldest first; `on_day` aren't among `in_month`."""

    on_day: list[Event]
    in_month: list[Event]


def remembered(today: date, *, most: int) -> Remembered:
    """At most so many of each, spread over the years.

    An entry counts for the day only if its date is known to the day, and for the month if it is
    known to the month: “about June 1994” happened neither on a day nor in a month of ours.
    """
    published = Event.objects.published()
    first = published.aggregate(first=Min("date_earliest"))["first"]
    if first is None or first.year >= today.year:
        return Remembered([], [])
    # Named years, so that the index on the date serves: no database can look for a month in it.
    days = [day for year in range(first.year, today.year) if (day := _in_year(today, year))]
    on_day = _spread(_on(published, days), most)
    in_month = _spread(_in_months(published, days).exclude(pk__in=on_day), most)
    entries = published.filter(pk__in=[*on_day, *in_month]).for_mixed_lists().in_order()
    return Remembered(
        [each for each in entries if each.pk in on_day],
        [each for each in entries if each.pk in in_month],
    )


def _on(events: EventQuerySet, days: Iterable[date]) -> EventQuerySet:
    condition = Q(pk__in=[])
    for day in days:
        since = max(day - LONGEST, date.min + LONGEST)
        condition |= Q(date_earliest__range=(since, day), date_latest__range=(day, day + LONGEST))
    return _of_precision(events.filter(condition), DAY, DAYS)


def _in_months(events: EventQuerySet, days: Iterable[date]) -> EventQuerySet:
    condition = Q(pk__in=[])
    for day in days:
        first = day.replace(day=1)
        last = months_after(first, 1) - timedelta(days=1)
        condition |= Q(date_earliest__range=(first, last), date_latest__lte=last + LONGEST)
    return _of_precision(events.filter(condition), MONTH, DAY, DAYS)


def _of_precision(events: EventQuerySet, *lengths: int) -> EventQuerySet:
    """An EDTF text tells by its length how much of a date is known, and a doubt lengthens it."""
    return events.annotate(length=Length(Cast("date", TextField()))).filter(length__in=lengths)


def _spread(events: EventQuerySet, most: int) -> list[int]:
    """The numbers of at most so many, from as many different years as there are."""
    rows = events.newest_first().values_list("pk", "date_earliest")[:CANDIDATES]
    return list(_by_turns((pk, begun.year) for pk, begun in rows))[:most]


def _by_turns(rows: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The first of each year, then the second of each, and so on."""
    years: dict[int, list[int]] = {}
    for pk, year in rows:
        years.setdefault(year, []).append(pk)
    for turn in range(max(map(len, years.values()), default=0)):
        yield from (pks[turn] for pks in years.values() if turn < len(pks))


def _in_year(day: date, year: int) -> date | None:
    """None for 29 February of a common year."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None
