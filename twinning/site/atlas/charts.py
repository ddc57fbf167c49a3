"""The maps of partner cities: one of those nearby and, where some are far, one of them all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from events.overview import ToldPartnership
from partners.models import Place
from twinning.site.atlas.frame import WIDTH, Frame
from twinning.site.atlas.land import land
from twinning.site.atlas.names import Side, Written, sides
from twinning.site.atlas.projection import Point
from twinning.translation.texts import text_of

NARROW, WIDE = 284.0, 470.0  # pixels that a map has at least, on a phone and on a desk
NEARBY = 2500.0  # kilometres
EARTH = 6371.0
# Pixels that a letter of a name takes on the average, set as wide as WCAG 1.4.12 lets a reader.
HOME, PARTNER = 10.9, 9.6
WHOLE = 100
BEND = 0.16  # of an arc, as a share of its length
BOTH, ON_NARROW, ON_WIDE = "", "narrow", "wide"


@dataclass(frozen=True, slots=True)
class Label:
    """`on` is the width that it is for, or empty."""

    side: Side
    on: str


@dataclass(frozen=True, slots=True)
class Dot:
    """`left` and `top` are percentages of the map. `ribbon` is None for a home city.

    `language` is that of a name which stands in for a missing translation, otherwise empty.
    """

    name: str
    language: str
    url: str
    left: float
    top: float
    ribbon: str | None
    labels: list[Label]


@dataclass(frozen=True, slots=True)
class Arc:
    """`path` is the `d` of a path in units of the drawing."""

    path: str
    ribbon: str


class _Spot(NamedTuple):
    place: Place
    url: str
    ribbon: str | None


@dataclass(frozen=True, slots=True)
class Chart:
    """`width` and `height` are units of the drawing, `land` the `d` of a path in them."""

    width: int
    height: int
    land: str
    arcs: list[Arc]
    dots: list[Dot]


def charts(told: Iterable[ToldPartnership]) -> list[Chart]:
    """Of the partnerships whose two places have a position; none where there are none."""
    placed = [
        each for each in told if _lies(each.partnership.home) and _lies(each.partnership.partner)
    ]
    near = [each for each in placed if _distance(each) <= NEARBY]
    far = [each for each in placed if each not in near]
    if far and len(near) > 1:
        return [_chart(near), _chart(far)]
    return [_chart(placed)] if placed else []


def _chart(told: Sequence[ToldPartnership]) -> Chart:
    """Where there is no room for every name, the partners of whom most is told have theirs."""
    fullest = sorted(told, key=lambda each: each.entries, reverse=True)
    spots: dict[Place, _Spot] = {}
    for each in fullest:
        home = each.partnership.home
        spots[home] = _Spot(home, home.get_absolute_url(), None)
    for each in fullest:
        of_both = each.partnership
        spot = _Spot(of_both.partner, of_both.get_absolute_url(), of_both.ribbon)
        spots.setdefault(of_both.partner, spot)

    frame = Frame.around([_position(place) for place in spots])
    at = {place: frame.place(*_position(place)) for place in spots}
    arcs = [
        Arc(_arc(at[each.partnership.home], at[each.partnership.partner]), each.partnership.ribbon)
        for each in reversed(fullest)
    ]
    dots = _dots(list(spots.values()), list(at.values()), frame)
    return Chart(round(WIDTH), round(frame.height), land(frame), arcs, dots)


def _dots(spots: Sequence[_Spot], points: Sequence[Point], frame: Frame) -> list[Dot]:
    names = [text_of(spot.place, "name") for spot in spots]
    weights = [HOME if spot.ribbon is None else PARTNER for spot in spots]
    written = [
        Written(name.text, *both)
        for name, both in zip(names, zip(weights, points, strict=True), strict=True)
    ]
    return [
        Dot(
            name=name.text,
            language=name.language if name.is_fallback else "",
            url=spot.url,
            left=x / WIDTH * WHOLE,
            top=y / frame.height * WHOLE,
            ribbon=spot.ribbon,
            labels=labels,
        )
        for spot, name, (x, y), labels in zip(
            spots, names, points, _labels(written, frame), strict=True
        )
    ]


def _labels(names: Sequence[Written], frame: Frame) -> list[list[Label]]:
    """For each name one label that suits both widths, or one for each, or none."""
    narrow, wide = (
        sides([each.enlarged(width / WIDTH) for each in names], width, frame.height * width / WIDTH)
        for width in (NARROW, WIDE)
    )
    labels = []
    for on_narrow, on_wide in zip(narrow, wide, strict=True):
        if on_narrow == on_wide:
            labels.append([Label(on_wide, BOTH)] if on_wide else [])
        else:
            both = [(on_narrow, ON_NARROW), (on_wide, ON_WIDE)]
            labels.append([Label(side, on) for side, on in both if side])
    return labels


def _arc(start: Point, end: Point) -> str:
    """Bent to the north, as a flight would be drawn."""
    (x1, y1), (x2, y2) = start, end
    east = 1 if x2 >= x1 else -1
    x = (x1 + x2) / 2 + (y2 - y1) * BEND * east
    y = (y1 + y2) / 2 - (x2 - x1) * BEND * east
    return f"M{x1:.0f} {y1:.0f}Q{x:.0f} {y:.0f} {x2:.0f} {y2:.0f}"


def _lies(place: Place) -> bool:
    return place.latitude is not None and place.longitude is not None


def _position(place: Place) -> Point:
    if place.longitude is None or place.latitude is None:
        raise ValueError(f"{place} has no position.")
    return float(place.longitude), float(place.latitude)


def _distance(told: ToldPartnership) -> float:
    """Kilometres from one city to the other, over the ground."""
    x1, y1 = map(radians, _position(told.partnership.home))
    x2, y2 = map(radians, _position(told.partnership.partner))
    chord = sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin((x2 - x1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(chord))
