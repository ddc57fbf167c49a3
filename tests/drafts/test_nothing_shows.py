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
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from events.models import YearNote
from tests.drafts.world import NUMBER, WORD, YEAR, Records, add_drafts, publish

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
STARTS = ["/", "/sitemap.xml", "/robots.txt", "/pl/dane/wydarzenia.json", "/en/data/events.json"]
NOT_OURS = re.compile(r"^/(static|media|(pl|en)/admin)/")
NONCE = re.compile(rb'nonce="[^"]*"')

Site = dict[str, bytes]


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [
            value for name, value in attrs if name in ("href", "src", "action") and value
        ]


def links(address: str, body: bytes) -> Iterator[str]:
    """The site's own addresses in a page, a sitemap or the data, without their fragments."""
    text = body.decode()
    if "<html" in text:
        parser = Links()
        parser.feed(text)
        found = parser.found
    else:
        found = re.findall(rf'{HOST}[^<"\s]*', text)
    for link in found:
        parts = urlsplit(urljoin(HOST + address, link))
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        if f"{parts.scheme}://{parts.netloc}" == HOST and not NOT_OURS.match(path):
            yield path


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
        site[address] = NONCE.sub(b"", response.getvalue())
        waiting += links(address, site[address])
    return site


@pytest.fixture
def public() -> Records:
    return publish()


def addresses(record: Any) -> Iterator[str]:
    for code, _name in settings.LANGUAGES:
        with override(code):
            yield record.get_absolute_url()


def has_page(record: Any) -> bool:
    return not isinstance(record, YearNote)


def test_the_site_is_the_same_with_drafts_and_without(client: Client, public: Records) -> None:
    before = read_whole_site(client)
    add_drafts(public)
    after = read_whole_site(client)

    assert after.keys() == before.keys()
    changed = [address for address, body in after.items() if body != before[address]]
    assert changed == []


def test_no_word_number_or_year_of_a_draft_stands_anywhere(client: Client, public: Records) -> None:
    add_drafts(public)

    told = [
        (secret, address)
        for address, body in read_whole_site(client).items()
        for secret in (WORD, str(YEAR), str(NUMBER))
        if secret in re.sub(r"[\s\u00a0]", "", body.decode().casefold())
    ]
    assert told == []


def test_every_published_record_was_read(client: Client, public: Records) -> None:
    site = read_whole_site(client)

    unread = [
        address for record in public.all for address in addresses(record) if address not in site
    ]
    assert unread == []
    assert {
        "/pl/katowice/",
        "/en/katowice/lyons/history/",
        "/pl/katowice/lyon/1994/",
    } <= site.keys()


def test_the_address_of_a_draft_is_not_found(client: Client, public: Records) -> None:
    drafts = add_drafts(public)

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


def test_a_head_request_tells_no_more(client: Client, public: Records) -> None:
    drafts = add_drafts(public)

    for record in filter(has_page, drafts.all):
        for address in addresses(record):
            assert client.head(address).status_code == 404
