"""What part of the earth a map shows, and where on it a place lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from twinning.site.atlas.projection import Point, degrees_across, equal_earth, latitude_at

WIDTH = 720.0  # of every map, in units of its drawing
AROUND = 0.14  # free on each side, as a share of what lies between the outermost places
SMALLEST = 0.18  # radii of the earth, about 1,100 km: a neighbour isn't looked at from a roof
WIDEST, TALLEST = 2.1, 1.0  # of width to height
HALF_TURN, TURN = 180.0, 360.0
SO_WIDE = 120.0  # degrees of longitude: from here on the whole earth is shown


@dataclass(frozen=True, slots=True)
class Window:
    """What a frame shows, in degrees, and a little more. `west` may lie below -180."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Frame:
    """`left`, `top` and `span` (the width) are in radii of the earth on the plane of `middle`."""

    middle: float
    left: float
    top: float
    span: float
    height: float

    @classmethod
    def around(cls, places: Sequence[Point]) -> "Frame":
        """The closest view that holds all of `places`, longitudes and latitudes in degrees."""
        middle, across = _middle([longitude for longitude, _latitude in places])
        if across > SO_WIDE:
            return WORLD if all(WORLD.holds(place) for place in places) else EARTH
        plane = [equal_earth(middle + _turned(x - middle), y, middle) for x, y in places]
        lefts, tops = [x for x, _y in plane], [y for _x, y in plane]
        width = max((max(lefts) - min(lefts)) * (1 + 2 * AROUND), SMALLEST)
        height = max((max(tops) - min(tops)) * (1 + 2 * AROUND), SMALLEST)
        width, height = max(width, height * TALLEST), max(height, width / WIDEST)
        return cls(
            middle=round(middle, 2),
            left=round((min(lefts) + max(lefts) - width) / 2, 4),
            top=round((min(tops) + max(tops) + height) / 2, 4),
            span=round(width, 4),
            height=round(WIDTH * height / width),
        )

    def place(self, longitude: float, latitude: float) -> Point:
        """In units of the drawing, from its upper left corner."""
        east = self.middle + _turned(longitude - self.middle)
        return self.on_paper(east, latitude)

    def on_paper(self, longitude: float, latitude: float) -> Point:
        """As `place`, for a longitude that may lie beyond ±180."""
        x, y = equal_earth(longitude, latitude, self.middle)
        unit = WIDTH / self.span
        return (x - self.left) * unit, (self.top - y) * unit

    def holds(self, place: Point) -> bool:
        x, y = self.place(*place)
        return 0 <= x <= WIDTH and 0 <= y <= self.height

    @property
    def window(self) -> Window:
        margin = self.span / 20
        north = latitude_at(self.top + margin)
        south = latitude_at(self.top - self.span * self.height / WIDTH - margin)
        reach = max(abs(self.left), abs(self.left + self.span)) + margin
        far = min(degrees_across(reach, max(abs(north), abs(south))), HALF_TURN)
        return Window(self.middle - far, south, self.middle + far, north)


# The meridian in the middle cuts no land but a tip of Siberia. The closer view leaves out most of
# the Pacific and Antarctica.
WORLD = Frame(middle=11, left=-2.1, top=1.32, span=4.5, height=381)
EARTH = Frame(middle=11, left=-2.72, top=1.33, span=5.44, height=352)


def _middle(longitudes: Sequence[float]) -> tuple[float, float]:
    """Halfway between the outermost meridians, on the side of the earth where the places are.

    And how far apart those two are.
    """
    turned = sorted({longitude % TURN for longitude in longitudes})
    gaps = [
        (after - before, before)
        for before, after in zip(turned, [*turned[1:], turned[0] + TURN], strict=True)
    ]
    widest, last = max(gaps)
    across = TURN - widest
    return _turned(last + widest + across / 2), across


def _turned(longitude: float) -> float:
    """The same meridian between -180 and 180."""
    return (longitude + HALF_TURN) % TURN - HALF_TURN
