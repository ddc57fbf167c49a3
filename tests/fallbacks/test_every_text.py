"""No text of the site is passed off as one in another language.

Each text in the data holds the language it is stored in. The whole site is read, and wherever such
a text comes up, the nearest `lang` has to say the same; so it holds of fields yet to come.
"""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, resolve
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from events.data.registry import DATASETS
from events.finding.shown import KINDS
from tests.fallbacks.crawler import crawl, in_other_languages, passed_off, spoken
from tests.fallbacks.marking import languages_in, mark_every_text
from tests.fallbacks.programs import is_of_programs, unnoted
from tests.fallbacks.world import keep_versions, make_world, without_german
from tests.pages.records import Scene
from tests.pages.test_every_page import OF_ACCOUNTS, OF_PROGRAMS, PICTURES
from tests.search.indexed import index_everything

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("fallbacks")]

NOTE = "Some texts on this page are available only in Polish."
APIS = [f"/{code}/api/v1/{name}" for code in ("pl", "en") for name in DATASETS]
STARTS = ("/pl/", "/en/", *APIS)
ANSWERS = tuple(
    f"{search}?{question}"
    for search in ("/pl/szukaj/", "/en/search/")
    for question in (
        "q=no",
        "q=no&page=2",
        "kind=visit",
        "q=1994",
        *(f"type={each}" for each in KINDS),
    )
)
FEEDS = ("feed", "series_feed", "topic_feed", "calendar", "event_calendar")

Site = dict[str, bytes]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Made once; what each test writes into it is undone."""
    with django_db_blocker.unblock(), transaction.atomic(), override("pl"):
        scene = make_world()
        yield scene
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def untranslated(world: Scene, django_db_blocker: DjangoDbBlocker) -> Site:
    """The site without a single translation."""
    with django_db_blocker.unblock(), transaction.atomic(), override("pl"):
        mark_every_text(missing=1)
        site = read_site(Client())
        transaction.set_rollback(True)
    return site


def read_site(client: Client) -> Site:
    keep_versions()
    index_everything()
    return dict(crawl(client, *STARTS, *ANSWERS))


def language_of(address: str) -> str:
    return address[1:3]


def kind_of(address: str) -> str | None:
    with override(language_of(address)):
        return resolve(address.partition("?")[0]).url_name


def described_in(body: bytes) -> set[str]:
    """The languages of what search engines are told of the page."""
    if is_of_programs(body):
        return set()
    described = BeautifulSoup(body, "html.parser").select("meta[name=description]")
    return {language for each in described for language in languages_in(str(each["content"]))}


def check_languages(site: Site) -> None:
    for address, body in site.items():
        assert passed_off(body) == [], address
        assert unnoted(body, language_of(address), "are available only in Polish.") == []
        assert described_in(body) <= {language_of(address)}, address
        if in_other_languages(without_german(body), language_of(address)):
            assert NOTE in body.decode(), address


class TestWithoutATranslation:
    def test_every_text_says_the_language_it_is_stored_in(self, untranslated: Site) -> None:
        check_languages(untranslated)

    def test_with_some_translations_it_does_so_too(self, client: Client, world: Scene) -> None:
        assert mark_every_text(missing=0.3, seed=1)

        check_languages(read_site(client))

    def test_every_kind_of_page_and_every_field_is_among_those_read(
        self, untranslated: Site
    ) -> None:
        names = {kind_of(address) for address in untranslated}
        everything = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
        public = {name for name in everything if not name.startswith(OF_ACCOUNTS)} - PICTURES
        unread = {"booklet_file", "booklet_order", "entrance", "preview_link"}
        assert public - names - OF_PROGRAMS == unread
        for name in ("event", "source", "organisation", "year", "data_file", *FEEDS):
            assert any(
                languages_in(text) == {settings.LANGUAGE_CODE}
                for address, body in untranslated.items()
                if kind_of(address) == name and language_of(address) == "en"
                for text, _said in spoken(body)
            ), name


class TestWithItsTranslations:
    def test_nothing_is_marked_and_nothing_noted(self, client: Client, world: Scene) -> None:
        mark_every_text()

        for address, body in read_site(client).items():
            assert passed_off(body) == [], address
            assert b"stand-in" not in body, address
            assert NOTE not in body.decode(), address
