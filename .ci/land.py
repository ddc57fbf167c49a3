"""Draw the land of the home page's map anew from the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
    python .ci/land.py package/land-50m.json

The package holds Natural Earth's shapes (public domain) as TopoJSON; what is kept are rings of
[longitude, latitude] in degrees, with fewer points than a screen could tell apart.
"""

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path("twinning/site/atlas/land.json")
TOLERANCE = 0.06  # degrees; about 7 km, less than a pixel of the closest view
ANTARCTIC = -62  # nobody has partner cities there, and its ring goes round the pole
SMALLEST = 0.03  # square degrees; what is smaller is a dot at most

Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees: TopoJSON keeps whole-numbered differences."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for differences in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in differences:
            x, y = x + dx, y + dy
            arc.append((x * wide + west, y * high + south))
        arcs.append(arc)
    return arcs


def rings_of(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The outer rings; lakes are left out."""
    arcs = arcs_of(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            ring: list[Point] = []
            for index in polygon[0]:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                ring += arc[1:] if ring else arc
            yield ring


def unrolled(ring: list[Point]) -> list[Point]:
    """The same ring where it steps over ±180 and goes on beyond: no side runs round the earth."""
    turn, unrolled = 0.0, ring[:1]
    for (before, _), (x, y) in itertools.pairwise(ring):
        if abs(x - before) > 180:
            turn += 360 if x < before else -360
        unrolled.append((x + turn, y))
    return unrolled


def area(ring: list[Point]) -> float:
    pairs = itertools.pairwise(ring)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def simplified(points: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker's: no point of the original is further from the line than `tolerance`."""
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        furthest, distance = 0, tolerance
        for index in range(first + 1, last):
            x, y = points[index]
            away = (
                abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
                if length
                else ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
            )
            if away > distance:
                furthest, distance = index, away
        if furthest:
            keep.add(furthest)
            waiting += [(first, furthest), (furthest, last)]
    return [points[index] for index in sorted(keep)]


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text())
    rings = []
    for ring in map(unrolled, rings_of(topology)):
        if area(ring) < SMALLEST or min(y for _x, y in ring) < ANTARCTIC:
            continue
        fewer = simplified(ring, TOLERANCE)
        if len(fewer) > 3:
            rings.append([[round(x, 2), round(y, 2)] for x, y in fewer])
    rings.sort(key=len, reverse=True)
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in rings)
    TARGET.write_text(f"[\n{lines}\n]\n")
    points = sum(len(ring) for ring in rings)
    sys.stdout.write(f"{len(rings)} rings, {points} points, {TARGET.stat().st_size} bytes\n")


main()
