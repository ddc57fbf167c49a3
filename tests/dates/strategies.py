"""Arbitrary historical dates, over the whole profile that the record keeps."""

import datetime

from hypothesis import assume
from hypothesis import strategies as st

from twinning.dates import DateNotUnderstood, HistoricalDate

# Mostly the years the record is about, sometimes the ends of the calendar.
years = st.integers(1000, 2100) | st.integers(1, 9999)
doubts = st.sampled_from(["", "", "", "?", "~", "%"])
days = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)).map(str)
months = st.builds("{:04d}-{:02d}".format, years, st.integers(1, 12))
seasons = st.builds("{:04d}-{}".format, years.filter(lambda year: year < 9999), st.integers(21, 24))
decades = st.integers(0, 999).map("{:03d}X".format)
centuries = st.integers(0, 99).map("{:02d}XX".format)
kinds = (days, months, seasons, years.map("{:04d}".format), decades, centuries)
points = st.builds(str.__add__, st.one_of(kinds), doubts)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Two points that lie close together as often as far apart, so that every range form occurs."""
    near = st.integers(0, 400).map(datetime.timedelta)
    first = draw(st.dates(datetime.date(1000, 1, 1), datetime.date(2100, 12, 31)))
    last = first + draw(near)
    cut = draw(st.sampled_from([4, 7, 10]))
    same = f"{str(first)[:cut]}{draw(doubts)}/{str(last)[:cut]}{draw(doubts)}"
    return draw(st.just(same) | st.builds("{}/{}".format, points, points))


@st.composite
def historical_dates(draw: st.DrawFn) -> HistoricalDate:
    openings = points.map(lambda point: f"{point}/..") | points.map(lambda point: f"../{point}")
    edtf = draw(points | intervals() | openings)
    try:
        return HistoricalDate(edtf)
    except DateNotUnderstood as error:
        assume(error.code != "backwards")
        raise
