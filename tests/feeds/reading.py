"""Feeds and calendars as programs read them, by libraries that know nothing of ours."""

from typing import Any
from xml.etree import ElementTree

import feedparser
from django.test import Client
from icalendar import Calendar

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def parsed(client: Client, path: str) -> Any:
    """By feedparser, which minds every fault."""
    response = client.get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"
    feed = feedparser.parse(
        response.content, response_headers={"content-type": response["Content-Type"]}
    )
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def tree(client: Client, path: str) -> ElementTree.Element:
    response = client.get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"
    return ElementTree.fromstring(response.content)  # noqa: S314 — our own


def titles(client: Client, path: str) -> list[str]:
    return [entry.title for entry in parsed(client, path).entries]


def calendar(client: Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return checked(response.content)


def checked(content: bytes) -> Any:
    """It comes out of the library as it went in."""
    found = Calendar.from_ical(content)
    assert isinstance(found, Calendar)
    assert found.to_ical() == content
    return found


def events(client: Client, path: str) -> list[Any]:
    found: list[Any] = calendar(client, path).walk("VEVENT")
    return found


def summaries(client: Client, path: str) -> list[str]:
    return [str(each["SUMMARY"]) for each in events(client, path)]
