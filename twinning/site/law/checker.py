"""What is wrong with the HTML of an accessibility declaration.

By “Warunki techniczne publikacji oraz struktura dokumentu elektronicznego deklaracji dostępności”,
version 2.0 of 31 July 2024. It knows nothing of how our page is made, and can check any other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from twinning.site.law.outline import Element, elements

OPENING = "a11y-wstep"


@dataclass(frozen=True, slots=True)
class Rule:
    """`tags` may carry the id; `link` is how its address begins; `within` is an id around it."""

    tags: tuple[str, ...]
    always: bool = True
    within: str = ""
    link: tuple[str, ...] = ()


WEB = ("https://", "http://")
RULES = {
    OPENING: Rule(("section", "p")),
    "a11y-podmiot": Rule(("span",), within=OPENING),
    "a11y-zakres": Rule(("span",), within=OPENING),
    "a11y-url": Rule(("a",), within=OPENING, link=WEB),
    "a11y-data-publikacja": Rule(("time",)),
    "a11y-data-aktualizacja": Rule(("time",)),
    "a11y-status": Rule(("p",)),
    "a11y-ocena": Rule(("a", "section"), always=False),
    "a11y-data-sporzadzenie": Rule(("time",)),
    "a11y-data-przeglad": Rule(("time",), always=False),
    "a11y-kontakt": Rule(("span",)),
    "a11y-email": Rule(("a",), link=("mailto:",)),
    "a11y-telefon": Rule(("a",), link=("tel:",)),
    "a11y-procedura": Rule(("section",)),
    "a11y-aplikacje": Rule(("section",), always=False),
    "a11y-architektura": Rule(("section",)),
    "a11y-architektura-url": Rule(("a",), always=False, link=WEB),
    "a11y-komunikacja": Rule(("section",)),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """One that the declaration has, in its order; `asks_for` is an id that comes with it."""

    level: int
    title: str
    always: bool = True
    asks_for: str = ""

    @property
    def text(self) -> str:
        """With plain spaces, whether words are bound together or not."""
        return " ".join(self.title.split())


def faults(html: str, headings: Sequence[Heading]) -> list[str]:
    """Each in words, for who looks after the page. `headings` are in the page's language."""
    page = elements(html)
    return [*_of_ids(page), *_of_headings(page, headings)]


def _of_ids(page: Sequence[Element]) -> Iterator[str]:
    counts = Counter(each.id for each in page if each.id.startswith("a11y-"))
    for name, rule in RULES.items():
        if not counts[name] and rule.always:
            yield _("The id %(id)s is missing.") % {"id": name}
        if counts[name] > 1:
            yield _("The id %(id)s is there %(count)d times.") % {"id": name, "count": counts[name]}
    for name in counts.keys() - RULES.keys():
        yield _("The declaration knows no id %(id)s.") % {"id": name}
    for element in page:
        if element.id in RULES:
            yield from _of_element(element, RULES[element.id])


def _of_element(element: Element, rule: Rule) -> Iterator[str]:
    about: dict[str, str] = {"id": element.id, "tag": element.tag}
    if element.tag not in rule.tags:
        about["tags"] = ", ".join(rule.tags)
        yield _("The id %(id)s is on <%(tag)s> and belongs on: %(tags)s.") % about
        return
    if not element.text:
        yield _("The element %(id)s is empty.") % about
    if rule.within and rule.within not in {each.id for each in element.inside}:
        about["within"] = rule.within
        yield _("The element %(id)s doesn’t stand inside %(within)s.") % about
    if element.tag == "a" and not element.attributes.get("href", "").startswith(rule.link or WEB):
        about["link"] = (rule.link or WEB)[0]
        yield _("The link %(id)s doesn’t begin with %(link)s.") % about
    if element.tag == "time" and not _is_day(element.attributes.get("datetime", "")):
        yield _("The element %(id)s has no day in its datetime.") % about


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _of_headings(page: Sequence[Element], expected: Sequence[Heading]) -> Iterator[str]:
    ids = {each.id for each in page}
    found = [(int(each.tag[1]), each.text) for each in page if _is_heading(each)]
    known = {heading.text: place for place, heading in enumerate(expected)}
    if Counter(level for level, _text in found)[1] != 1:
        yield _("There must be one heading of the first level.")
    for heading in expected:
        levels = [level for level, text in found if text == heading.text]
        about = {"heading": heading.text, "level": heading.level, "id": heading.asks_for}
        if not levels and heading.always:
            yield _("The heading “%(heading)s” is missing.") % about
        if len(levels) > 1:
            yield _("The heading “%(heading)s” is there more than once.") % about
        if levels and levels[0] != heading.level:
            yield _("The heading “%(heading)s” isn’t of level %(level)d.") % about
        if levels and heading.asks_for and heading.asks_for not in ids:
            yield _("Below “%(heading)s” the id %(id)s is missing.") % about
    places = [known[text] for _level, text in found if text in known]
    for before, after in pairwise(places):
        if after < before:
            about = {"heading": expected[after].text, "before": expected[before].text}
            yield _("The heading “%(heading)s” stands after “%(before)s”.") % about


def _is_heading(element: Element) -> bool:
    return len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1] in "123456"
