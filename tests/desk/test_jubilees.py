"""Which anniversaries are celebrated, when they fall, and how they are announced."""

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from events.jubilees import Jubilee, anniversaries, coming_jubilees, is_jubilee, months_after
from events.models import Act, Agreement
from events.presentation.jubilees import lead_time, occasion
from tests import factories as make
from twinning.dates import HistoricalDate

TODAY = date(2026, 11, 24)


def test_the_fifth_every_tenth_and_every_twenty_fifth_are_celebrated() -> None:
    assert [years for years in range(-1, 101) if is_jubilee(years)] == [
        *(5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100)
    ]


def found(began: str, today: date = TODAY) -> list[tuple[int, str]]:
    jubilees = coming_jubilees(HistoricalDate(began), today=today)
    return [(each.years, each.falls.edtf) for each in jubilees]


@pytest.mark.parametrize(
    ("began", "jubilees"),
    [
        ("1997-06-12", [(30, "2027-06-12")]),
        ("1996-11-24", [(30, "2026-11-24")]),  # today itself
        ("1996-11-23", []),  # yesterday
        ("2008-11-24", [(20, "2028-11-24")]),  # the last day of the two years
        ("2008-11-25", []),
        ("2022", [(5, "2027")]),
        ("1996", [(30, "2026")]),  # its year isn't over
        ("2025", []),
        ("1997-06", [(30, "2027-06")]),
        ("1996-11", [(30, "2026-11")]),  # its month isn't over
        ("1996-10", []),
        ("1996-24", [(30, "2026-24")]),  # the winter to come
        ("2007~", [(20, "2027~")]),
        ("1997-06-12?", [(30, "2027-06-12?")]),
        ("1997-06-12/1997-06-14", [(30, "2027-06-12")]),
        ("1997/..", [(30, "2027")]),
        ("../1997", []),
        ("199X", []),
        ("19XX", []),
        ("2027-06-12", []),  # not yet begun
        ("2026-11-24", []),
    ],
)
def test_a_jubilee_is_as_precise_as_its_beginning(
    began: str, jubilees: list[tuple[int, str]]
) -> None:
    assert found(began) == jubilees


@pytest.mark.parametrize(
    ("began", "today", "falls"),
    [
        ("2004-02-29", date(2028, 3, 1), (25, "2029-02-28")),
        ("2004-02-29", date(2023, 12, 1), (20, "2024-02-29")),
        ("1924-02-29", date(2024, 2, 29), (100, "2024-02-29")),
        ("2004-02-28", date(2028, 3, 1), (25, "2029-02-28")),
    ],
)
def test_the_twenty_ninth_of_february(began: str, today: date, falls: tuple[int, str]) -> None:
    assert falls in found(began, today)


def test_a_lead_time_counted_from_a_leap_day_ends_in_february() -> None:
    assert months_after(date(2024, 2, 29), 24) == date(2026, 2, 28)
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("falls", "polish", "english"),
    [
        ("2026-11-24", "dziś", "today"),
        ("2026-11-25", "za 1 dzień", "in 1 day"),
        ("2026-12-23", "za 29 dni", "in 29 days"),
        ("2026-12-24", "za 1 miesiąc", "in 1 month"),
        ("2027-02-23", "za 2 miesiące", "in 2 months"),
        ("2028-11-24", "za 24 miesiące", "in 24 months"),
        ("2027-06", "za 6 miesięcy", "in 6 months"),
        ("2026-11", "w tym miesiącu", "this month"),
        ("2026", "w tym roku", "this year"),
        ("2026-23", "w tej porze roku", "this season"),
    ],
)
def test_how_long_there_is_until_then(falls: str, polish: str, english: str) -> None:
    jubilee = Jubilee(10, HistoricalDate(falls))

    with override("pl"):
        assert lead_time(jubilee, TODAY).replace("\xa0", " ") == polish
    with override("en"):
        assert lead_time(jubilee, TODAY) == english


def sign(agreement: Agreement, day: str, kind: str = "signed") -> Act:
    return Act.objects.create(agreement=agreement, date=day, kind=kind)


def told() -> list[tuple[str, str]]:
    acts = Act.objects.signings_of(Agreement.objects.all())
    return [(occasion(each), each.jubilee.falls.edtf) for each in anniversaries(acts, today=TODAY)]


def test_the_first_signature_between_two_cities_is_their_own_jubilee(db: None) -> None:
    first = make.make_agreement()
    sign(first, "1997-06-12")
    sign(first, "1997-05-01", "prepared")
    sign(first, "1997-11-01", "confirmed")
    second = make.make_agreement(partnership=first.partnership)
    sign(second, "2007-03-01", "renewed")
    sign(second, "2017-04-01")

    assert told() == [
        ("20. rocznica odnowienia", "2027-03-01"),
        ("10. rocznica podpisania", "2027-04-01"),
        ("30. rocznica pierwszej umowy", "2027-06-12"),
        ("30. rocznica potwierdzenia", "2027-11-01"),
    ]
    with override("en"):
        assert told()[2][0] == "30th anniversary of the first agreement"


def test_a_network_has_no_first_agreement_between_cities(db: None) -> None:
    sign(make.make_agreement(network=make.make_network()), "2017-04-01")
    sign(make.make_agreement(network=make.make_network()), "2017-05-01")

    assert [each for each, _day in told()] == ["10. rocznica podpisania"] * 2


def test_a_partnership_that_has_ended_has_no_jubilees(db: None) -> None:
    ended: Any = make.make_partnership(state="ended")
    sign(make.make_agreement(partnership=ended), "1997-06-12")

    assert told() == []


@pytest.mark.parametrize("count", [1, 3])
def test_many_agreements_cost_one_query(
    db: None, count: int, django_assert_num_queries: Any
) -> None:
    for _index in range(count):
        sign(make.make_agreement(), "1997-06-12")

    with django_assert_num_queries(1):
        acts = Act.objects.signings_of(Agreement.objects.all())
        names = [str(each.act.agreement.partnership) for each in anniversaries(acts, today=TODAY)]
    assert len(names) == count
