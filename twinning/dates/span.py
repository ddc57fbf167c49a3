"""A point or an interval written in EDTF (ISO 8601-2).

Only a profile of EDTF is kept, the part both languages have words for. It is read with a regular
expression and not with the `edtf` package, which needs about 3 ms for a string (too much for a
page of 300 entries), refuses "2014-21?" and lets 29 February 2001 pass. The tests hold both to the
same bounds, and the reader in `parsing` asks `edtf` about notations outside the profile.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.points import Doubt, Point, Precision

OPEN = ".."


@dataclass(frozen=True, slots=True)
class Span:
    """A point (both ends the same object of value) or an interval; an end that is None is open."""

    first: Point | None
    last: Point | None

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise DateNotUnderstood("unreadable", self.edtf)
        if self.earliest > self.latest:
            raise DateNotUnderstood("backwards", self.edtf)

    @classmethod
    def from_edtf(cls, text: str) -> "Span":
        return _span(text)

    @property
    def point(self) -> Point | None:
        """The one point, or None for an interval."""
        return self.first if self.first == self.last else None

    @property
    def points(self) -> tuple[Point, ...]:
        ends = (self.first,) if self.first == self.last else (self.first, self.last)
        return tuple(end for end in ends if end is not None)

    @property
    def is_turn(self) -> bool:
        """True for "the turn of 2009 and 2010", kept as 2009~/2010~: two neighbouring years,
        months, seasons, decades or centuries, both approximate.
        """
        if self.first is None or self.last is None or self.first.precision is Precision.DAY:
            return False
        return (
            self.first.doubt is self.last.doubt is Doubt.APPROXIMATE
            and self.first.precision is self.last.precision
            and self.first.latest + timedelta(days=1) == self.last.earliest
        )

    @property
    def edtf(self) -> str:
        first, last = (end.edtf if end else OPEN for end in (self.first, self.last))
        return first if first == last else f"{first}/{last}"

    @property
    def earliest(self) -> date:
        return self.first.earliest if self.first else date.min

    @property
    def latest(self) -> date:
        return self.last.latest if self.last else date.max


@lru_cache(maxsize=4096)
def _span(text: str) -> Span:
    first, slash, last = text.partition("/")
    if not slash:
        point = Point.from_edtf(first)
        return Span(point, point)
    return Span(*(None if end == OPEN else Point.from_edtf(end) for end in (first, last)))
