"""Which entries stand on an entry's page as related, in which order, and why."""

from typing import Any

import pytest
from django.test import Client

from events.models import Act, Delegation, DelegationMember, Event, Participation
from events.models.ties import A_DOZEN
from partners.models import Organisation, OrganisationName
from tests.factories import (
    make_agreement,
    make_event,
    make_network,
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_series,
    make_topic,
)
from tests.pages.reading import main, queries, read, words
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db


def path_of(event: Event, language: str = "en") -> str:
    year, slug = event.date.earliest.year, event.in_language("slug", language)
    segment = {"pl": "wydarzenia", "en": "events"}[language]
    return f"/{language}/{segment}/{year}/{slug}/"


def related(client: Client, event: Event, language: str = "en") -> dict[str, str]:
    """Title and reason of each, in the order of the page."""
    page = read(client, path_of(event, language))
    part = next((each for each in page.select(".part") if words(each.h2) in HEADINGS), None)
    rows = part.select(".register__row") if part else []
    return {words(row.a): words(row.span).partition(" · ")[2] for row in rows}


HEADINGS = ("Related entries", "Powiązane wpisy")


def entry(title: str, **given: Any) -> Event:
    return make_event(title, title_en=title, **given)


def take_part(who: Organisation, *events: Event) -> None:
    for event in events:
        Participation.objects.create(event=event, organisation=who)


def travel(event: Event, **who: Any) -> None:
    delegation = Delegation.objects.create(
        event=event, origin=make_place(), destination=make_place()
    )
    DelegationMember.objects.create(delegation=delegation, **who)


def test_an_entry_tied_to_nothing_has_no_such_part(client: Client) -> None:
    shared: dict[str, Any] = {
        "partnerships": [make_partnership()],
        "topics": [make_topic()],
        "place": make_place(),
    }
    alone = entry("Alone", **shared)
    entry("Same city, topic and day", **shared)

    assert related(client, alone) == {}
    assert "Related entries" not in main(read(client, path_of(alone)))


def test_each_kind_of_tie_is_told_as_the_reason(client: Client) -> None:
    series, network, agreement = make_series(), make_network(name_en="Six Cities"), make_agreement()
    choir, mayor = make_organisation(name_en="Choir"), make_person(given_name="Eva")
    event = entry("Here", series=series, networks=[network])
    entry("Edition", series=series)
    entry("Meeting", networks=[network])
    Act.objects.create(agreement=agreement, date="1994", event=event)
    Act.objects.create(agreement=agreement, date="1995", event=entry("Act"))
    take_part(choir, event, entry("Concert"))
    travel(event, person=mayor)
    Participation.objects.create(event=entry("Speech"), person=mayor)

    assert related(client, event) == {
        "Act": "the same agreement",
        "Edition": "the same series",
        "Concert": "with Choir",
        "Speech": f"with {mayor.full_name}",
        "Meeting": "the same network: Six Cities",
    }


def test_the_reason_is_in_the_language_of_the_page(client: Client) -> None:
    series = make_series()
    event = entry("Tutaj", series=series)
    entry("Dalej", series=series)

    assert related(client, event, "pl") == {"Dalej": "ten sam cykl"}


def test_more_ties_come_before_a_stronger_one_and_that_before_the_nearer_day(
    client: Client,
) -> None:
    series, choir = make_series(), make_organisation(name_en="Choir")
    event = entry("Here", date="1994-06-15", series=series)
    near, far = entry("Near", date="1994-06-14"), entry("Far", date="1994-07-20")
    both = entry("Both", date="1970", series=series)
    entry("Edition", date="1980", series=series)
    take_part(choir, event, near, far, both)

    assert list(related(client, event)) == ["Both", "Edition", "Near", "Far"]
    assert related(client, event)["Both"] == "the same series; with Choir"


def test_nearness_counts_backwards_as_well_as_forwards(client: Client) -> None:
    series = make_series()
    event = entry("Here", date="2000-06-15", series=series)
    for day in ("2000-06-25", "2000-06-06", "2001", "1999-06-01", "2000-06-16"):
        entry(day, date=day, series=series)

    assert list(related(client, event)) == [
        "2000-06-16", "2000-06-06", "2000-06-25", "2001", "1999-06-01",
    ]  # fmt: skip


def test_no_more_than_a_handful_is_shown(client: Client) -> None:
    series = make_series()
    event = entry("Here", series=series)
    for number in range(7):
        entry(f"Edition {number}", series=series)

    assert len(related(client, event)) == 5


