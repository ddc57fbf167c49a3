"""What holds for every date and every text."""

from contextlib import suppress
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.strategies import days, decades, doubts, historical_dates, months, years
from twinning.dates import DateNotUnderstood, HistoricalDate
from twinning.dates.parsing import polish
from twinning.dates.parsing.english import WORDS as ENGLISH
from twinning.dates.rendering import Style

STYLES: tuple[Style, ...] = ("full", "short", "in", "plain")
SNIPPETS = st.sampled_from(
    [*polish.WORDS, *ENGLISH, *"0123456789", "1994", "XX", "r.", "'90s", "-", "–", "/", ".", "?"]
)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["pl", "en"])
@given(day=historical_dates())
def test_every_rendering_is_read_back_as_the_same_date(
    day: HistoricalDate, language: str, style: Style
) -> None:
    words = day.render(language, style)
    assert HistoricalDate.parse(words, language=language) == day, words


@given(day=historical_dates())
def test_every_stored_text_is_read_back_and_fits_its_column(day: HistoricalDate) -> None:
    assert HistoricalDate.parse(day.edtf) == HistoricalDate(day.edtf) == day
    assert len(day.edtf) <= 24


@given(historical_dates())
def test_no_date_ends_before_it_begins(day: HistoricalDate) -> None:
    assert day.earliest <= day.latest
    assert day.touches(day.earliest.year)
    assert day.touches(day.latest.year)


@given(st.lists(historical_dates(), min_size=3, max_size=3))
def test_the_order_is_total(dates: list[HistoricalDate]) -> None:
    first, second, third = sorted(dates)
    assert first <= second <= third
    assert first <= third
    assert (first < second) != (first == second)


@given(a=historical_dates(), b=historical_dates())
def test_of_two_dates_that_begin_together_the_longer_comes_first(
    a: HistoricalDate, b: HistoricalDate
) -> None:
    if a.earliest == b.earliest and a.latest > b.latest:
        assert a < b


@given(st.text() | st.lists(SNIPPETS, max_size=9).map(" ".join) | st.lists(SNIPPETS).map("".join))
def test_no_text_raises_anything_but_that_it_is_not_understood(text: str) -> None:
    for read in (HistoricalDate.parse, HistoricalDate.parse_heading, HistoricalDate):
        with suppress(DateNotUnderstood):
            read(text)


@given(st.builds(str.__add__, days | months | decades | years.map("{:04d}".format), doubts))
def test_bounds_agree_with_the_edtf_library(edtf: str) -> None:
    """Left out: seasons and centuries of our own bounds, years before 1 and open ends."""
    ours, theirs = HistoricalDate(edtf), parse_edtf(edtf)
    assert ours.earliest == max(date.min, _date(theirs.lower_strict()))
    assert ours.latest == _date(theirs.upper_strict())


def _date(moment: tuple[int, ...]) -> date:
    return date(*moment[:3]) if moment[0] else date.min
