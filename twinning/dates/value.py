"""The historical date: one value for everything from "the 1990s" to "12–14 September 2014"."""

from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Self

from django.conf import settings
from django.utils.translation import get_language

from twinning.dates import parsing, rendering
from twinning.dates.errors import DateNotUnderstood
from twinning.dates.points import Doubt, Precision
from twinning.dates.rendering import Style
from twinning.dates.span import Span

APPROXIMATE = {Doubt.APPROXIMATE, Doubt.BOTH}
UNCERTAIN = {Doubt.UNCERTAIN, Doubt.BOTH}


@total_ordering
@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as precise as its source, held as a canonical EDTF string ("2014-09-12/2014-09-14").

    Kept: year, month, day, season (2014-21 … 24), decade (199X), century (19XX), each perhaps
    uncertain (?), approximate (~) or both (%); intervals of these; open intervals ("1998/..").
    Anything else raises DateNotUnderstood. Equal ends collapse: "1994/1994" is "1994".

    Dates are ordered by earliest day, then the longer first, then by their text, so that
    1994 < 1 January 1994 < June 1994 < 12 June 1994. "Until 1998" therefore comes before all.
    """

    edtf: str

    def __post_init__(self) -> None:
        try:
            object.__setattr__(self, "edtf", Span.from_edtf(self.edtf).edtf)
        except DateNotUnderstood as error:
            raise DateNotUnderstood(error.code, self.edtf, error.part) from None

    @classmethod
    def parse(
        cls, text: str, *, language: str | None = None, context_year: int | None = None
    ) -> Self:
        """Read what a person wrote, in Polish, English, numbers or EDTF.

        Both languages are always understood; `language` only goes first where a word could belong
        to either. `context_year` is the year of "br." (this year) and of a day and month
        alone. Two-digit years: 50–99 are 1950–1999, 00–49 are 2000–2049; days come before months.
        Raises DateNotUnderstood and nothing else.
        """
        return cls(parsing.read(text, language=language, context_year=context_year).edtf)

    @classmethod
    def parse_heading(cls, text: str) -> Self:
        """Read a chronicle's year heading: "ROK 1997", "LATA 2000-2001", "2004 r.", "ROK 2014 …".

        Words after "ROK" and a year are passed over. Raises DateNotUnderstood and nothing else.
        """
        return cls(parsing.read_heading(text).edtf)

    @classmethod
    def of_day(cls, day: date) -> Self:
        return cls(day.isoformat())

    def render(self, language: str | None = None, style: Style = "full") -> str:
        """The date in words; in the active language unless one is named.

        full: "12–14 września 2014 r." · short: "12–14 wrz 2014" · in: "w dniach 12–14 września
        2014 r." · plain: the full words without "r." and without no-break spaces.
        """
        return rendering.render(
            self.span, language or get_language() or settings.LANGUAGE_CODE, style
        )

    @property
    def span(self) -> Span:
        return Span.from_edtf(self.edtf)

    @property
    def earliest(self) -> date:
        """The first day it may mean; 0001-01-01 where the beginning is open."""
        return self.span.earliest

    @property
    def latest(self) -> date:
        """The last day it may mean; 9999-12-31 (`date.max`) where the end is open."""
        return self.span.latest

    @property
    def years(self) -> range:
        """Every year it touches. Lazy, because an open end reaches to 9999."""
        return range(self.earliest.year, self.latest.year + 1)

    def touches(self, year: int) -> bool:
        return year in self.years

    @property
    def precision(self) -> Precision | None:
        """How precise a single point is, None for an interval."""
        point = self.span.point
        return point.precision if point else None

    @property
    def is_exact(self) -> bool:
        """True for one certain day."""
        point = self.span.point
        return bool(point and point.precision is Precision.DAY and not point.doubt)

    @property
    def certain_days(self) -> tuple[date, date] | None:
        """The first and the last day, where both are known for certain."""
        span = self.span
        ends = (span.first, span.last)
        if any(end is None or end.doubt or end.precision < Precision.DAY for end in ends):
            return None
        return span.earliest, span.latest

    @property
    def is_html_time(self) -> bool:
        """True where the EDTF text is also a valid `datetime` of HTML's `<time>`."""
        point = self.span.point
        kinds = (Precision.DAY, Precision.MONTH, Precision.YEAR)
        return bool(point and point.precision in kinds and not point.doubt)

    @property
    def is_open(self) -> bool:
        return None in (self.span.first, self.span.last)

    @property
    def is_approximate(self) -> bool:
        return any(point.doubt in APPROXIMATE for point in self.span.points)

    @property
    def is_uncertain(self) -> bool:
        return any(point.doubt in UNCERTAIN for point in self.span.points)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, HistoricalDate):
            return NotImplemented
        return self._key < other._key

    @property
    def _key(self) -> tuple[date, int, str]:
        return self.earliest, -self.latest.toordinal(), self.edtf

    def __str__(self) -> str:
        return self.render()

    def __repr__(self) -> str:
        return f"HistoricalDate({self.edtf!r})"
