"""Signed out, no draft shows anywhere.

The whole site is read twice, before and after drafts of everything were tied to everything
published, by following every link from the entrance, the sitemap and the data. It must be the same
site, letter by letter.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from events.data.registry import DATASETS
from events.models import YearNote
from tests.drafts.world import KEPT_OUT, WORD, YEAR, Records, add_drafts, publish
from tests.search.indexed import index_everything
from twinning.site.models import FundingNotice

# On one worker: the site is read whole, and what it was before is read once.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("drafts")]

HOST = "http://testserver"
APIS = [f"/{code}/api/v1/{name}" for code in ("pl", "en") for name in DATASETS]
STARTS = ["/", "/sitemap.xml", "/robots.txt", "/dane/katalog.jsonld", *APIS]
# Questions that published records and drafts would answer alike.
STARTS += [
    f"{search}?{question}"
    for search in ("/pl/szukaj/", "/en/search/")
    for question in (
        "q=wizyta",
        "q=visit",
        "q=1994",
        "q=1990-1998",
        "q=lyon",
        "q=katowice",
        "q=nr",
        "q=no.*",
        "kind=visit",
        "topic=sport",
        "partnership=katowice/lyon",
        "years=1994",
        "language=en",
        "type=event",
        "type=organisation",
        "type=year_note",
        "q=zatajnoe",
    )
] + ["/pl/szukaj/suggestions.json?q=wi", "/en/search/suggestions.json?q=za"]
# From an answer of the search no further answers are followed: there are as many as questions.
ANSWERS = re.compile(r"^/[a-z]{2}/(szukaj|[a-z-]*search)/[?]")
# A part of a dataset holds nothing that the whole doesn't (tests/data/test_filters.py), and two
# filters of a chronicle nothing that each alone doesn't.
NOT_OURS = re.compile(
    r"/(static|media|(pl|en)/admin)/"
    r"|[^?]*\.(csv|json)\?"
    r"|.*/hist\w+/\?.*&"
)
NONCE = re.compile(rb'nonce="[^"]*"')

# Read in whole: with what has no status to be public, and with what isn't public yet.
WHOLLY = {"draft", "scheduled"}

Site = dict[str, bytes]


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [
            value for name, value in attrs if name in ("href", "src", "action") and value
        ]


def is_answer(address: str) -> bool:
    return bool(ANSWERS.match(address))


def links(address: str, body: bytes) -> Iterator[str]:
    """The site's own addresses in a page, a sitemap or the data, without their fragments."""
    text = re.sub("\r\n ", "", body.decode())  # calendars fold their lines
    if "<html" in text:
        parser = Links()
        parser.feed(text)
        found = parser.found
    else:
        found = re.findall(rf'{HOST}[^<",}}\s]*', text)
    for link in found:
        parts = urlsplit(urljoin(HOST + address, link))
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        is_further = is_answer(address) and is_answer(path)
        is_ours = f"{parts.scheme}://{parts.netloc}" == HOST and not NOT_OURS.match(path)
        if is_ours and not is_further:
            yield path


def kind_of(address: str) -> str | None:
    with override(address[1:3] if address[3:4] == "/" else settings.LANGUAGE_CODE):
        return resolve(address.partition("?")[0]).url_name


def without_nonce(response: Any) -> bytes:
    return NONCE.sub(b"", response.getvalue())


def read(client: Client, address: str) -> bytes:
    response: Any = client.get(address)
    assert response.status_code == 200, address
    return without_nonce(response)


def read_whole_site(client: Client) -> Site:
    site: Site = {}
    waiting = list(STARTS)
    while waiting:
        address = waiting.pop()
        if address in site:
            continue
        response: Any = client.get(address)
        if response.status_code in (301, 302):
            waiting.append(response.url)
            site[address] = b""
            continue
        assert response.status_code == 200, address
        site[address] = without_nonce(response)
        waiting += links(address, site[address])
    return site


@pytest.fixture(scope="module")
def public(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Records]:
    """Made once; the drafts that a test ties to it are undone."""
    with django_db_blocker.unblock(), transaction.atomic(), override("pl"):
        records = publish()
        index_everything()
        yield records
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def before(public: Records, django_db_blocker: DjangoDbBlocker) -> Site:
    """The site that knows of no drafts."""
    with django_db_blocker.unblock(), override("pl"):
        return read_whole_site(Client())


