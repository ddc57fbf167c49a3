"""What a historical date knows about itself."""

from datetime import date

import pytest

from twinning.dates import HistoricalDate
from twinning.dates.points import Precision


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1994", "1994-01-01", "1994-12-31"),
        ("1994-02", "1994-02-01", "1994-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2014-09-12", "2014-09-12", "2014-09-12"),
        ("2014-09-12/2014-09-14", "2014-09-12", "2014-09-14"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("2014-21", "2014-03-01", "2014-05-31"),
        ("2014-22", "2014-06-01", "2014-08-31"),
        ("2014-23", "2014-09-01", "2014-11-30"),
        ("2014-24", "2014-12-01", "2015-02-28"),
        ("1998/..", "1998-01-01", "9999-12-31"),
        ("../1998", "0001-01-01", "1998-12-31"),
        ("1991~", "1991-01-01", "1991-12-31"),
        ("2009~/2010~", "2009-01-01", "2010-12-31"),
        ("1994/1995-09-12", "1994-01-01", "1995-09-12"),
    ],
)
def test_bounds_are_the_first_and_last_day_it_may_mean(
    edtf: str, earliest: str, latest: str
) -> None:
    day = HistoricalDate(edtf)
    assert (str(day.earliest), str(day.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "touched", "untouched"),
    [
        ("2009", [2009], [2008, 2010]),
        ("2009~/2010~", [2009, 2010], [2008, 2011]),
        ("2008-12-31/2010-01-01", [2008, 2009, 2010], [2007, 2011]),
        ("199X", [1990, 1999], [1989, 2000]),
        ("1998/..", [1998, 2009, 9999], [1997]),
        ("../1998", [1, 1998], [0, 1999]),
        ("1991~", [1991], [1990, 1992]),
    ],
)
def test_a_year_is_touched_where_any_day_of_it_may_be_meant(
    edtf: str, touched: list[int], untouched: list[int]
) -> None:
    day = HistoricalDate(edtf)
    assert all(day.touches(year) for year in touched)
    assert not any(day.touches(year) for year in untouched)


def test_the_longer_of_two_dates_that_begin_together_comes_first() -> None:
    in_order = [
        *("../1998", "1994/..", "1994/1996", "1994", "1994-01", "1994-01-01"),
        *("1994-06", "1994-06-01/1994-06-03", "1994-06-12", "1995"),
    ]
    assert sorted(map(HistoricalDate, reversed(in_order))) == [*map(HistoricalDate, in_order)]


def test_dates_of_the_same_days_still_have_one_order() -> None:
    assert sorted(map(HistoricalDate, ["1994~", "1994", "1994?"])) == [
        *map(HistoricalDate, ["1994", "1994?", "1994~"])
    ]


def test_a_date_is_not_compared_with_a_plain_day() -> None:
    with pytest.raises(TypeError):
        _ = HistoricalDate("1994") < date(1994, 1, 1)
    assert HistoricalDate("1994-01-01") != date(1994, 1, 1)


def test_equal_dates_are_one_key_and_equal_ends_one_point() -> None:
    assert len({HistoricalDate("1994"), HistoricalDate("1994/1994")}) == 1
    assert HistoricalDate("1994~/1994~").edtf == "1994~"


def test_a_date_can_not_be_changed() -> None:
    with pytest.raises(AttributeError):
        HistoricalDate("1994").edtf = "1995"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("edtf", "precision", "exact"),
    [
        ("19XX", Precision.CENTURY, False),
        ("199X", Precision.DECADE, False),
        ("1994", Precision.YEAR, False),
        ("2014-22", Precision.SEASON, False),
        ("1994-06", Precision.MONTH, False),
        ("2014-09-12", Precision.DAY, True),
        ("2014-09-12~", Precision.DAY, False),
        ("2014-09-12/2014-09-14", None, False),
        ("1998/..", None, False),
    ],
)
def test_only_one_certain_day_is_exact(edtf: str, precision: Precision | None, exact: bool) -> None:
    day = HistoricalDate(edtf)
    assert (day.precision, day.is_exact) == (precision, exact)


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain", "is_open"),
    [
        ("1994", False, False, False),
        ("1994~", True, False, False),
        ("1994?", False, True, False),
        ("1994%", True, True, False),
        ("1994~/1996?", True, True, False),
        ("1994?/..", False, True, True),
        ("../1994", False, False, True),
    ],
)
def test_doubts_and_open_ends_are_told_apart(
    edtf: str, approximate: bool, uncertain: bool, is_open: bool
) -> None:
    day = HistoricalDate(edtf)
    assert (day.is_approximate, day.is_uncertain, day.is_open) == (approximate, uncertain, is_open)


def test_a_plain_day_becomes_a_historical_one() -> None:
    assert HistoricalDate.of_day(date(2014, 9, 12)) == HistoricalDate("2014-09-12")
    assert repr(HistoricalDate("1994-06")) == "HistoricalDate('1994-06')"
