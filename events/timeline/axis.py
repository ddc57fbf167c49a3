"""Years along an axis, and how marks on it keep their distance."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

WHOLE = 100
# Years that one bar may stand for, and the distances of the lines across the picture.
STEPS = (1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 500)
LINES = 7  # across a picture, at most

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Tick:
    """`at` is a percentage of the axis."""

    label: str
    at: float


@dataclass(frozen=True)
class Axis:
    """Whole years, both included."""

    first: int
    last: int

    @cached_property
    def length(self) -> int:
        return self.last - self.first + 1

    def at(self, day: date) -> float:
        """The percentage at which a day lies; one beyond an end lies at it."""
        length_of_year = (date(day.year, 12, 31) - date(day.year, 1, 1)).days + 1
        years = day.year - self.first + (day.timetuple().tm_yday - 1) / length_of_year
        return min(max(years / self.length, 0.0), 1.0) * WHOLE

    def middle(self, earliest: date, latest: date) -> float:
        """Where a date lies that may be any of these days."""
        if latest.year > self.last:  # an open end says nothing of when it happened
            return self.at(earliest)
        return (self.at(earliest) + self.at(latest)) / 2

    def reaches(self, earliest: date, latest: date) -> bool:
        return earliest.year <= self.last and latest.year >= self.first

    @cached_property
    def ticks(self) -> list[Tick]:
        """Round years, never more than `LINES`."""
        step = next(each for each in STEPS[3:] if self.length / each < LINES)
        start = -(-self.first // step) * step
        return [
            Tick(str(year), (year - self.first) / self.length * WHOLE)
            for year in range(start, self.last + 1, step)
        ]

    def step(self, most: int) -> int:
        """How many years a bar stands for, so that there are no more than `most`."""
        return next((each for each in STEPS if self.length <= each * most), STEPS[-1])


def apart(
    things: Iterable[Thing], at: Callable[[Thing], float], distance: float
) -> Iterator[tuple[float, Sequence[Thing]]]:
    """Things in the order of the axis, those nearer than `distance` to the first of them joined.

    So each mark can be hit with a finger. Joined things stand where the first of them does.
    """
    group: list[Thing] = []
    start = 0.0
    for thing in sorted(things, key=at):
        if group and at(thing) - start >= distance:
            yield start, group
            group = []
        if not group:
            start = at(thing)
        group.append(thing)
    if group:
        yield start, group
