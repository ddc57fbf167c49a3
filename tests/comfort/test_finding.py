"""The admin finds a record by any spelling of its names, by whatever way it was saved."""

from typing import Any

import pytest
import reversion
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events.loading import load
from events.models import YearNote
from partners.models import NetworkName, Office, Organisation, OrganisationName, Person
from tests import factories as make
from tests.browser.conftest import CHRONICLE
from twinning.publishing.models import Findable
from twinning.publishing.models.findable import fill_keys, refresh_keys

pytestmark = pytest.mark.django_db


def found(client: Client, kind: str, words: str) -> list[Any]:
    response = client.get(f"/pl/admin/{kind}/", {"q": words})
    assert response.status_code == 200
    return list(response.context["cl"].queryset)


def offered(client: Client, words: str, **field: str) -> list[str]:
    response = client.get("/pl/admin/autocomplete/", {"term": words, **field})
    return [each["text"] for each in response.json()["results"]]


@pytest.mark.parametrize(
    "words",
    [
        *("saint etienne", "Saint\u2011Étienne", "SAINT-ETIENNE", "étienne saint", "etien"),
        *("w saint-étienne", "Armeville", "saint–etienne"),
    ],
)
def test_a_place_by_any_spelling(staff: Client, words: str) -> None:
    place = make.make_place(
        "saint-etienne", name="Saint-Étienne", locative="Saint-Étienne w", aliases="Armeville"
    )
    make.make_place("nancy")

    assert found(staff, "partners/place", words) == [place]
    assert offered(staff, words, app_label="events", model_name="event", field_name="place") == [
        "Saint-Étienne"
    ]


@pytest.mark.parametrize("words", ["Lviv", "lwow", "LWÓW", "Львів", "львів", "lemberg"])
def test_a_place_by_its_own_name_its_english_name_and_its_aliases(
    staff: Client, words: str
) -> None:
    place = make.make_place(
        name_pl="Lwów",
        name_en="Lviv",
        local_name="Львів",
        local_language="uk",
        aliases="Lemberg\nLeopolis",
    )
    assert found(staff, "partners/place", words) == [place]


@pytest.mark.parametrize("words", ["Uszok Piotr", "piotr USZOK", "prezydent uszok"])
def test_a_person_by_names_in_either_order_and_by_office(staff: Client, words: str) -> None:
    person = make.make_person(given_name="Piotr", family_name="Uszok")
    Office.objects.create(person=person, title_pl="Prezydent Katowic", held="1998/2014")
    make.make_person(given_name="Piotr", family_name="Inny")

    assert found(staff, "partners/person", words) == [person]


def test_all_words_must_match(staff: Client) -> None:
    make.make_person(given_name="Piotr", family_name="Uszok")
    assert found(staff, "partners/person", "Uszok Maria") == []


def test_an_organisation_by_its_former_name_as_long_as_it_has_one(staff: Client) -> None:
    asemka = make.make_organisation(name="ASEMKA")
    former: Any = OrganisationName.objects.create(
        organisation=asemka, name_pl="Stowarzyszenie ASEKA", used="1992/1998"
    )
    assert found(staff, "partners/organisation", "aseka") == [asemka]

    former.name_pl = "Koło"
    former.save()
    assert found(staff, "partners/organisation", "aseka") == []
    assert found(staff, "partners/organisation", "kolo") == [asemka]

    former.delete()
    assert found(staff, "partners/organisation", "kolo") == []


def test_an_event_by_its_place_and_its_series_together(staff: Client) -> None:
    place = make.make_place(name="Kolonia", local_name="Köln", local_language="de")
    series = make.make_series(name="Turniej pétanque")
    event = make.make_event("Finał", place=place, series=series)
    make.make_event("Finał", place=place)

    assert found(staff, "events/event", "petanque KOLN final") == [event]


def test_an_agreement_by_both_cities(staff: Client) -> None:
    partnership = make.make_partnership(
        home=make.make_place(name="Chorzów", is_home=True), partner=make.make_place(name="Iserlohn")
    )
    agreement = make.make_agreement(partnership=partnership)
    make.make_agreement()

    assert found(staff, "events/agreement", "iserlohn chorzow") == [agreement]
    assert found(staff, "partners/partnership", "iserlohn chorzow") == [partnership]


@pytest.mark.parametrize("words", ["%", "_", "…", "'", '"Uszok', "\\"])
def test_signs_stand_for_nothing_but_themselves(staff: Client, words: str) -> None:
    make.make_person(given_name="Piotr", family_name="Uszok")
    assert len(found(staff, "partners/person", words)) == 1
    assert found(staff, "partners/person", f"{words} nikt") == []


