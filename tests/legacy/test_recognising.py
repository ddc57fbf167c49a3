"""Names that the site knows already, in any of their forms."""

import pytest
from pytest_django import DjangoAssertNumQueries

from events.legacy import known_to, read, read_plain
from events.legacy.values import Confidence, Entry, Known, Proposed
from events.models import Series
from partners.models import OrganisationName, Partnership
from tests.factories import (
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_series,
    make_topic,
)
from twinning.dates import HistoricalDate

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership() -> Partnership:
    home = make_place(
        "katowice", is_home=True, name="Katowice", genitive="Katowic", locative="Katowicach"
    )
    partner = make_place("saint-etienne", name="Saint-Étienne", country="FR")
    return make_partnership(home=home, partner=partner)


def entry(text: str, partnership: Partnership) -> Entry:
    (found,) = read(read_plain(f"ROK 2005\n\n{text}"), known_to(partnership)).entries
    return found


def names(proposed: tuple[Proposed[Known], ...]) -> list[str]:
    return [each.value.name for each in proposed]


@pytest.mark.parametrize(
    "written", ["Katowice", "Katowic", "Katowicach", "Katowicami", "KATOWICE", "Katowicom"]
)
def test_a_city_is_known_in_every_case(written: str, partnership: Partnership) -> None:
    found = entry(f"5 maja rozmawiano o: {written}.", partnership)

    assert names(found.places) == ["Katowice"]


@pytest.mark.parametrize(
    "written", ["Saint-Etienne", "Saint – Étienne", "St-Étienne", "St. Etienne", "SAINT-ETIENNE"]
)
def test_a_city_is_known_in_every_spelling(written: str, partnership: Partnership) -> None:
    found = entry(f"5 maja przyjechali goście z {written}.", partnership)

    assert names(found.places) == ["Saint-Étienne"]


def test_the_words_that_a_name_was_read_from_are_told(partnership: Partnership) -> None:
    text = "ROK 2005\n\n5 maja w Katowicach zagrał chór."
    (found,) = read(read_plain(text), known_to(partnership)).entries

    assert found.place is not None
    assert text[found.place.span.start : found.place.span.end] == "Katowicach"


@pytest.mark.parametrize(
    "written",
    [
        "z Domem Miasta Saint-Etienne w Katowicach",
        "Domu Miasta Saint-Étienne",
        "w DOMU MIASTA SAINT-ETIENNE",
        "dom miasta Saint-Étienne",
    ],
)
def test_an_organisation_is_known_inflected_and_shortened(
    written: str, partnership: Partnership
) -> None:
    make_organisation(name="Dom Miasta Saint-Étienne w Katowicach")
    found = entry(f"5 maja odbyło się spotkanie: {written}.", partnership)

    assert names(found.organisations) == ["Dom Miasta Saint-Étienne w Katowicach"]
    assert names(found.places) == []


def test_an_organisation_is_known_by_a_former_name_and_an_acronym(
    partnership: Partnership,
) -> None:
    organisation = make_organisation(name="Towarzystwo Nowe", short_name="TNO")
    OrganisationName.objects.create(
        organisation=organisation,
        name_pl="Klub Dawny Śląski",
        name_en="Old Silesian Club",
        used=HistoricalDate("1990/1998"),
    )
    for written in ("Klubu Dawnego Śląskiego", "TNO", "Towarzystwem Nowym"):
        assert names(entry(f"5 maja zagrano dla {written}.", partnership).organisations)
    assert not entry("5 maja zagrano to no raz jeszcze i tno.", partnership).organisations


@pytest.mark.parametrize(
    "written",
    [
        "Prezydentem Miasta Piotrem Uszokiem",
        "Pana Piotra USZOKA",
        "Uszok Piotr",
        "prezydent Uszok",
        "P. Uszokowi",
    ],
)
def test_a_person_is_known_inflected(written: str, partnership: Partnership) -> None:
    make_person(given_name="Piotr", family_name="Uszok")
    found = entry(f"5 maja rozmawiano z: {written}.", partnership)

    assert names(found.people) == ["Piotr Uszok"]


def test_a_foreign_name_is_known_with_a_polish_ending(partnership: Partnership) -> None:
    make_person(given_name="Maurice", family_name="Vincent")
    found = entry("5 maja podjęto Maurice'a Vincenta.", partnership)

    assert names(found.people) == ["Maurice Vincent"]


def test_a_family_name_alone_is_nobody(partnership: Partnership) -> None:
    make_person(given_name="Michał", family_name="Luty")
    make_person(given_name="Marcin", family_name="Krupa")

    assert entry("5 maja na stole stała Krupa, a Luty był mroźny.", partnership).people == ()


def test_a_series_and_its_edition_are_known(partnership: Partnership) -> None:
    make_series(name="Turniej Pétanque o Puchar Prezydenta Miasta Katowice", kind="tournament")
    found = entry("5 maja odbył się IX Turniej Petanque o Puchar Prezydenta Miasta.", partnership)

    assert found.series is not None
    assert found.series.value.model == Series._meta.model_name
    assert found.edition is not None
    assert (found.edition.value, found.edition.confidence) == (9, Confidence.HIGH)


@pytest.mark.parametrize(
    ("text", "journey"),
    [
        ("5 maja w Katowicach przebywała delegacja Saint-Étienne.", ("Saint-Étienne", "Katowice")),
        ("5 maja delegacja Katowic przyjechała do Saint-Étienne.", ("Katowice", "Saint-Étienne")),
    ],
)
def test_a_delegation_has_a_direction(
    text: str, journey: tuple[str, str], partnership: Partnership
) -> None:
    found = entry(text, partnership).delegation

    assert found is not None
    assert (found.value.origin.name, found.value.destination.name) == journey


def test_nobody_travels_where_no_delegation_is_told_of(partnership: Partnership) -> None:
    assert entry("5 maja w Katowicach zagrał chór z Saint-Étienne.", partnership).delegation is None


def test_a_topic_is_proposed_only_where_the_site_has_it(partnership: Partnership) -> None:
    make_topic("sport", name="Sport")
    found = entry("5 maja drużyny z obu miast zagrały mecz, potem był koncert.", partnership)

    assert names(found.topics) == ["Sport"]


@pytest.mark.parametrize("count", [1, 3])
def test_names_are_fetched_in_a_fixed_number_of_queries(
    count: int, partnership: Partnership, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        make_organisation()
        make_person()
        make_place()
        make_series()
        make_topic()
    known = Partnership.objects.with_places().get(pk=partnership.pk)
    text = "ROK 2005\n\n" + "\n\n".join(f"{day} maja w Katowicach grano." for day in range(1, 20))

    with django_assert_num_queries(6):
        read(read_plain(text), known_to(known))
