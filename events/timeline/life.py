"""The life of one partnership on a single screen: what is drawn, as plain values.

Everything is drawn twice, for a wide screen and for a narrow one, where more marks are joined.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import SafeString

from events.addresses import chronicle_address, year_address
from events.presentation.numbers import entries as counted_entries
from events.timeline.axis import WHOLE, Axis, apart
from partners.models import Partnership
from twinning.translation.texts import Text

# The smallest distance between marks, in percent: 24 pixels of the narrowest picture of its kind.
WIDE, NARROW = 2.8, 8.6
BARS = {WIDE: 36, NARROW: 11}
FOOT = 28  # the height of a lane, in pixels
GAP = 0.2  # on either side of a bar, a share of its room
SHORT = 1  # percent
MANY = 5  # things that make the largest mark

Counted = Callable[[int], str]  # “3 entries”


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with a date and a page. `said` is HTML that says so, `name` its plain name."""

    earliest: date
    latest: date
    name: Text
    said: SafeString
    url: str


@dataclass(frozen=True, slots=True)
class Mark:
    """`at` is a percentage of the axis; `size` runs from 1 to 3 with the number of things."""

    at: float
    name: str
    said: SafeString | str
    url: str
    language: str
    size: int

    @property
    def radius(self) -> float:
        """Of a dot, in pixels."""
        return 3.5 + 1.5 * self.size

    @property
    def up(self) -> int:
        """How far from the top a stroke begins that stands on the lane's foot, in pixels."""
        return FOOT - self.down

    @property
    def down(self) -> int:
        """How long a stroke is, in pixels."""
        return 4 + 7 * self.size


@dataclass(frozen=True, slots=True)
class Bar:
    """`at`, `length` and `height` are percentages."""

    at: float
    length: float
    height: int
    name: str
    years: str
    count: int
    url: str

    @property
    def inner(self) -> float:
        """Where its ink begins: bars don't touch."""
        return self.at + self.length * GAP

    @property
    def width(self) -> float:
        return self.length * (1 - 2 * GAP)

    @property
    def top(self) -> int:
        return WHOLE - self.height


@dataclass(frozen=True, slots=True)
class Band:
    """Somebody's years in an office: `start` and `end` are percentages, `dates` says them."""

    start: float
    end: float
    name: str
    has_room: bool  # for the name, on a wide screen
    url: str
    dates: SafeString

    @property
    def is_short(self) -> bool:
        """Too short to be seen as a band."""
        return self.end - self.start < SHORT


@dataclass(frozen=True, slots=True)
class Marks:
    wide: list[Mark] = field(default_factory=list)
    narrow: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the picture: marks on a thread from `start` to `end`, or bands."""

    label: SafeString | str
    url: str = ""
    note: str = ""
    ribbon: str = ""
    start: float = 0
    end: float = 0
    marks: Marks = field(default_factory=Marks)
    bands: list[Band] = field(default_factory=list)


class Places:
    """Where on the axis things stand, and where a mark that joins several leads."""

    def __init__(self, partnership: Partnership, axis: Axis, told: Iterable[int]) -> None:
        self.partnership, self.axis, self.told = partnership, axis, set(told)

    def at(self, thing: Happening) -> float:
        return self.axis.middle(thing.earliest, thing.latest)

    def marks(self, things: Sequence[Happening], counted: Counted) -> Marks:
        return Marks(*(self._apart(things, distance, counted) for distance in (WIDE, NARROW)))

    def lane(
        self,
        things: Sequence[Happening],
        *,
        label: SafeString | str,
        url: str = "",
        note: str = "",
        ribbon: str = "",
        counted: Counted = counted_entries,
    ) -> Lane:
        reached = [self.at(each) for each in things]
        start, end = min(reached, default=0), max(reached, default=0)
        return Lane(label, url, note, ribbon, start, end, self.marks(things, counted))

    def _apart(self, things: Sequence[Happening], distance: float, counted: Counted) -> list[Mark]:
        return [self._mark(at, group, counted) for at, group in apart(things, self.at, distance)]

    def _mark(self, at: float, group: Sequence[Happening], counted: Counted) -> Mark:
        if len(group) == 1:
            only = group[0]
            language = only.name.language if only.name.is_fallback else ""
            return Mark(at, only.name.text, only.said, only.url, language, 1)
        years = sorted({each.earliest.year for each in group})
        name = f"{span(years[0], years[-1])}: {counted(len(group))}"
        size = 2 if len(group) < MANY else 3
        return Mark(at, name, name, self.address(years[0], years[-1]), "", size)

    def address(self, first: int, last: int) -> str:
        """The page of a year, or the place in the chronicle where several begin."""
        if first == last and first in self.told:
            return year_address(self.partnership, first)
        anchor = next((year for year in range(first, last + 1) if year in self.told), None)
        return chronicle_address(self.partnership) + (f"#y{anchor}" if anchor else "")


def span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def bars(
    beginnings: Sequence[date], axis: Axis, most: int, address: Callable[[int, int], str]
) -> list[Bar]:
    """How many entries begin in each year, or each few years where they are many."""
    step = axis.step(most)
    counts = Counter((day.year - axis.first) // step for day in beginnings)
    fullest = max(counts.values(), default=1)
    found = []
    for place, count in sorted(counts.items()):
        first = axis.first + place * step
        last = min(first + step - 1, axis.last)
        years = span(first, last)
        found.append(
            Bar(
                at=place * step / axis.length * WHOLE,
                length=(last - first + 1) / axis.length * WHOLE,
                height=max(round(count / fullest * WHOLE), 2),
                name=f"{years}: {counted_entries(count)}",
                years=years,
                count=count,
                url=address(first, last),
            )
        )
    return found
