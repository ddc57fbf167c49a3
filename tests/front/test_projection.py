"""Where places lie on the map."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twinning.site.atlas.frame import EARTH, WIDTH, WORLD, Frame
from twinning.site.atlas.land import land
from twinning.site.atlas.projection import Point, degrees_across, equal_earth, latitude_at

latitudes = st.floats(min_value=-85, max_value=85)
longitudes = st.floats(min_value=-180, max_value=180)
KATOWICE, KOLONIA, SHENYANG = (19.02, 50.26), (6.96, 50.94), (123.43, 41.81)
FIJI, SAMOA = (178.44, -18.14), (-171.76, -13.83)


# The figures of the projection's authors: the equator is 2.7066 long to either side, the pole
# lies at 1.3174 and its line is 0.5925 as long as the equator.
@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((0, 0), (0, 0)),
        ((180, 0), (2.7066, 0)),
        ((0, 90), (0, 1.3174)),
        ((180, 90), (1.6036, 1.3174)),
    ],
)
def test_places_lie_where_the_projection_puts_them(place: Point, expected: Point) -> None:
    assert equal_earth(*place, middle=0) == pytest.approx(expected, abs=0.002)


@given(latitudes)
def test_the_latitude_of_a_northing_is_the_one_it_came_from(latitude: float) -> None:
    assert latitude_at(equal_earth(0, latitude, 0)[1]) == pytest.approx(latitude, abs=0.001)


@given(st.floats(min_value=1, max_value=170), latitudes)
def test_a_width_covers_the_degrees_that_make_it(degrees: float, latitude: float) -> None:
    x, _y = equal_earth(degrees, latitude, 0)
    assert degrees_across(x, latitude) == pytest.approx(degrees)


@given(st.lists(st.tuples(longitudes, latitudes), min_size=1, max_size=12))
def test_every_place_lies_inside_its_frame(places: list[Point]) -> None:
    frame = Frame.around(places)
    assert all(frame.holds(place) for place in places)


def test_a_single_place_is_not_looked_at_from_a_roof() -> None:
    frame = Frame.around([KATOWICE])
    assert frame.place(*KATOWICE) == pytest.approx((WIDTH / 2, frame.height / 2), abs=1)
    assert frame.window.east - frame.window.west > 10


def test_neighbours_over_the_date_line_are_neighbours_on_the_map() -> None:
    frame = Frame.around([FIJI, SAMOA])
    assert frame != WORLD
    assert frame.place(*FIJI)[0] < frame.place(*SAMOA)[0]


def test_places_on_two_sides_of_the_earth_are_shown_on_the_whole_of_it() -> None:
    assert Frame.around([KATOWICE, SHENYANG]) != WORLD
    assert Frame.around([KATOWICE, SHENYANG, (-88.04, 30.69)]) == WORLD


def points_of(path: str) -> list[tuple[int, int]]:
    """The corners of a drawn path, which tells each by its distance from the one before."""
    points = []
    for ring in path.split("M")[1:]:
        numbers = list(map(int, re.findall(r"-?\d+", ring)))
        x = y = 0
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
    return points


def test_a_city_in_the_pacific_makes_the_view_wider() -> None:
    assert Frame.around([KATOWICE, SHENYANG, (-157.86, 21.31)]) == EARTH


@pytest.mark.parametrize("frame", [Frame.around([KATOWICE, KOLONIA]), WORLD, EARTH])
def test_the_land_reaches_only_a_little_beyond_the_frame(frame: Frame) -> None:
    corners = points_of(land(frame))

    assert len(corners) > 20
    assert all(-WIDTH < x < 2 * WIDTH and -WIDTH < y < 2 * WIDTH for x, y in corners)


def test_no_coast_runs_across_the_whole_earth() -> None:
    """As it would where a ring steps over the meridian of 180 degrees."""
    corners = points_of(land(WORLD))
    long = [
        (one, other)
        for one, other in pairwise(corners)
        if abs(one[0] - other[0]) > WIDTH / 2 and one[1] == other[1]
    ]
    assert not long


def test_the_land_of_a_frame_in_the_pacific_is_drawn_on_both_sides_of_the_date_line() -> None:
    frame = Frame.around([(165.0, 66.0), (-165.0, 64.0)])
    sides = {x < WIDTH / 2 for x, y in points_of(land(frame)) if 0 < y < frame.height}
    assert sides == {True, False}


def test_a_frame_without_land_is_water() -> None:
    assert land(Frame.around([(-140.0, -30.0)])) == ""


def test_the_drawing_is_light() -> None:
    assert len(land(WORLD)) < 12_000
    assert len(land(Frame.around([KATOWICE, KOLONIA]))) < 6_000
