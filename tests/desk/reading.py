"""The desk as somebody reads it."""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.pages.reading import words

DESK = "/pl/admin/"


@dataclass(frozen=True)
class Read:
    """A section: its count and its rows, each with name, address and all it says."""

    count: int
    names: list[str]
    addresses: list[str]
    texts: list[str]


def desk(client: Client, path: str = DESK) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "html.parser")


def sections(page: BeautifulSoup) -> dict[str, Read]:
    """The sections that are shown, in their order."""
    return {
        str(section["aria-labelledby"]).removeprefix("desk-"): _read(section)
        for section in page.select(".desk-section")
    }


def rows(page: BeautifulSoup) -> list[str]:
    """What the rows of a section's own page say."""
    return [words(row) for row in page.select(".desk-rows li")]


def _read(section: Tag) -> Read:
    names = section.select(".desk-name")
    return Read(
        int(words(section.select_one(".desk-count"))),
        [words(name) for name in names],
        [str(name["href"]) for name in names if name.name == "a"],
        rows(section),  # type: ignore[arg-type]
    )


def cost(client: Client, path: str = DESK) -> int:
    client.get(path)  # content types are read once and kept
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)