def test_a_year_is_still_found_by_its_number(staff: Client) -> None:
    note = YearNote.objects.create(
        partnership=make.make_partnership(),
        first_year=2014,
        last_year=2014,
        headline_pl="Jubileusz",
    )
    assert found(staff, "events/yearnote", "2014") == [note]


def test_finding_costs_the_same_with_one_and_three_records(staff: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            found(staff, "events/event", "wizyta kolonia")
        return len(captured)

    place = make.make_place(name="Kolonia")
    make.make_event("Wizyta", place=place)
    found(staff, "events/event", "wizyta")
    one = cost()
    make.make_event("Wizyta", place=place)
    make.make_event("Wizyta", place=place)
    assert cost() == one


def test_a_restored_record_is_found_again(staff: Client) -> None:
    with reversion.create_revision():
        organisation: Any = make.make_organisation(name="ASEMKA")
        OrganisationName.objects.create(organisation=organisation, name_pl="ASEKA", used="1992")
        reversion.add_to_revision(organisation)
    revision = reversion.models.Version.objects.get_for_object(organisation).get().revision
    organisation.former_names.all().delete()
    organisation.name_pl = organisation.name_en = "Inna"
    organisation.save()
    assert found(staff, "partners/organisation", "asemka") == []

    revision.revert()

    assert found(staff, "partners/organisation", "asemka") == [organisation]
    assert found(staff, "partners/organisation", "aseka") == [organisation]

    Organisation.objects.all().delete()
    revision.revert()
    assert found(staff, "partners/organisation", "aseka asemka") == [organisation]


def test_saving_a_name_alone_keeps_the_key(staff: Client) -> None:
    place: Any = make.make_place(name="Kolonia")
    place.name_en = "Cologne"
    place.save(update_fields=["name_en"])

    assert found(staff, "partners/place", "cologne") == [place]


def test_a_step_of_its_life_does_not_write_the_key(staff: Client) -> None:
    organisation = make.make_organisation()
    with CaptureQueriesContext(connection) as captured:
        organisation.save(update_fields=["status", "version"])
    assert "find_key" not in str(captured.captured_queries)


def test_deleting_a_whole_does_not_ask_for_its_key_again() -> None:
    organisation = make.make_organisation()
    for year in ("1992", "1993", "1994"):
        OrganisationName.objects.create(organisation=organisation, name_pl="A", used=year)
    with CaptureQueriesContext(connection) as captured:
        organisation.delete()
    assert not any("UPDATE" in each["sql"] and "find_key" in each["sql"] for each in captured)


def test_keys_written_past_the_signals_are_made_anew_on_request(staff: Client) -> None:
    organisation = make.make_organisation()
    OrganisationName.objects.bulk_create(
        [OrganisationName(organisation=organisation, name_pl="ASEKA", used="1992")]
    )
    assert found(staff, "partners/organisation", "aseka") == []

    refresh_keys(Organisation.objects.all())

    assert found(staff, "partners/organisation", "aseka") == [organisation]


def test_the_loaded_chronicle_has_the_keys_that_the_migration_makes() -> None:
    load(CHRONICLE)
    models = [model for model in apps.get_models() if issubclass(model, Findable)]
    for model in models:
        kept = dict(model._base_manager.values_list("pk", "find_key"))
        fill_keys(model, model.find_fields, model.find_parts)
        made = dict(model._base_manager.values_list("pk", "find_key"))
        words = [{pk: set(key.split()) for pk, key in keys.items()} for keys in (kept, made)]
        assert words[0] == words[1]
        assert all(kept.values())


def test_networks_have_former_names_too(staff: Client) -> None:
    network = make.make_network()
    NetworkName.objects.create(network=network, name_pl="Miasta Pięści", used="1992")
    assert found(staff, "partners/network", "piesci") == [network]


NAMES = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=12)


class AnyName(TestCase):
    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(NAMES, NAMES)
    def test_is_found_in_capitals_and_in_either_order(self, given: str, family: str) -> None:
        person = Person.objects.create(given_name=given, family_name=family, slug_pl="x")
        page: Any = admin.site.get_model_admin(Person)
        everybody = Person.objects.all()
        for words in (f"{family} {given}", f"{given} {family}".upper(), person.find_key):
            hits, _twice = page.get_search_results(RequestFactory().get("/"), everybody, words)
            assert list(hits) == [person], words


def test_an_image_by_its_description_and_a_document_by_its_text(staff: Client) -> None:
    image = make.make_image(alt_pl="Żuraw nad Rawą", author="Ł. Ślusarczyk")
    document = make.make_document(transcription="<p>Dotyczy:</p><p>współpracy <em>miast</em></p>")

    assert found(staff, "media/image", "slusarczyk zuraw") == [image]
    assert found(staff, "media/document", "miast wspolpracy") == [document]
    assert found(staff, "media/document", "em") == []
