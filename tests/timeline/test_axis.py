"""Where things stand on the axis of years, whatever the years are."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from events.timeline.axis import LINES, Axis, apart
from events.timeline.life import bars

YEARS = st.tuples(st.integers(1000, 2200), st.integers(0, 900)).map(
    lambda pair: Axis(pair[0], pair[0] + pair[1])
)


@given(YEARS, st.dates())
def test_no_day_lies_beyond_the_ends(axis: Axis, day: date) -> None:
    assert 0 <= axis.at(day) <= 100


@given(YEARS)
def test_the_lines_are_few_and_inside(axis: Axis) -> None:
    assert len(axis.ticks) <= LINES
    assert all(0 <= tick.at < 100 for tick in axis.ticks)


@given(st.lists(st.floats(0, 100)), st.floats(0.5, 20))
def test_marks_keep_their_distance_and_none_is_lost(places: list[float], distance: float) -> None:
    marks = list(apart(places, lambda place: place, distance))

    starts = [at for at, _group in marks]
    assert all(after - before >= distance for before, after in pairwise(starts))
    assert sorted(place for _at, group in marks for place in group) == sorted(places)


@given(YEARS, st.lists(st.integers(0, 900), min_size=1), st.integers(11, 40))
def test_bars_are_never_too_many_and_count_everything(
    axis: Axis, after: list[int], most: int
) -> None:
    beginnings = [date(min(axis.first + years, axis.last), 6, 1) for years in after]

    drawn = bars(beginnings, axis, most, lambda first, last: f"{first}-{last}")
    assert len(drawn) <= max(most, 2)
    assert sum(bar.count for bar in drawn) == len(beginnings)
    assert all(bar.at + bar.length <= 100.001 for bar in drawn)


def test_a_leap_year_ends_before_the_next_one_begins() -> None:
    axis = Axis(2024, 2025)
    assert axis.at(date(2024, 12, 31)) < axis.at(date(2025, 1, 1)) == 50


def test_an_open_end_does_not_move_what_has_begun() -> None:
    axis = Axis(1990, 2009)
    assert axis.middle(date(1998, 1, 1), date.max) == axis.at(date(1998, 1, 1))
