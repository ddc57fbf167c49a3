"""The site as a robot reads it, with the language that each text says it is in."""

import json
import re
from collections.abc import Iterator
from typing import Any

from babel import Locale
from bs4 import BeautifulSoup, Tag
from bs4.element import Comment
from django.conf import settings
from django.test import Client

from events.data.tables import BOM
from tests.data import tables
from tests.drafts.test_nothing_shows import is_answer, links
from tests.fallbacks.marking import languages_in
from tests.fallbacks.programs import is_of_programs, parts

# What a reader may see or hear of an element besides its text; not addresses and not file names.
SPOKEN = ("alt", "title", "aria-label", "aria-description", "content", "placeholder", "label")
OF_MACHINES = re.compile(
    r"^/([a-z]{2}/(admin|account|konto)|static|media|dane)/"
    r"|^/[a-z]{2}/((szukaj|search)/\w+\.(xml|json)|api/v1/openapi)"
)

# A citation in a format of its own says the language of its title, and of nothing else.
OF_REFERENCES = re.compile(
    r"\A@online.*^ *title += {(?P<bib>[^\n]+)},$.*langid += {(?P<bib_in>\w+)}"
    r"|\ATY  - .*^TI  - (?P<ris>[^\n]+)$.*^LA  - (?P<ris_in>\w+)"
    r'|\A\[{\n.*"title": "(?P<csl>[^\n]+)",$.*"language": "(?P<csl_in>\w+)"',
    re.DOTALL | re.MULTILINE,
)

Spoken = tuple[str, str]  # a text and the language it says it is in


def crawl(client: Client, *starts: str) -> Iterator[tuple[str, bytes]]:
    """Every page that `starts` lead to, however far away, each with its address."""
    waiting, seen = list(starts), set(starts)
    while waiting:
        address = waiting.pop()
        response: Any = client.get(address)
        if response.status_code in (301, 302):
            body, found = b"", iter([response.url])
        else:
            assert response.status_code == 200, f"{address}: {response.status_code}"
            body = response.getvalue()
            found = links(address, body)
            yield address, body
        # What a reader typed stands on a page as typed, in whatever language.
        new = {each for each in found if not OF_MACHINES.match(each) and not is_answer(each)} - seen
        seen |= new
        waiting += new


def spoken(body: bytes) -> Iterator[Spoken]:
    """The texts and spoken attributes of a page, head and body, or the strings of its data."""
    text = body.decode()
    if text.startswith(("[\n", BOM, '{"count"')):
        for each in tables.objects(body) if text.startswith(BOM) else _listed(json.loads(text)):
            yield from _strings(each, "", each)
        return
    if cited := OF_REFERENCES.search(text):
        title, language = (each for each in cited.groups() if each)
        yield title, babel_code(language)
        return
    if is_of_programs(body):
        yield from (each for part in parts(body) for each in part)
        return
    page = BeautifulSoup(text, "html.parser")
    for element in page.find_all(True):
        yield from (
            (str(element[name]), said_of(element)) for name in SPOKEN if name in element.attrs
        )
    for script in page.find_all("script", type="application/ld+json"):
        yield from _linked(json.loads(script.extract().get_text()), "")
    for each in page.find_all(string=True):
        if not isinstance(each, Comment) and each.parent:
            yield str(each), said_of(each.parent)


def _linked(value: Any, language: str) -> Iterator[Spoken]:
    """The strings of linked data, with the language of their own or that of the context."""
    if isinstance(value, str):
        yield value, language
    elif isinstance(value, list):
        for each in value:
            yield from _linked(each, language)
    elif isinstance(value, dict) and "@value" in value:
        yield value["@value"], value.get("@language", "")
    elif isinstance(value, dict):
        if context := value.get("@context"):
            language = context[-1]["@language"]
        for each in value.values():
            yield from _linked(each, language)


def babel_code(language: str) -> str:
    """Of a language that is named in English: “polish”."""
    names = {Locale(code).get_language_name("en"): code for code, _name in settings.LANGUAGES}
    return names.get(language.title(), language)


def _listed(data: Any) -> Any:
    """The objects of a file, or of a page of the API."""
    return data if isinstance(data, list) else data["items"]


def said_of(element: Tag) -> str:
    """The nearest `lang`, the element's own included."""
    speaking = element if element.has_attr("lang") else element.find_parent(lang=True)
    return str(speaking["lang"]) if speaking else ""


def _strings(value: Any, path: str, whole: dict[str, Any]) -> Iterator[Spoken]:
    if isinstance(value, str):
        yield value, whole["fallbacks"].get(path, whole["language"])
    elif isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in items:
            # An own name is in a language that its object names, and no fallback.
            if key == "own_name" and isinstance(value, dict):
                yield str(each), str(value["own_language"])
            else:
                yield from _strings(each, f"{path}/{key}", whole)


def passed_off(body: bytes) -> list[str]:
    """Texts that are stored in another language than they say."""
    return [
        f"“{text.strip()[:80]}” says it is in {language!r}"
        for text, language in spoken(body)
        if languages_in(text) - {language}
    ]


def in_other_languages(body: bytes, language: str) -> bool:
    """Whether the page or the trail above it shows a text of another language than its own."""
    if is_of_programs(body):
        return False
    shown = BeautifulSoup(body, "html.parser").select("main, .crumbs")
    return any(languages_in(each.get_text()) - {language} for each in shown)
