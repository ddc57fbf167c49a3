"""Pages as somebody reads them."""

import re

from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from twinning.publishing.public_body import public_body
from twinning.site.law.frame import frame

LANGUAGES = ("pl", "en")


def read(client: Client, path: str, status: int = 200) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == status, f"{path}: {response.status_code}"
    return BeautifulSoup(response.content, "html.parser")


def words(element: Tag | None) -> str:
    """The text with every kind of space as one plain space."""
    assert element is not None
    return re.sub(r"\s+", " ", element.get_text()).strip()


def main(page: BeautifulSoup) -> str:
    """All the text between header and footer."""
    return words(page.main)


def attribute(element: Tag | None, name: str) -> str:
    assert element is not None
    return str(element[name])


def titles(page: BeautifulSoup) -> list[str]:
    """The titles of the entries, in the order of the page."""
    return [words(title) for title in page.select(".entry__title")]


def link(page: BeautifulSoup, name: str) -> str:
    """Where the first link that begins with this name leads."""
    for each in page.find_all("a"):
        if words(each).startswith(name):
            return str(each["href"])
    raise AssertionError(f"no link “{name}”")


def queries(client: Client, path: str) -> int:
    """Of a page in a process that has answered before."""
    warm_up()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"
    return len(captured)


def warm_up() -> None:
    """Fetch what a process keeps in memory for all of its pages."""
    public_body()
    frame()
