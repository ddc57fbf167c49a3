"""Finding and ordering by the bounds."""

from datetime import date

import pytest

from tests.dates.conftest import Entry
from twinning.dates import HistoricalDate
from twinning.dates.querysets import touching

DATES = [
    *("../1998", "1994/..", "1994", "1994-01-01", "1994-06", "1994-06-12"),
    *("2008-12-31/2010-01-01", "2009", "2009~/2010~", "2010-01-01"),
]


@pytest.fixture
def chronicle(entries: type[Entry]) -> type[Entry]:
    entries.objects.bulk_create(Entry(date=edtf) for edtf in reversed(DATES))
    return entries


def test_the_database_orders_as_the_values_do(chronicle: type[Entry]) -> None:
    in_order = [entry.date for entry in chronicle.objects.in_order()]
    assert in_order == sorted(map(HistoricalDate, DATES))
    assert [entry.date for entry in chronicle.objects.newest_first()] == in_order[::-1]


@pytest.mark.parametrize("year", [1993, 1994, 1998, 1999, 2008, 2009, 2010, 2011])
def test_the_database_finds_the_dates_that_touch_a_year(chronicle: type[Entry], year: int) -> None:
    touched = {entry.date.edtf for entry in chronicle.objects.touching(year)}
    assert touched == {edtf for edtf in DATES if HistoricalDate(edtf).touches(year)}


@pytest.mark.parametrize("year", [-1, 0, 10000, 10**9])
def test_no_date_touches_a_year_outside_the_calendar(chronicle: type[Entry], year: int) -> None:
    assert not chronicle.objects.touching(year).exists()
    assert chronicle.objects.exclude(touching("date", year)).count() == len(DATES)


def test_a_range_finds_what_shares_a_day_with_it(chronicle: type[Entry]) -> None:
    summer = chronicle.objects.between(date(1994, 6, 12), date(1994, 8, 31))
    assert {entry.date.edtf for entry in summer} == {
        *("../1998", "1994/..", "1994", "1994-06", "1994-06-12")
    }


def test_an_absent_date_touches_nothing(entries: type[Entry]) -> None:
    entries.objects.create(date="1994")
    assert not entries.objects.filter(touching("ended", 1994)).exists()
