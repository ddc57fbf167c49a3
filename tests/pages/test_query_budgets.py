"""What a page costs is a literal number, and the same with one entry, three or three hundred."""

import pytest
from django.test import Client

from events.models import Citation, Event
from partners.models import Topic
from tests.factories import make_event, make_funding, make_pages_of_the_law
from tests.pages.reading import queries
from tests.pages.records import Scene, add_entries
from twinning.dates import HistoricalDate
from twinning.publishing.models import Status

BUDGETS = {
    "/pl/": 11,
    "/pl/katowice/": 2,
    "/pl/katowice/kolonia/": 15,
    "/pl/katowice/kolonia/historia/": 7,
    "/pl/katowice/kolonia/os-czasu/": 8,
    "/pl/katowice/kolonia/w-liczbach/": 5,
    "/pl/katowice/kolonia/broszura/": 2,
    "/pl/katowice/kolonia/1994/": 6,
    "/pl/wydarzenia/1994/spotkanie/": 30,
    "/pl/cykle/": 1,
    "/pl/cykle/biennale/": 9,
    "/pl/organizacje/": 1,
    "/pl/organizacje/chor/": 12,
    "/pl/osoby/": 1,
    "/pl/osoby/jan-nowak/": 11,
    "/pl/umowy/": 1,
    "/pl/umowy/umowa/": 11,
    "/pl/sieci/": 1,
    "/pl/sieci/siec/": 19,
    "/pl/dokumenty/": 1,
    "/pl/dokumenty/list/": 10,
    "/pl/porownanie/": 2,
    "/pl/dane/": 3,
    "/pl/deklaracja-dostepnosci/": 2,
    "/pl/polityka-prywatnosci/": 1,
    "/pl/ponowne-wykorzystywanie/": 1,
    "/pl/kontakt/": 0,
    "/pl/mapa-strony/": 1,
    "/pl/szukaj/": 8,
    "/pl/kanaly/": 4,
}


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items())
def test_a_page_costs_the_same_with_one_entry_and_with_three(
    client: Client, scene: Scene, path: str, budget: int
) -> None:
    add_entries(scene)
    make_pages_of_the_law()
    meeting = Event.objects.filter(partnerships=scene.partnership).first()
    assert meeting
    Event.objects.filter(pk=meeting.pk).update(slug_pl="spotkanie")
    make_event(parent=meeting)
    one = queries(client, path)
    add_entries(scene, 2)
    make_funding(3)
    make_event(parent=meeting)

    assert queries(client, path) == one
    assert one == budget


@pytest.mark.parametrize(
    "query", ["topic=sport", "kind=visit", "place=partner", "topic=sport&kind=visit&place=online"]
)
def test_a_filtered_chronicle_costs_the_same_with_one_entry_and_with_three(
    client: Client, scene: Scene, query: str
) -> None:
    path = f"{scene.chronicle()}?{query}"
    Topic.objects.create(name_pl="sport", name_en="sports", slug_pl="sport", slug_en="sports")
    add_entries(scene)
    _in_sport(scene)
    one = queries(client, path)
    add_entries(scene, 2)
    _in_sport(scene)

    assert queries(client, path) == one
    assert one <= 8


def _in_sport(scene: Scene) -> None:
    for event in Event.objects.filter(partnerships=scene.partnership):
        event.topics.add(Topic.objects.get(slug_pl="sport"))
        event.also_in.add(scene.partner)
    Event.objects.filter(partnerships=scene.partnership).update(online=True)


@pytest.mark.parametrize("page", ["1994/", "historia/"])
def test_three_hundred_entries_of_a_year_cost_no_more_than_three(
    client: Client, scene: Scene, page: str
) -> None:
    add_entries(scene)
    path = scene.path() + page
    three = queries(client, path)
    _crowd(scene, 300)

    assert queries(client, path) == three
    assert three <= {"1994/": 6, "historia/": 8}[page]


def _crowd(scene: Scene, count: int) -> None:
    """Entries straight into the tables, each with what the others have."""
    date = HistoricalDate("1994-07")
    example = Event.objects.filter(partnerships=scene.partnership).latest("pk")
    moment = example.published_at
    events = Event.objects.bulk_create(
        Event(
            date=date,
            date_earliest=date.earliest,
            date_latest=date.latest,
            kind="visit",
            status=Status.PUBLISHED,
            published_at=moment,
            title_pl=f"Wizyta {number}",
            title_en=f"Visit {number}",
            summary_pl="Goście.",
            summary_en="Guests.",
            slug_pl=f"tlum-{number}",
            slug_en=f"crowd-{number}",
            place=example.place,
            parent=example.parent,
            series=example.series,
        )
        for number in range(count)
    )
    topics = list(Topic.objects.all())
    Event.topics.through.objects.bulk_create(
        Event.topics.through(event=event, topic=topics[number % len(topics)])
        for number, event in enumerate(events)
    )
    Event.partnerships.through.objects.bulk_create(
        Event.partnerships.through(event=event, partnership=scene.partnership) for event in events
    )
    Citation.objects.bulk_create(Citation(event=event, source=scene.source) for event in events)
