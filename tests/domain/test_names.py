"""What something was called, and what somebody was, on a given day."""

import pytest
from django.utils.translation import override

from events.models import Participation
from partners.models import NetworkName, Office, Organisation, OrganisationName, Person
from tests.factories import make_event, make_network, make_organisation, make_person
from twinning.dates import HistoricalDate

pytestmark = pytest.mark.django_db


@pytest.fixture
def association() -> Organisation:
    """ASEKA until the end of May 1998, ASEMKA since."""
    association = make_organisation(name="ASEMKA")
    OrganisationName.objects.create(
        organisation=association,
        name_pl="Stowarzyszenie ASEKA",
        name_en="The ASEKA association",
        used="1992-02/1998-05",
    )
    return association


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("1992-02", "Stowarzyszenie ASEKA"),
        ("1992-02-01", "Stowarzyszenie ASEKA"),
        ("1994", "Stowarzyszenie ASEKA"),
        ("1998-05-31", "Stowarzyszenie ASEKA"),
        # What begins under a name keeps it, however long it lasts.
        ("1998-05-31/1998-06-02", "Stowarzyszenie ASEKA"),
        ("1998", "Stowarzyszenie ASEKA"),
        ("1998-06-01", "ASEMKA"),
        ("1998-06", "ASEMKA"),
        ("2023", "ASEMKA"),
        ("1992-01-31", "ASEMKA"),
        ("../1998", "ASEMKA"),
        ("1998/..", "Stowarzyszenie ASEKA"),
    ],
)
def test_the_name_is_that_of_the_first_day(association: Organisation, date: str, name: str) -> None:
    assert association.name_on(HistoricalDate(date)) == name


def test_a_former_name_is_told_in_the_readers_language(association: Organisation) -> None:
    with override("en"):
        assert association.name_on(HistoricalDate("1994")) == "The ASEKA association"


def test_a_former_name_without_a_translation_stands_in_polish() -> None:
    association = make_organisation()
    OrganisationName.objects.create(organisation=association, name_pl="ASEKA", used="1992/1998")

    with override("en"):
        assert association.name_on(HistoricalDate("1994")) == "ASEKA"


def test_without_a_date_it_is_todays_name(association: Organisation) -> None:
    assert association.name_on(None) == "ASEMKA"


def test_what_was_never_renamed_has_one_name() -> None:
    assert make_organisation(name="Gildia").name_on(HistoricalDate("1994")) == "Gildia"


def test_a_second_renaming_leaves_the_first_alone(association: Organisation) -> None:
    OrganisationName.objects.create(
        organisation=association, name_pl="Towarzystwo", used="1998-06/2001"
    )
    names = [association.name_on(HistoricalDate(year)) for year in ("1997", "1999", "2002")]

    assert names == ["Stowarzyszenie ASEKA", "Towarzystwo", "ASEMKA"]


def test_a_network_is_renamed_in_the_same_way() -> None:
    network = make_network(name="FIPED")
    NetworkName.objects.create(network=network, name_pl="Inkubator", used="2018/2019")

    assert network.name_on(HistoricalDate("2018-04")) == "Inkubator"
    assert network.name_on(HistoricalDate("2020")) == "FIPED"


def test_a_participant_bears_the_name_of_the_day_of_the_event(association: Organisation) -> None:
    before, after = (
        Participation.objects.create(
            event=make_event(date=date), organisation=association, role="host"
        )
        for date in ("1998-05-31", "1998-06-01")
    )
    assert (before.name, after.name) == ("Stowarzyszenie ASEKA", "ASEMKA")


class TestOffices:
    def hold(self, person: Person, **offices: str) -> None:
        for title, held in offices.items():
            Office.objects.create(person=person, title_pl=title, held=held)

    @pytest.mark.parametrize(
        ("date", "title"),
        [
            ("1998-09-30", "radny"),
            ("1998-10-01", "prezydent"),
            ("2014-12-08", "prezydent"),
            ("2014-12-09", None),
            ("1990-01-01", None),
        ],
    )
    def test_an_office_is_held_from_its_first_day_to_its_last(
        self, date: str, title: str | None
    ) -> None:
        person = make_person()
        self.hold(person, radny="1994/1998-09-30", prezydent="1998-10-01/2014-12-08")

        office = person.office_on(HistoricalDate(date))

        assert (office.title if office else None) == title

    def test_of_several_offices_the_one_begun_last_counts(self) -> None:
        person = make_person()
        self.hold(person, honorowy_obywatel="2004/..", mer="1994/2008", senator="2001-10/..")

        office = person.office_on(HistoricalDate("2006-02-17"))

        assert office is not None
        assert office.title == "honorowy_obywatel"

    def test_nobody_is_in_an_office_that_is_not_recorded(self) -> None:
        assert make_person().office_on(HistoricalDate("1994")) is None
