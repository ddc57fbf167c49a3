"""The two ribbons, as they run down the margin of a chronicle."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from PIL import Image, ImageColor, ImageDraw

from twinning.metadata.cards.card import HEIGHT
from twinning.metadata.cards.colours import GROUND, HOME

BAND = 250  # how much of the picture's left side they take
FINE = 3  # drawn so many times as large, then made smaller: smooth edges
HALF, GAP, SELVEDGE = 21, 10, 4
LEFT, RIGHT = 80, 170
RIB = 6  # from rib to rib of the weave
STEPS = 48

Point = tuple[float, float]


def band(colour: str, *, is_crossing: bool) -> Image.Image:
    image = Image.new("RGB", (BAND * FINE, HEIGHT * FINE), GROUND)
    draw = ImageDraw.Draw(image)
    if is_crossing:
        # As in the crossing of a page: home over partner below, partner over home above.
        top, middle, bottom = 90.0, 315.0, 540.0
        below, above = bottom + 1, top - 1  # upright there, so that the width stays even
        right = [(RIGHT, below), (RIGHT, HEIGHT)]
        _ribbon(draw, colour, [*_turn(LEFT, RIGHT, middle, bottom), *right])
        _ribbon(draw, GROUND, _turn(RIGHT, LEFT, middle, bottom)[8:-8], half=HALF + GAP)
        home = [*_turn(LEFT, RIGHT, top, middle), *_turn(RIGHT, LEFT, middle, bottom)[1:]]
        ends = [(LEFT, 0.0), (LEFT, above)], [(LEFT, below), (LEFT, HEIGHT)]
        _ribbon(draw, HOME, [*ends[0], *home, *ends[1]])
        _ribbon(draw, GROUND, _turn(RIGHT, LEFT, top, middle)[8:-8], half=HALF + GAP)
        _ribbon(draw, colour, [(RIGHT, 0.0), (RIGHT, above), *_turn(RIGHT, LEFT, top, middle)])
    else:
        _ribbon(draw, HOME, [(LEFT, 0), (LEFT, HEIGHT)])
        _ribbon(draw, colour, [(RIGHT, 0), (RIGHT, HEIGHT)])
    return image.reduce(FINE)


def _turn(start: float, end: float, top: float, bottom: float) -> list[Point]:
    """From one side to the other in an S, upright at both ends."""
    shares = [step / STEPS for step in range(STEPS + 1)]
    return [(start + (end - start) * t * t * (3 - 2 * t), top + (bottom - top) * t) for t in shares]


def _ribbon(draw: ImageDraw.ImageDraw, colour: str, line: list[Point], half: float = HALF) -> None:
    """A band of even width along `line`, woven unless it is of the ground's colour."""
    normals = list(_normals(line))
    right = [_at(point, normal, half) for point, normal in zip(line, normals, strict=True)]
    left = [_at(point, normal, -half) for point, normal in zip(line, normals, strict=True)]
    draw.polygon(right + left[::-1], fill=colour)
    if colour == GROUND:
        return
    lighter = _mixed(colour, GROUND, 0.24)
    for point, normal in _evenly(line, normals):
        ends = [_at(point, normal, SELVEDGE - half), _at(point, normal, half - SELVEDGE)]
        draw.line(ends, fill=lighter, width=FINE * 2)


def _at(point: Point, normal: Point, distance: float) -> Point:
    x, y = point[0] + normal[0] * distance, point[1] + normal[1] * distance
    return x * FINE, y * FINE


def _normals(line: list[Point]) -> Iterator[Point]:
    last = len(line) - 1
    for index in range(len(line)):
        (x0, y0), (x1, y1) = line[max(index - 1, 0)], line[min(index + 1, last)]
        length = hypot(x1 - x0, y1 - y0) or 1
        yield (y1 - y0) / length, (x0 - x1) / length


def _evenly(line: list[Point], normals: list[Point]) -> Iterator[tuple[Point, Point]]:
    """Points at even distances along the line, each with its normal."""
    left = 0.0
    for (start, normal), (end, _normal) in pairwise(zip(line, normals, strict=True)):
        length = hypot(end[0] - start[0], end[1] - start[1])
        while left < length:
            share = left / length
            x, y = (start[axis] + (end[axis] - start[axis]) * share for axis in (0, 1))
            yield (x, y), normal
            left += RIB
        left -= length


def _mixed(colour: str, other: str, share: float) -> tuple[int, ...]:
    pairs = zip(ImageColor.getrgb(colour), ImageColor.getrgb(other), strict=True)
    return tuple(round(one * (1 - share) + two * share) for one, two in pairs)
