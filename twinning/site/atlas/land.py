"""The outline of the land within a frame."""

import itertools
import json
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from math import hypot
from pathlib import Path

from twinning.site.atlas.frame import TURN, Frame, Window
from twinning.site.atlas.projection import Point

SHAPES = Path(__file__).with_name("land.json")  # made by .ci/land.py
SMALLEST = 8  # square units of the drawing
STEP = 2.2  # units: a bend closer to the one before it would not be seen

Ring = list[Point]


@lru_cache(maxsize=16)
def land(frame: Frame) -> str:
    """The land as the `d` of a path, in whole units of the drawing."""
    drawn = (_drawn(ring, frame) for ring in _within(frame.window))
    return "".join(_path(ring) for ring in drawn if _area(ring) >= SMALLEST)


@cache
def _rings() -> list[Ring]:
    rings: list[list[list[float]]] = json.loads(SHAPES.read_text())
    return [[(x, y) for x, y in ring] for ring in rings]


def _within(window: Window) -> Iterator[Ring]:
    """The parts of the land inside the window; what it shows of another turn is turned there."""
    for ring in _rings():
        for turn in (-TURN, 0.0, TURN):
            if clipped := _clipped([(x + turn, y) for x, y in ring], window):
                yield clipped


def _clipped(ring: Ring, window: Window) -> Ring:
    """Cut off at each side in turn, after Sutherland and Hodgman."""
    sides: list[tuple[int, float, Callable[[float, float], bool]]] = [
        (0, window.west, float.__ge__),
        (0, window.east, float.__le__),
        (1, window.south, float.__ge__),
        (1, window.north, float.__le__),
    ]
    for axis, limit, is_inside in sides:
        kept: Ring = []
        for start, end in zip(ring[-1:] + ring[:-1], ring, strict=True):
            inside = is_inside(end[axis], limit)
            if is_inside(start[axis], limit) != inside:
                kept.append(_crossing(start, end, axis, limit))
            if inside:
                kept.append(end)
        ring = kept
        if not ring:
            break
    return ring


def _crossing(start: Point, end: Point, axis: int, limit: float) -> Point:
    share = (limit - start[axis]) / (end[axis] - start[axis])
    x, y = (a + share * (b - a) for a, b in zip(start, end, strict=True))
    return x, y


def _drawn(ring: Ring, frame: Frame) -> list[tuple[int, int]]:
    """In whole units, without the bends that nobody would see."""
    points: list[tuple[int, int]] = []
    for longitude, latitude in ring:
        x, y = frame.on_paper(longitude, latitude)
        if not points or hypot(x - points[-1][0], y - points[-1][1]) >= STEP:
            points.append((round(x), round(y)))
    return points


def _area(ring: list[tuple[int, int]]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _path(ring: list[tuple[int, int]]) -> str:
    """Closed, each point told from the one before: the shortest way to write it."""
    (x, y), steps = ring[0], []
    for start, end in itertools.pairwise(ring):
        steps.append(f"{end[0] - start[0]} {end[1] - start[1]}")
    return f"M{x} {y}l{' '.join(steps)}z".replace(" -", "-")
