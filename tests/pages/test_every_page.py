"""What holds for each page, whatever it tells."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, resolve
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from events.models import Event
from tests.citing.reading import spread_out
from tests.factories import make_pages_of_the_law
from tests.history.records import keep, save
from tests.pages.reading import attribute, read, words
from tests.pages.records import Scene, add_entries, make_scene

pytestmark = pytest.mark.django_db

PAGES = {
    "/pl/": "/en/",
    "/pl/katowice/": "/en/katowice/",
    "/pl/katowice/kolonia/": "/en/katowice/cologne/",
    "/pl/katowice/kolonia/historia/": "/en/katowice/cologne/history/",
    "/pl/katowice/kolonia/os-czasu/": "/en/katowice/cologne/timeline/",
    "/pl/katowice/kolonia/w-liczbach/": "/en/katowice/cologne/in-figures/",
    "/pl/katowice/kolonia/broszura/": "/en/katowice/cologne/booklet/",
    "/pl/katowice/kolonia/1994/": "/en/katowice/cologne/1994/",
    "/pl/wydarzenia/1994/spotkanie/": "/en/events/1994/meeting/",
    "/pl/wydarzenia/1994/spotkanie/cytowanie/": "/en/events/1994/meeting/citation/",
    "/pl/wydarzenia/1994/spotkanie/wersja/1/": "/en/events/1994/meeting/version/1/",
    "/pl/wydarzenia/1994/spotkanie/wersja/2/": "/en/events/1994/meeting/version/2/",
    "/pl/katowice/kolonia/1994/cytowanie/": "/en/katowice/cologne/1994/citation/",
    "/pl/katowice/kolonia/1994/stan/2020-05-03T120000Z/": (
        "/en/katowice/cologne/1994/state/2020-05-03T120000Z/"
    ),
    "/pl/cykle/": "/en/series/",
    "/pl/cykle/biennale/": "/en/series/biennale/",
    "/pl/organizacje/": "/en/organisations/",
    "/pl/organizacje/chor/": "/en/organisations/chor/",
    "/pl/osoby/": "/en/people/",
    "/pl/osoby/jan-nowak/": "/en/people/jan-nowak/",
    "/pl/umowy/": "/en/agreements/",
    "/pl/umowy/umowa/": "/en/agreements/umowa/",
    "/pl/sieci/": "/en/networks/",
    "/pl/sieci/siec/": "/en/networks/siec/",
    "/pl/dokumenty/": "/en/documents/",
    "/pl/dokumenty/list/": "/en/documents/list/",
    "/pl/porownanie/": "/en/comparison/",
    "/pl/dane/": "/en/data/",
    "/pl/dane/api/": "/en/data/api/",
    "/pl/deklaracja-dostepnosci/": "/en/accessibility-declaration/",
    "/pl/polityka-prywatnosci/": "/en/privacy-policy/",
    "/pl/ponowne-wykorzystywanie/": "/en/reuse-of-information/",
    "/pl/kontakt/": "/en/contact/",
    "/pl/mapa-strony/": "/en/site-map/",
    "/pl/szukaj/": "/en/search/",
    "/pl/kanaly/": "/en/feeds/",
}
# Pages that search engines don't keep, some for the sake of the one that they begin with.
UNLISTED = ("/cytowanie/", "/citation/", "/wersja/", "/version/", "/stan/", "/state/")
VERSIONS = UNLISTED[2:]
BOTH = [*PAGES, *PAGES.values()]
FEEDS = {  # tests/feeds
    *("feed", "home_city_feed", "partnership_feed", "series_feed", "topic_feed"),
    *("calendar", "home_city_calendar", "partnership_calendar", "event_calendar"),
}
ENTRANCES = ("/pl/", "/en/")
OF_ACCOUNTS = ("account", "mfa_", "usersessions_", "invitation")  # tests/accounts
OF_PROGRAMS = {  # test_entrance.py, tests/metadata, tests/search, tests/data/test_catalogue.py
    "data_catalogue",
    "robots",
    "search_description",
    "search_suggestions",
    "sitemap",
    "sitemap_section",
}
PICTURES = {  # tests/metadata
    "event_picture",
    "home_city_picture",
    "partnership_picture",
    "site_picture",
    "year_picture",
}
STRAY_SPACE = re.compile(r"\S*\s[,;:.)](?=\s|$)|\(\s\S*")


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Made once for all pages, and never written to."""
    with django_db_blocker.unblock(), transaction.atomic(), override("pl"):
        scene = make_scene()
        add_entries(scene)
        make_pages_of_the_law()
        meeting = Event.objects.filter(partnerships=scene.partnership).earliest("pk")
        Event.objects.filter(pk=meeting.pk).update(slug_pl="spotkanie", slug_en="meeting")
        for event in Event.objects.all():
            keep(event)
            spread_out(event)
        save(Event.objects.get(pk=meeting.pk), title_pl="Spotkanie")
        yield scene
        transaction.set_rollback(True)


class Site:
    """Its pages, each read once for all tests: none of them writes anything."""

    def __init__(self) -> None:
        client = Client()
        self.answer = cache(client.get)
        self.page = cache(partial(read, client))


@pytest.fixture(scope="module")
def site(told: Scene) -> Site:
    return Site()


