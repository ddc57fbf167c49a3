"""Filters: what pages offer, by the same values, and never more than the whole holds."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from tests import factories as make
from tests.pages.records import Scene, add_entries, make_scene

pytestmark = pytest.mark.django_db
FILE = "/pl/dane/wydarzenia.json"


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    with django_db_blocker.unblock(), transaction.atomic(), override("pl"):
        scene = make_scene()
        add_entries(scene)
        make.make_event(date="1990/1993", partnerships=[scene.partnership], online=True)
        make.make_event(date="2001", kind="fair")
        yield scene
        transaction.set_rollback(True)


def fetched(client: Client, address: str) -> list[dict[str, Any]]:
    response: Any = client.get(address)
    assert response.status_code == 200, address
    objects: list[dict[str, Any]] = json.loads(b"".join(response))
    return objects


OURS = "partnership=katowice/kolonia"
CHOICES = [
    OURS, "home=katowice", "year=1994", "year=1992", "since=1994",
    "until=1993", "since=1992&until=1994", "kind=visit", f"{OURS}&place=online",
    "place=online", "series=biennale", "organisation=chor", "person=jan-nowak", "network=siec",
    "source=list",
]  # fmt: skip


@pytest.mark.parametrize("choice", CHOICES)
def test_a_part_of_the_entries_is_a_part(client: Client, scene: Scene, choice: str) -> None:
    whole = {each["id"]: each for each in fetched(client, FILE)}
    part = fetched(client, f"{FILE}?{choice}")

    assert 0 < len(part) < len(whole)
    assert all(each == whole[each["id"]] for each in part)


@pytest.mark.parametrize(
    ("choice", "years"),
    [("year=1992", {"1990/1993"}), ("since=2000", {"2001"}), ("until=1993", {"1990/1993"})],
)
def test_years_are_those_that_a_date_may_touch(
    client: Client, scene: Scene, choice: str, years: set[str]
) -> None:
    assert {each["date"] for each in fetched(client, f"{FILE}?{choice}")} == years


@pytest.mark.parametrize(
    "page",
    ["katowice/", "katowice/kolonia/historia/", "katowice/kolonia/historia/?place=online",
     "katowice/kolonia/1994/", "organizacje/", "organizacje/chor/", "osoby/", "osoby/jan-nowak/",
     "umowy/", "sieci/", "sieci/siec/", "dokumenty/", "dokumenty/list/", "cykle/biennale/"],
)  # fmt: skip
def test_each_page_leads_to_its_own_list(client: Client, scene: Scene, page: str) -> None:
    html = BeautifulSoup(client.get(f"/pl/{page}").content, "html.parser")
    links = [str(link["href"]) for link in html.select(".data-links a")][:2]

    assert [link.split("?")[0].rsplit(".")[-1] for link in links] == ["csv", "json"]
    assert fetched(client, links[1])


def test_the_chronicle_and_its_data_hold_the_same_entries(client: Client, scene: Scene) -> None:
    for query in ("", "place=online", "kind=visit", "place=partner"):
        page = client.get(f"/pl/katowice/kolonia/historia/?{query}").content.decode()
        address = f"{FILE}?partnership=katowice/kolonia&{query}".rstrip("&")
        told = {str(each["id"]) for each in fetched(client, address)}
        anchors = BeautifulSoup(page, "html.parser").select("[id^=e]")
        shown = {str(each["id"])[1:] for each in anchors}
        assert told == {each for each in shown if each.isdigit()}, query
