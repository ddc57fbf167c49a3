"""Coming jubilees: which anniversaries are celebrated, and when those of a date fall."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from events.models import Act
from twinning.dates import HistoricalDate
from twinning.dates.points import Point, Precision

LEAD_MONTHS = 24


def is_jubilee(years: int) -> bool:
    """The fifth, every tenth and every twenty-fifth: 5, 10, 20, 25, 30, 40, 50, 60, 70, 75 …"""
    return years == 5 or (years > 0 and (years % 10 == 0 or years % 25 == 0))


@dataclass(frozen=True, slots=True)
class Jubilee:
    """An anniversary, dated as precisely as what it is the anniversary of."""

    years: int
    falls: HistoricalDate

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return self.falls.span.points[0].precision

    def months_left(self, today: date) -> int:
        """Whole months until the first day that it may fall on; 0 once that has come."""
        first = self.falls.earliest
        months = (first.year - today.year) * 12 + first.month - today.month
        if months > 0 and months_after(today, months) > first:
            months -= 1
        return max(months, 0)

    def days_left(self, today: date) -> int:
        return max((self.falls.earliest - today).days, 0)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The jubilee of a signature; `opens` says that it was the first between two cities."""

    act: Act
    jubilee: Jubilee
    opens: bool


def coming_jubilees(
    began: HistoricalDate, *, today: date, months: int = LEAD_MONTHS
) -> list[Jubilee]:
    """The jubilees of `began` from today on, those that may be today or begun included.

    Only a beginning known to the year has any. What began on 29 February is celebrated on
    28 February where the year has no such day.
    """
    first = began.span.first
    if first is None or first.precision < Precision.YEAR:
        return []
    horizon = months_after(today, months)
    ages = range(max(today.year - first.year - 1, 1), horizon.year - first.year + 1)
    jubilees = [Jubilee(age, _later(first, age)) for age in ages if is_jubilee(age)]
    return [
        each for each in jubilees if each.falls.latest >= today and each.falls.earliest <= horizon
    ]


def anniversaries(
    acts: Iterable[Act], *, today: date, months: int = LEAD_MONTHS
) -> list[Anniversary]:
    """The coming jubilees of signatures, soonest first. `acts` come in the order of their dates."""
    found, opened = [], set()
    for act in acts:
        partnership = act.agreement.partnership_id
        opens = partnership is not None and partnership not in opened
        opened.add(partnership)
        found += [
            Anniversary(act, jubilee, opens)
            for jubilee in coming_jubilees(act.date, today=today, months=months)
        ]
    return sorted(found, key=lambda each: (each.jubilee.falls, each.act.pk))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _later(first: Point, years: int) -> HistoricalDate:
    year, day = first.year + years, first.day
    if first.precision is Precision.DAY:
        day = min(day, monthrange(year, first.month)[1])
    return HistoricalDate(Point.of(year, first.month, day, first.doubt).edtf)
