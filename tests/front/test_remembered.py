"""What happened on this day and in this month of other years."""

from datetime import date

import pytest

from events.remembered import remembered
from tests.factories import make_event
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def told(today: date = TODAY, most: int = 5) -> tuple[list[str], list[str]]:
    found = remembered(today, most=most)
    return [each.date.edtf for each in found.on_day], [each.date.edtf for each in found.in_month]


def test_nothing_is_remembered_of_an_empty_chronicle() -> None:
    assert told() == ([], [])


@pytest.mark.parametrize(
    "edtf", ["2019-11-24", "1998-11-24", "2006-11-22/2006-11-24", "2006-10-30/2006-11-24"]
)
def test_a_day_or_a_visit_of_some_days_is_remembered_on_its_days(edtf: str) -> None:
    make_event(date=edtf)
    assert told() == ([edtf], [])


@pytest.mark.parametrize("edtf", ["1994-11", "1994-11-03", "1994-11-29/1994-12-02"])
def test_what_is_known_to_the_month_is_remembered_in_its_month(edtf: str) -> None:
    make_event(date=edtf)
    assert told() == ([], [edtf])


@pytest.mark.parametrize(
    "edtf",
    [
        "1994",
        "1994-11~",
        "1994-11-24?",
        "1994-11-24~",
        "1990/1994",
        "199X",
        "1994-11-24/..",
        "1994-09/1994-11",
        "1994-10-24",
        "2006-09-01/2006-11-30",
        "2026-11-24",
        "2027-11-24",
    ],
)
def test_what_is_vague_long_of_another_month_or_of_this_year_is_not_remembered(edtf: str) -> None:
    make_event(date=edtf)
    make_event(date="1950")  # so that there are years to look at
    assert told() == ([], [])


@pytest.mark.parametrize("hidden", [Status.DRAFT, Status.REVIEW, Status.ARCHIVED])
def test_what_residents_dont_see_is_not_remembered(hidden: Status) -> None:
    make_event(date="1994-11-24")
    make_event(date="1996-11-24", status=hidden)
    make_event(date="1997-11", status=hidden)
    make_event(date="1801-11", status=hidden)
    assert told() == (["1994-11-24"], [])


def test_a_leap_day_is_remembered_in_leap_years_and_its_month_in_all() -> None:
    make_event(date="2004-02-29")
    assert told(date(2028, 2, 29)) == (["2004-02-29"], [])
    assert told(date(2027, 2, 28)) == ([], ["2004-02-29"])
    assert told(date(2027, 3, 1)) == ([], [])


def test_of_many_as_many_years_as_there_are_have_their_turn_in_the_order_of_time() -> None:
    for day in range(1, 8):
        make_event(date=f"2019-11-0{day}")
    make_event(date="1998-11-05")
    make_event(date="1994-11")
    on_day, in_month = told(most=4)
    assert not on_day
    assert in_month[:2] == ["1994-11", "1998-11-05"]
    assert [each[:4] for each in in_month] == ["1994", "1998", "2019", "2019"]
