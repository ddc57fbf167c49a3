"""The chronicle that comes with the site: whole, valid, sourced, and in two languages."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from modeltranslation.translator import NotRegistered, translator

from events.loading import load
from events.models import (
    Agreement,
    Citation,
    DelegationMember,
    Event,
    Participation,
    Signatory,
    Source,
    YearNote,
)
from partners.models import Network, Organisation, Partnership, Person, Place
from tests.loading.conftest import CHRONICLE
from twinning.dates import HistoricalDate
from twinning.publishing.models import Publishable, Status

# Loaded once, by one worker; the tests only read.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("chronicle"),
    pytest.mark.xdist_group("chronicle"),
]


@pytest.fixture
def saint_etienne() -> Partnership:
    return Partnership.objects.get_by_natural_key("katowice", "saint-etienne")


def models() -> Iterator[type[Model]]:
    for label in ("partners", "events"):
        yield from apps.get_app_config(label).get_models()


def records() -> Iterator[Any]:
    for model in models():
        yield from model._default_manager.all()


def event(slug: str) -> Event:
    return Event.objects.get_by_natural_key(slug)


def test_every_record_is_valid_once_more() -> None:
    for record in records():
        record.full_clean()


def test_every_record_is_published() -> None:
    for model in models():
        if issubclass(model, Publishable):
            statuses = set(model._default_manager.values_list("status", flat=True))
            assert statuses == {Status.PUBLISHED}, model


def test_a_second_loading_changes_nothing() -> None:
    before = {model: model._default_manager.count() for model in models()}

    tally = load(CHRONICLE)

    assert tally.added.total() == tally.updated.total() == 0
    assert {model: model._default_manager.count() for model in models()} == before


def test_nothing_is_left_untranslated() -> None:
    missing = [
        (record, field)
        for record in records()
        for field in translated_fields(type(record))
        if bool(getattr(record, f"{field}_pl")) != bool(getattr(record, f"{field}_en"))
    ]
    assert missing == []


def test_no_sentence_stands_in_polish_where_english_is_due() -> None:
    copied = [
        (record, field)
        for record in records()
        for field in translated_fields(type(record))
        if len(text := getattr(record, f"{field}_pl") or "") > 60
        and text == getattr(record, f"{field}_en")
    ]
    assert copied == []


def translated_fields(model: type[Model]) -> list[str]:
    try:
        return list(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return []


class TestCompleteness:
    def test_katowice_has_eleven_partner_cities(self) -> None:
        katowice = Place.objects.get_by_natural_key("katowice")

        assert {each.partner.slug for each in Partnership.objects.of_home(katowice)} == {
            "groningen", "kolonia", "koszyce", "lwow", "miszkolc", "mobile", "opawa", "ostrawa",
            "pula", "saint-etienne", "shenyang",
        }  # fmt: skip

    def test_there_are_two_home_cities(self) -> None:
        assert {place.slug for place in Place.objects.homes()} == {"katowice", "chorzow"}

    def test_saint_etienne_is_told_from_1991_to_2023(self, saint_etienne: Partnership) -> None:
        events = Event.objects.of_partnership(saint_etienne)

        assert events.count() == 173
        years = {each.date.earliest.year for each in events}
        assert (min(years), max(years)) == (1991, 2023)
        # The sources have no entry that begins in these.
        assert set(range(1991, 2024)) - years == {1993, 1995, 2003}

    @pytest.mark.parametrize(("partner", "least"), [("iserlohn", 5), ("yingkou", 5)])
    def test_chorzow_has_its_own_chronicles(self, partner: str, least: int) -> None:
        partnership = Partnership.objects.get_by_natural_key("chorzow", partner)

        assert Event.objects.of_partnership(partnership).count() >= least

    def test_every_entry_belongs_to_a_chronicle_and_rests_on_a_source(self) -> None:
        assert not Event.objects.filter(partnerships=None).exists()
        assert not Event.objects.filter(citations=None).exists()
        assert not Event.objects.filter(topics=None).exists()

    def test_partnerships_agreements_and_networks_rest_on_sources_too(self) -> None:
        for model in (Partnership, Agreement, Network):
            assert not model._default_manager.filter(citations=None).exists(), model

    def test_no_source_is_there_for_nothing(self) -> None:
        assert not Source.objects.filter(citations=None).exists()

    def test_every_note_on_years_covers_a_year_with_entries(self) -> None:
        for note in YearNote.objects.select_related("partnership"):
            events = Event.objects.of_partnership(note.partnership)
            years = range(note.first_year, note.last_year + 1)
            assert any(events.beginning_in(year).exists() for year in years), note


class TestPeople:
    def test_only_those_of_the_file_are_named(self) -> None:
        text = (CHRONICLE / "04-people.yaml").read_text(encoding="utf-8")
        written = {person["slug"] for person in yaml.safe_load(text)["people"]}

        assert {person.slug for person in Person.objects.all()} == written

    @pytest.mark.parametrize("model", [Participation, DelegationMember, Signatory])
    def test_nobody_appears_without_a_public_function(self, model: type[Model]) -> None:
        nameless = [
            row
            for row in model._default_manager.exclude(person=None)
            for code, _name in settings.LANGUAGES
            if not getattr(row, f"function_{code}")
        ]
        assert nameless == []

    def test_nobody_has_a_page_without_an_office_or_a_function(self) -> None:
        for person in Person.objects.filter(offices=None):
            assert (
                person.participations.exists()
                or person.delegation_memberships.exists()
                or person.signatures.exists()
            ), person


class TestWhatTheSourcesSay:
    def test_the_agreement_of_1994_was_signed_in_june_and_confirmed_in_november(self) -> None:
        agreement = Agreement.objects.get_by_natural_key("umowa-o-miastach-blizniaczych")

        acts = [
            (act.kind, act.date.edtf, act.place and act.place.slug, act.event and act.event.slug)
            for act in agreement.acts.all()
        ]
        assert acts == [
            ("signed", "1994-06", "katowice", "podpisanie-umowy-o-miastach-blizniaczych"),
            ("confirmed", "1994-11", "saint-etienne", "potwierdzenie-umowy"),
        ]

    def test_both_acts_are_told_in_1994(self, saint_etienne: Partnership) -> None:
        told = Event.objects.of_partnership(saint_etienne).told_in(1994).seen_from(saint_etienne)

        assert {
            "podpisanie-umowy-o-miastach-blizniaczych",
            "potwierdzenie-umowy",
        } <= {each.slug for each in told}

    def test_the_mission_of_april_2011_keeps_both_its_dates(self) -> None:
        mission = event("misja-klastrowa-2011")

        assert mission.date.edtf == "2011-04-06/2011-04-08"
        assert stated(mission) == {
            ("historia-wspolpracy", "2011-04-06/2011-04-08", False),
            ("klastry-i-parki", "2011-04-06/2011-04-09", True),
        }

    def test_katowice_joined_the_network_in_2018_or_in_2019(self) -> None:
        network = Network.objects.get_by_natural_key("fiped")

        assert {
            ("historia-wspolpracy", "2018-04-07", False),
            ("historia-wspolpracy", "2019", True),
        } <= stated(network)

    def test_whoever_disagrees_says_what_with(self) -> None:
        for citation in Citation.objects.filter(disagrees=True):
            for code in ("pl", "en"):
                assert citation.stated_date or getattr(citation, f"claim_{code}"), citation

    def test_the_letter_about_yingkou_can_be_quoted(self) -> None:
        letter: Any = Source.objects.get_by_natural_key("pismo-yingkou")

        assert letter.reference == "WEN.9823 2020.RFZ"
        assert (letter.issued.edtf, letter.received.edtf) == ("2020-03-02", "2020-03-04")
        assert letter.transcription_pl.startswith("<")
        assert letter.transcription_en.startswith("<")

    def test_the_association_bears_its_name_of_the_time(self) -> None:
        association = Organisation.objects.get_by_natural_key("asemka")
        names = {
            year: association.called_on(HistoricalDate(year)).short_name
            for year in ("1992-02", "1997", "2005")
        }
        assert names == {"1992-02": "ASEKA", "1997": "ASEKA", "2005": "ASEMKA"}

    def test_a_participant_bears_the_name_of_the_time_in_every_entry(self) -> None:
        last_day = HistoricalDate("1998-09-09").earliest
        for row in Participation.objects.filter(organisation__slug_pl="asemka"):
            is_former = row.name == "Stowarzyszenie Saint-Étienne – Katowice"
            assert is_former == (row.event.date.earliest <= last_day), row.event

    def test_no_title_gives_the_association_a_name_it_did_not_have_yet(self) -> None:
        for each in Event.objects.filter(date_latest__lt="1998-09-09"):
            for code in ("pl", "en"):
                assert "ASEMKA" not in getattr(each, f"title_{code}")


def stated(record: Any) -> set[tuple[str, str, bool]]:
    return {
        (citation.source.slug, citation.stated_date.edtf, citation.disagrees)
        for citation in record.citations.exclude(stated_date=None)
    }