def test_what_the_page_shows_as_whole_or_part_is_not_repeated(client: Client) -> None:
    series = make_series()
    whole = entry("Whole", series=series)
    event = entry("Here", series=series, parent=whole)
    entry("Part", series=series, parent=event)
    entry("Beside", series=series, parent=whole)

    assert list(related(client, event)) == ["Beside"]


def test_whoever_takes_part_in_everything_relates_nothing(client: Client) -> None:
    hall, choir = make_organisation(), make_organisation(name_en="Choir")
    event, concert = entry("Here"), entry("Concert")
    take_part(choir, event, concert)
    take_part(hall, event, *(make_event() for _ in range(A_DOZEN - 1)))
    assert "Concert" in related(client, event)
    assert len(related(client, event)) == 5, "twelve are still few"

    travel(concert, organisation=hall)

    assert related(client, event) == {"Concert": "with Choir"}


def test_an_organisation_is_named_as_on_the_day_of_the_other_entry(client: Client) -> None:
    school = make_organisation(name_en="Academy")
    OrganisationName.objects.create(
        organisation=school, name_pl="Szkoła", name_en="College", used="1990/2000"
    )
    event = entry("Here", date="2010")
    take_part(school, event, entry("Then", date="1995"), entry("Later", date="2011"))

    assert related(client, event) == {"Later": "with Academy", "Then": "with College"}


def test_a_former_polish_name_on_an_english_page_says_its_language(client: Client) -> None:
    school = make_organisation(name_pl="Szkoła", name_en="")
    event = entry("Here")
    take_part(school, event, entry("There"))

    page = read(client, path_of(event))
    note = next(each for each in page.select(".register__note") if "with" in words(each))
    assert note.select_one('[lang="pl"]')


@pytest.mark.parametrize("hidden", [Status.DRAFT, Status.REVIEW, Status.ARCHIVED])
class TestHidden:
    def test_entries_are_not_related(self, client: Client, hidden: Status) -> None:
        series = make_series()
        event = entry("Here", series=series)
        entry("Hidden", series=series, status=hidden)

        assert related(client, event) == {}

    def test_records_tie_nothing(self, client: Client, hidden: Status) -> None:
        kept_back: dict[str, Any] = {"status": hidden}
        series, network = make_series(**kept_back), make_network(**kept_back)
        organisation, person = make_organisation(**kept_back), make_person(**kept_back)
        agreement = make_agreement(**kept_back)
        event, other = (
            entry(title, series=series, networks=[network]) for title in ("Here", "There")
        )
        for each in (event, other):
            take_part(organisation, each)
            travel(each, person=person)
            Act.objects.create(agreement=agreement, date="1994", event=each)

        assert related(client, event) == {}

    def test_a_hidden_agreement_is_no_further_reason(self, client: Client, hidden: Status) -> None:
        series, agreement = make_series(), make_agreement(status=hidden)
        event, other = (entry(title, series=series) for title in ("Here", "There"))
        for each in (event, other):
            Act.objects.create(agreement=agreement, date="1994", event=each)

        assert related(client, event) == {"There": "the same series"}

    def test_entries_make_nobody_somebody_who_is_everywhere(
        self, client: Client, hidden: Status
    ) -> None:
        choir = make_organisation(name_en="Choir")
        event = entry("Here")
        take_part(choir, event, entry("Concert"))
        take_part(choir, *(make_event(status=hidden) for _ in range(A_DOZEN)))

        assert related(client, event) == {"Concert": "with Choir"}


def test_a_crowd_of_related_entries_costs_no_more_than_one(client: Client) -> None:
    series, choir, network = make_series(), make_organisation(), make_network()
    event = entry("Here", series=series, networks=[network])
    take_part(choir, event, entry("One", series=series, networks=[network]))
    path = path_of(event)
    one = queries(client, path)
    take_part(choir, *(entry(str(n), series=series, networks=[network]) for n in range(6)))

    assert queries(client, path) == one


def test_a_tie_alone_asks_once_and_none_asks_nothing(client: Client) -> None:
    path = "/pl/wydarzenia/1994/tutaj/"
    event = make_event(slug_pl="tutaj")
    alone = queries(client, path)
    network = make_network()
    event.networks.add(network)
    # The former names of the network, and what is related by it.
    assert queries(client, path) == alone + 2
