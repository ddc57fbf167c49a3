"""Records put into words: who, from where to where, in what role, when and under what name."""

from typing import Any

import pytest
from django.utils.translation import override

from events.chronicle import by_year, missing_editions
from events.models import Delegation, DelegationMember, Event, Participation, Signatory, YearNote
from events.presentation import entries, people, places, registers
from partners.models import Office, OrganisationName
from tests import factories as make
from twinning.dates import HistoricalDate

pytestmark = pytest.mark.django_db

BEFORE, AFTER = HistoricalDate("1995"), HistoricalDate("2005")


def renamed() -> Any:
    """An organisation called ASEKA until 1998 and ASEMKA since."""
    organisation = make.make_organisation("asemka", name="ASEMKA")
    OrganisationName.objects.create(
        organisation=organisation, name_pl="ASEKA", name_en="ASEKA", used="1992/1998"
    )
    return organisation


def test_a_name_is_that_of_the_day() -> None:
    organisation = renamed()

    assert people.name_then(organisation, BEFORE) == "ASEKA"
    assert people.name_then(organisation, AFTER) == "ASEMKA"
    assert people.name_then(organisation, None) == "ASEMKA"


def test_a_name_without_translation_says_its_language() -> None:
    organisation = make.make_organisation(name_pl="Chór", name_en="")

    with override("en"):
        assert (
            people.name_then(organisation, AFTER) == '<span class="stand-in" lang="pl">Chór</span>'
        )
    assert people.name_then(organisation, AFTER) == "Chór"


class TestLines:
    def test_a_member_is_told_with_function_and_as_leader(self) -> None:
        person = make.make_person("maria", given_name="Maria", family_name="Nowak")
        member = DelegationMember(person=person, function_pl="radna", count=1, leads=True)

        line = people.member(member, AFTER)

        assert line == ('<a href="/pl/osoby/maria/">Maria Nowak</a>, radna, przewodniczy delegacji')

    def test_several_members_of_one_function_are_counted(self) -> None:
        assert people.member(DelegationMember(function_pl="uczniowie", count=12), AFTER) == (
            "12\u00a0× uczniowie"
        )

    def test_names_are_escaped(self) -> None:
        assert "<b>" not in people.member(DelegationMember(function_pl="<b>radni</b>"), AFTER)

    def test_a_signatory_without_a_name_is_the_city_signed_for(self) -> None:
        city = make.make_place(name="Kolonia")

        assert people.signatory(Signatory(on_behalf_of=city), AFTER) == "Kolonia"

    def test_roles_come_in_their_order_with_headings_in_number(self) -> None:
        guests = [Participation(organisation=make.make_organisation(), role="guest")] * 2
        host = Participation(organisation=renamed(), role="organiser")

        groups = people.by_role([*guests, host], BEFORE)

        assert [(heading, len(lines)) for heading, lines in groups] == [
            ("Organizator", 1),
            ("Goście", 2),
        ]
        assert groups[0][1] == ['<a href="/pl/organizacje/asemka/">ASEKA</a>']

    @pytest.mark.parametrize(
        ("attested", "told"),
        [(False, "1994–1998; Druga kadencja."), (True, "wzmianki: 1994–1998; Druga kadencja.")],
    )
    def test_an_office_says_whether_its_dates_are_those_of_mentions(
        self, attested: bool, told: str
    ) -> None:
        office = Office(held="1994/1998", attested=attested, note_pl="Druga kadencja.")

        assert people.held(office) == told


class TestJourney:
    @pytest.mark.parametrize(
        ("language", "genitive", "told"),
        [
            ("pl", "Kolonii", "Delegacja Katowic do Kolonii"),
            ("pl", "", "Delegacja: Katowice – Kolonia"),
            ("en", "", "Delegation from Katowice to Cologne"),
        ],
    )
    def test_cases_are_used_where_they_are_known(
        self, language: str, genitive: str, told: str
    ) -> None:
        origin = make.make_place(name="Katowice", genitive="Katowic")
        destination = make.make_place(name_pl="Kolonia", name_en="Cologne", genitive=genitive)

        with override(language):
            assert places.journey(Delegation(origin=origin, destination=destination)) == told


class TestEntry:
    @pytest.mark.parametrize(
        ("place", "also_in", "online", "side", "label"),
        [
            ("home", [], False, "home", "Katowice"),
            ("partner", [], False, "partner", "Kolonia"),
            ("home", ["partner"], False, "both", "Katowice, Kolonia"),
            (None, [], True, "both", "online"),
            ("home", [], True, "both", "Katowice, online"),
            (None, [], False, "both", ""),
        ],
    )
    def test_hangs_where_it_happened(
        self, place: str | None, also_in: list[str], online: bool, side: str, label: str
    ) -> None:
        home = make.make_place(name="Katowice", is_home=True)
        cities = {"home": home, "partner": make.make_place(name="Kolonia")}
        partnership = make.make_partnership(**cities)
        make.make_event(
            partnerships=[partnership],
            place=cities[place] if place else None,
            also_in=[cities[each] for each in also_in],
            online=online,
        )

        event = Event.objects.seen_from(partnership).for_lists().get()

        told = entries.entry(event, partnership)
        assert (told["side"], told["place_label"]) == (side, label)

    def test_leads_from_a_topic_to_the_like(self) -> None:
        partnership = make.make_partnership()
        topic = make.make_topic(slug_pl="kultura", slug_en="culture", name="kultura")
        make.make_event(partnerships=[partnership], topics=[topic])
        event = Event.objects.seen_from(partnership).for_lists().get()

        with override("en"):
            [(name, url)] = entries.entry(event, partnership)["topics"]

        assert name == "kultura"
        assert url.endswith("/history/?topic=kultura")


class TestYears:
    def test_a_note_on_several_years_stands_once_at_the_first_that_has_entries(self) -> None:
        note = YearNote(first_year=2000, last_year=2002)
        told = [make.make_event(date=date) for date in ("1999", "2001", "2002")]

        years = by_year(told, [note], [])

        assert [year.notes for year in years] == [[], [note], []]
        assert [year.gap for year in years] == ["", "2000", ""]

    def test_a_note_on_years_without_any_entry_is_left_out(self) -> None:
        told = [make.make_event(date=date) for date in ("1999", "2004")]

        years = by_year(told, [YearNote(first_year=2000, last_year=2002)], [])

        assert [year.notes for year in years] == [[], []]
        assert years[1].gap == "2000–2003"

    def test_editions_without_entry_are_named_up_to_the_last_known(self) -> None:
        assert missing_editions([Event(edition=2), Event(edition=5), Event()]) == [1, 3, 4]
        assert missing_editions([]) == []


def test_rows_of_an_index_name_records_of_every_kind() -> None:
    person = make.make_person(given_name="Maria", family_name="Nowak", summary_pl="Radna.")
    source = make.make_source(title_pl="Pismo", description_pl="Jedna strona.")
    organisation = make.make_organisation(name="Chór miejski", short_name="CHM")

    assert [(row.name, row.note, row.summary) for row in registers.rows([person, source])] == [
        ("Maria Nowak", "", "Radna."),
        ("Pismo", "pismo", "Jedna strona."),
    ]
    assert registers.rows([organisation])[0].note == "CHM"
