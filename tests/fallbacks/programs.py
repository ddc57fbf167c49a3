"""Feeds and calendars, part by part, each text with the language that it says it is in."""

from collections.abc import Iterator
from xml.etree import ElementTree

from bs4 import BeautifulSoup
from icalendar import Calendar, Component, vCategory, vText

from tests.fallbacks.marking import languages_in
from tests.feeds.reading import ATOM, LANG

Spoken = tuple[str, str]  # a text and the language it says it is in
Part = list[Spoken]


def is_of_programs(body: bytes) -> bool:
    return body.startswith((b"<?xml", b"BEGIN:VCALENDAR"))


def parts(body: bytes) -> Iterator[Part]:
    """The feed or calendar without its entries, and then each of these."""
    if body.startswith(b"BEGIN"):
        for component in Calendar.from_ical(body).walk():
            yield list(_of_component(component))
        return
    feed = ElementTree.fromstring(body)  # noqa: S314 — our own
    language = feed.get(LANG, "")
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        feed.remove(entry)
    for each in (feed, *entries):
        yield list(_of_element(each, language))


def unnoted(body: bytes, language: str, note: str) -> list[str]:
    """Entries that hold a text in another language and don't say so in words."""
    if not is_of_programs(body):
        return []
    _whole, *entries = parts(body)
    told = ["\n".join(text for text, _said in entry) for entry in entries]
    return [text for text in told if languages_in(text) - {language} and note not in text]


def _of_element(element: ElementTree.Element, around: str) -> Iterator[Spoken]:
    """Its texts and labels; the HTML of an entry goes on in the language around it."""
    said = element.get(LANG, around)
    yield element.get("label", ""), said
    if element.get("type") == "html":
        for text in BeautifulSoup(element.text or "", "html.parser").find_all(string=True):
            speaking = text.find_parent(lang=True)
            yield str(text), str(speaking["lang"]) if speaking else said
    else:
        yield element.text or "", said
    for child in element:
        yield from _of_element(child, said)


def _of_component(component: Component) -> Iterator[Spoken]:
    """X-WR-CALNAME repeats NAME for programs that know no parameters."""
    for name, value in component.property_items(recursive=False):
        if isinstance(value, vText | vCategory) and not name.startswith("X-"):
            yield value.to_ical().decode(), str(value.params.get("LANGUAGE", ""))