def add_indexed_drafts(public: Records, kept_out: str = "draft") -> Records:
    """As if each had been saved in a form: the index is told of it."""
    drafts = add_drafts(public, kept_out)
    index_everything()
    return drafts


def addresses(record: Any) -> Iterator[str]:
    for code, _name in settings.LANGUAGES:
        with override(code):
            yield record.get_absolute_url()


def has_page(record: Any) -> bool:
    return not isinstance(record, YearNote | FundingNotice)


@pytest.mark.parametrize("kept_out", sorted(WHOLLY))
def test_the_site_is_the_same_with_drafts_and_without(
    client: Client, public: Records, before: Site, kept_out: str
) -> None:
    add_indexed_drafts(public, kept_out)
    after = read_whole_site(client)

    assert after.keys() == before.keys()
    changed = [address for address, body in after.items() if body != before[address]]
    assert changed == []


@pytest.mark.parametrize("kept_out", sorted(KEPT_OUT.keys() - WHOLLY))
def test_a_page_of_each_kind_is_the_same_whatever_keeps_a_record_out(
    client: Client, public: Records, before: Site, kept_out: str
) -> None:
    add_indexed_drafts(public, kept_out)

    one_of_each = {kind_of(address): address for address, body in before.items() if body}
    changed = [each for each in one_of_each.values() if read(client, each) != before[each]]
    assert changed == []
    assert {"event", "year", "chronicle", "source", "data_file", "feed"} <= one_of_each.keys()


def test_every_published_record_was_read(public: Records, before: Site) -> None:
    unread = [
        address for record in public.all for address in addresses(record) if address not in before
    ]
    assert unread == []
    assert {
        "/pl/katowice/",
        "/en/katowice/lyons/history/",
        "/pl/katowice/lyon/1994/",
    } <= before.keys()


@pytest.mark.parametrize("kept_out", KEPT_OUT)
def test_the_address_of_a_draft_is_not_found(
    client: Client, public: Records, kept_out: str
) -> None:
    drafts = add_drafts(public, kept_out)

    for record in filter(has_page, drafts.all):
        for address in addresses(record):
            assert client.get(address).status_code == 404, address


def test_a_draft_is_not_found_even_by_a_wrong_year(client: Client, public: Records) -> None:
    drafts = add_drafts(public)
    for code, _name in settings.LANGUAGES:
        with override(code):
            address = reverse("event", args=[1990, drafts.event.slug])
        assert client.get(address).status_code == 404


def test_a_draft_partnership_has_no_page_below_it(client: Client, public: Records) -> None:
    drafts = add_drafts(public)

    for address in addresses(drafts.partnership):
        for below in ("1994/", "1888/", "historia/", "history/"):
            assert client.get(address + below).status_code == 404


@pytest.mark.parametrize("year", [YEAR, 1996])
def test_a_year_of_drafts_alone_has_no_page(client: Client, public: Records, year: int) -> None:
    add_drafts(public)

    for address in addresses(public.partnership):
        assert client.get(f"{address}{year}/").status_code == 404


def test_filters_by_what_only_drafts_have_find_nothing(client: Client, public: Records) -> None:
    add_drafts(public)

    for query in ("kind=fair", f"topic={WORD}-temat", "place=online"):
        response = client.get(f"/pl/katowice/lyon/historia/?{query}")
        assert WORD not in response.content.decode().replace(query, "").casefold()


@pytest.mark.parametrize("kept_out", KEPT_OUT)
def test_a_search_for_what_only_drafts_hold_finds_nothing(
    client: Client, public: Records, kept_out: str
) -> None:
    add_indexed_drafts(public, kept_out)

    for question in (WORD, str(YEAR), f"{WORD}*", f"„{WORD}”", WORD[:-1] + "a", "kind=fair"):
        asked = {"kind": "fair"} if "=" in question else {"q": question}
        page = client.get("/pl/szukaj/", asked).content.decode()
        assert 'class="find"' not in page, question
        assert "Czy chodziło o" not in page, question
    for beginning in (WORD[:2], WORD[:5], WORD):
        for path in ("/pl/szukaj/", "/en/search/"):
            answer = client.get(f"{path}suggestions.json", {"q": beginning}).json()
            assert answer == [beginning, []]


def test_a_head_request_tells_no_more(client: Client, public: Records) -> None:
    drafts = add_drafts(public)

    for record in filter(has_page, drafts.all):
        for address in addresses(record):
            assert client.head(address).status_code == 404
