"""One point of a date: a year, a month, a day and their coarser and doubtful relatives."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import Self

from twinning.dates.errors import DateNotUnderstood

POINT = re.compile(
    r"(?:([0-9]{2})XX|([0-9]{3})X|([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?)([?~%]?)"
)
SPRING, SUMMER, AUTUMN, WINTER = range(21, 25)


class Precision(IntEnum):
    """How much of the date is known; a greater number is more precise."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


class Doubt(StrEnum):
    """EDTF's qualifiers of a whole point."""

    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date: `year` is the first of its decade or century, `month` may be an EDTF
    season (21 spring … 24 winter), 0 stands for "not said".

    Raises DateNotUnderstood where the calendar has no such day. Winter belongs to the year
    in which it begins: 2014-24 runs from December 2014 to February 2015.
    """

    year: int
    month: int = 0
    day: int = 0
    precision: Precision = Precision.YEAR
    doubt: Doubt = Doubt.NONE

    def __post_init__(self) -> None:
        first_year = 0 if self.precision <= Precision.DECADE else 1
        last_year = 9998 if self.month == WINTER else 9999
        if not first_year <= self.year <= last_year:
            raise DateNotUnderstood("out_of_range", self.edtf)
        if self.precision >= Precision.MONTH and not 1 <= self.month <= 12:
            raise DateNotUnderstood("impossible", self.edtf)
        if self.precision is Precision.SEASON and not SPRING <= self.month <= WINTER:
            raise DateNotUnderstood("impossible", self.edtf)
        if self.precision is Precision.DAY and not 1 <= self.day <= self._days_in_month:
            raise DateNotUnderstood("impossible", self.edtf)

    @classmethod
    def from_edtf(cls, text: str) -> Self:
        match = POINT.fullmatch(text)
        if match is None:
            raise DateNotUnderstood("unreadable", text)
        century, decade, year, month, day, doubt = match.groups()
        if century:
            return cls(int(century) * 100, precision=Precision.CENTURY, doubt=Doubt(doubt))
        if decade:
            return cls(int(decade) * 10, precision=Precision.DECADE, doubt=Doubt(doubt))
        return cls.of(int(year), int(month or 0), int(day or 0), Doubt(doubt))

    @classmethod
    def of(cls, year: int, month: int = 0, day: int = 0, doubt: Doubt = Doubt.NONE) -> Self:
        """The point named by its numbers, as precise as they are."""
        if day:
            precision = Precision.DAY
        elif month > 12:
            precision = Precision.SEASON
        else:
            precision = Precision.MONTH if month else Precision.YEAR
        return cls(year, month, day, precision, doubt)

    @property
    def edtf(self) -> str:
        if self.precision is Precision.CENTURY:
            return f"{self.year // 100:02d}XX{self.doubt}"
        if self.precision is Precision.DECADE:
            return f"{self.year // 10:03d}X{self.doubt}"
        month = f"-{self.month:02d}" if self.precision > Precision.YEAR else ""
        day = f"-{self.day:02d}" if self.precision is Precision.DAY else ""
        return f"{self.year:04d}{month}{day}{self.doubt}"

    @property
    def _days_in_month(self) -> int:
        return monthrange(self.year, self.month)[1]

    @property
    def earliest(self) -> date:
        if self.precision is Precision.SEASON:
            return date(self.year, 3 * (self.month - 20), 1)
        return date(max(self.year, 1), self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        if self.precision is Precision.DAY:
            return self.earliest
        if self.precision <= Precision.YEAR:
            years = {Precision.CENTURY: 99, Precision.DECADE: 9, Precision.YEAR: 0}
            return date(self.year + years[self.precision], 12, 31)
        year, month = self.year, self.month
        if self.precision is Precision.SEASON:
            month = 3 * (month - 20) + 2
        if month > 12:
            year, month = year + 1, month - 12
        return date(year, month, monthrange(year, month)[1])
