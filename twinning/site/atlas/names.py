"""Which names stand on a map, and on which side of their dots, so that none lies upon another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twinning.site.atlas.projection import Point

# In pixels of the screen: names keep their size whatever the size of the map.
LINE = 17.0
DOT = 6.0
AWAY = 9.0
EDGE = 2.0


@dataclass(frozen=True, slots=True)
class Written:
    """A name with where its dot is. `letter` is the width of its letters on the average."""

    name: str
    letter: float
    dot: Point

    def enlarged(self, scale: float) -> "Written":
        """The same on a larger or smaller map; letters keep their size."""
        x, y = self.dot
        return Written(self.name, self.letter, (x * scale, y * scale))


@dataclass(frozen=True, slots=True)
class Side:
    """Where a name stands beside its dot; `anchor` is that of SVG's text."""

    anchor: str
    dx: float
    dy: float


EAST = Side("start", AWAY, 5)
WEST = Side("end", -AWAY, 5)
NORTH = Side("middle", 0, -AWAY - 2)
SOUTH = Side("middle", 0, AWAY + 11)
SIDES = (EAST, WEST, NORTH, SOUTH)


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def sides(names: Sequence[Written], width: float, height: float) -> list[Side | None]:
    """The side of each name on a map of that many pixels; None where there is no room.

    Those that matter most come first: they choose first.
    """
    sheet = Box(EDGE, EDGE, width - EDGE, height - EDGE)
    dots = [_around(each.dot) for each in names]
    taken: list[Box] = []
    chosen: list[Side | None] = []
    for index, each in enumerate(names):
        others = dots[:index] + dots[index + 1 :] + taken
        side, box = next(_free(each, others, sheet), (None, None))
        chosen.append(side)
        if box:
            taken.append(box)
    return chosen


def _free(each: Written, others: Sequence[Box], sheet: Box) -> Iterator[tuple[Side, Box]]:
    for side in SIDES:
        box = _box(each, side)
        if sheet.holds(box) and not any(box.meets(other) for other in others):
            yield side, box


def _box(each: Written, side: Side) -> Box:
    length = len(each.name) * each.letter
    x, baseline = each.dot[0] + side.dx, each.dot[1] + side.dy
    left = {"start": x, "end": x - length, "middle": x - length / 2}[side.anchor]
    return Box(left, baseline - LINE * 0.8, left + length, baseline + LINE * 0.2)


def _around(dot: Point) -> Box:
    return Box(dot[0] - DOT, dot[1] - DOT, dot[0] + DOT, dot[1] + DOT)