@pytest.mark.parametrize("path", BOTH)
class TestEveryPage:
    def test_has_one_first_heading_and_no_level_left_out(self, site: Site, path: str) -> None:
        headings = site.page(path).find_all(re.compile("^h[1-6]$"))

        levels = [int(heading.name[1]) for heading in headings]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(words(heading) for heading in headings)

    def test_says_its_title_language_and_description(self, site: Site, path: str) -> None:
        page = site.page(path)

        assert attribute(page.html, "lang") == path[1:3]
        assert len(words(page.title)) > len("Miasta partnerskie")
        assert attribute(page.select_one("meta[name=description]"), "content").strip()

    def test_has_breadcrumbs_that_lead_home_and_end_here(self, site: Site, path: str) -> None:
        crumbs = site.page(path).select(".crumbs__item")
        if path in ENTRANCES:
            assert not crumbs
            return

        assert attribute(crumbs[0].a, "href") == path[:4]
        assert attribute(crumbs[-1].span, "aria-current") == "page"
        assert not crumbs[-1].a
        for crumb in crumbs[1:-1]:
            site.page(attribute(crumb.a, "href"))

    def test_names_itself_and_its_translations_in_full(self, site: Site, path: str) -> None:
        page = site.page(path + "?utm_source=poczta")

        polish = next(key for key, value in PAGES.items() if path in (key, value))
        hreflang = {
            attribute(each, "hreflang"): attribute(each, "href")
            for each in page.select("link[rel=alternate][hreflang]")
        }
        canonical = page.select("link[rel=canonical]")
        stands_for = re.split("|".join(VERSIONS), path)[0].removesuffix("/") + "/"
        assert [attribute(each, "href") for each in canonical] == [f"http://testserver{stands_for}"]
        if any(part in path for part in UNLISTED):
            assert not hreflang
            assert attribute(page.select_one("meta[name=robots]"), "content") == "noindex"
            return
        assert hreflang == {
            "pl": f"http://testserver{polish}",
            "en": f"http://testserver{PAGES[polish]}",
            "x-default": f"http://testserver{polish}",
        }

    def test_switches_to_itself_in_the_other_language(self, site: Site, path: str) -> None:
        switch = site.page(path).select(".languages__link")

        assert [words(each) for each in switch] == ["Polski", "English"]
        assert [attribute(each, "lang") for each in switch] == ["pl", "en"]
        assert path in [attribute(each, "href") for each in switch]
        current = [words(each) for each in switch if each.has_attr("aria-current")]
        assert current == [{"pl": "Polski", "en": "English"}[path[1:3]]]
        for each in switch:
            page = site.page(attribute(each, "href"))
            assert attribute(page.html, "lang") == attribute(each, "lang")

    def test_begins_with_a_link_past_its_head(self, site: Site, path: str) -> None:
        page = site.page(path)

        first = page.find("a")
        assert first is not None
        assert first.get_text(strip=True) in ("Przejdź do treści", "Skip to the content")
        assert page.find(id=attribute(first, "href").removeprefix("#")) is page.main

    def test_sets_no_cookie_and_may_be_kept_for_everybody(self, site: Site, path: str) -> None:
        response = site.answer(path)

        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")

    def test_carries_no_script_or_style_of_its_own(self, site: Site, path: str) -> None:
        page = site.page(path)

        data = "script[type='application/ld+json']"  # no browser runs it
        assert not page.select(f"style, [style], script:not([src]):not({data})")
        handlers = [name for tag in page.find_all() for name in tag.attrs if name.startswith("on")]
        assert not handlers
        assert not page.select("[href^='javascript:']")

    def test_answers_head_without_a_body_and_refuses_to_be_written(
        self, client: Client, site: Site, path: str
    ) -> None:
        head = client.head(path)

        assert (head.status_code, head.content) == (200, b"")
        for method in (client.post, client.put, client.patch, client.delete):
            response = method(path)
            assert response.status_code == 405
            assert response["Allow"] == "GET, HEAD"

    def test_holds_each_id_once_and_nothing_empty(self, site: Site, path: str) -> None:
        page = site.page(path)

        ids = Counter(attribute(each, "id") for each in page.find_all(id=True))
        assert not [each for each, count in ids.items() if count > 1]
        empty = "main p, main li, main dd, main dt, main ul, main ol, main a, main figcaption"
        assert not [str(each) for each in page.select(empty) if not words(each)]

    def test_puts_no_space_before_a_comma(self, site: Site, path: str) -> None:
        assert STRAY_SPACE.findall(words(site.page(path).main)) == []

    def test_leads_nowhere_that_is_not_there(self, site: Site, path: str) -> None:
        page = site.page(path)

        for address in inner_links(page, path):
            assert site.answer(address).status_code == 200, address


def inner_links(page: BeautifulSoup, path: str) -> set[str]:
    """To pages of ours; uploads are handed out by the web server in front."""
    addresses = {attribute(each, "href") for each in page.select("a[href]")}
    return {
        address if address.startswith("/") else path + address
        for address in addresses
        if address.startswith(("/", "?")) and not address.startswith("/media/")
    }


def test_the_pages_above_are_of_every_kind() -> None:
    names = {resolve(path).url_name for path in PAGES}

    everything = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    public = {name for name in everything if not name.startswith(OF_ACCOUNTS)} - PICTURES
    files = {"booklet_file", "booklet_order", "data_file", "event_reference", "year_reference"}
    assert public - names - files - FEEDS - OF_PROGRAMS == {"entrance", "preview_link"}
