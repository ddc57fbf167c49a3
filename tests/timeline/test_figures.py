"""What a chronicle holds, counted; each figure leads to what it counts."""

import csv
import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import factories as make
from tests.pages.reading import attribute, main, read, titles, words
from tests.pages.records import Scene
from twinning.publishing.models import Status

PATH = "/pl/katowice/kolonia/w-liczbach/"


def rows(page: BeautifulSoup) -> dict[str, tuple[int, str, str]]:
    """By label: the number, where it leads and where its data is."""
    found = {}
    for row in page.select(".figures tbody tr"):
        links = [attribute(each, "href") for each in row.select("a")]
        count = int(words(row.select_one(".figures__count")))
        found[words(row.th)] = (count, links[0], links[1] if len(links) > 1 else "")
    return found


@pytest.fixture
def told(scene: Scene) -> Scene:
    """Entries of every sort, a part of them in two places at once or going on."""
    elsewhere, culture, sport = (
        make.make_place(),
        make.make_topic("kultura"),
        make.make_topic("sport"),
    )
    other = make.make_partnership(home=scene.home)
    sorts: list[dict[str, Any]] = [
        {"place": scene.home, "topics": [culture]},
        {"place": scene.home, "also_in": [scene.partner], "topics": [culture, sport]},
        {"place": scene.partner, "kind": "concert", "topics": [sport]},
        {"place": scene.partner, "online": True, "kind": "concert"},
        {"also_in": [scene.home, scene.partner], "date": "1994/1996"},
        {"place": elsewhere, "date": "1995-05"},
        {"online": True, "date": "1996"},
    ]
    for number, given in enumerate(sorts):
        make.make_event(partnerships=[scene.partnership], **given)
        make.make_event(
            f"Cudze {number}", partnerships=[other], **{**given, "kind": "fair", "date": "1990"}
        )
        make.make_event(
            f"Szkic {number}",
            partnerships=[scene.partnership],
            **{**given, "date": "1991", "status": Status.DRAFT, "published_at": None},
        )
    return scene


def test_every_figure_leads_to_as_many_entries_as_it_says(client: Client, told: Scene) -> None:
    found = rows(read(client, PATH))

    assert {label: count for label, (count, *_urls) in found.items()} == {
        "kultura": 2,
        "sport": 2,
        "Wizyta": 5,
        "Koncert": 2,
        "Katowice": 3,
        "Kolonia": 4,
        "oba miasta": 2,
        "online": 2,
        "1994": 5,
        "1995": 1,
        "1996": 1,
    }
    for label, (count, url, _data) in found.items():
        assert len(titles(read(client, url))) == count, label


def test_the_data_holds_as_many_entries_as_the_figure_says(client: Client, told: Scene) -> None:
    found = rows(read(client, PATH))

    with_data = {label: each for label, each in found.items() if each[2]}
    assert with_data.keys() == found.keys() - {"1994", "1995", "1996"}
    for label, (count, _url, data) in with_data.items():
        table = b"".join(client.get(data).streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
        assert len(list(csv.reader(io.StringIO(table)))) - 1 == count, label


def test_what_nothing_is_told_of_is_not_named(client: Client, told: Scene) -> None:
    make.make_topic("ekologia")
    page = main(read(client, PATH))
    for word in ("ekologia", "Targi", "1990", "1991"):
        assert word not in page


def test_without_entries_there_are_no_figures(client: Client, scene: Scene) -> None:
    make.make_event(partnerships=[scene.partnership], status=Status.DRAFT, published_at=None)

    read(client, PATH, 404)
    assert "w-liczbach" not in str(read(client, scene.path()))
    assert b"w-liczbach" not in client.get("/sitemap-figures.xml").content


@pytest.mark.parametrize("place", ["both", "home", "partner"])
def test_places_of_no_partnership_are_refused_as_data(
    client: Client, told: Scene, place: str
) -> None:
    assert client.get(f"/pl/dane/wydarzenia.csv?place={place}").status_code == 400
