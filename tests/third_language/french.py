"""What holds of the site with French. `test_third_language.py` runs it in a site that has it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, resolve, reverse
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from events.models import Event, Series
from partners.models import Place
from tests import factories as make
from tests.fallbacks.crawler import crawl, in_other_languages, passed_off
from tests.fallbacks.marking import mark_every_text, stored_in
from tests.fallbacks.world import keep_versions, make_world, without_german
from tests.pages.reading import attribute, read, words
from tests.pages.records import Scene
from tests.pages.test_every_page import OF_ACCOUNTS, OF_PROGRAMS, PICTURES
from tests.preview.reading import frames
from tests.third_language.project import MARK, SEGMENTS

pytestmark = pytest.mark.django_db

STARTS = ("/pl/", "/en/", "/fr/", "/fr/donnees/evenements.json")
ELSEWHERE = {"histoire/", "evenements.json", "brochure/", "commande/"}
BELOW_THE_LANGUAGE = set(SEGMENTS.values()) - ELSEWHERE
# Columns that mypy can't know.
NOTHING_FRENCH: dict[str, Any] = {"slug_fr": None, "name_fr": None}
NO_TITLE: dict[str, Any] = {"title_fr": ""}
CODES = ["pl", "en", "fr"]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    with django_db_blocker.unblock(), transaction.atomic(), override("pl"):
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def staff() -> Client:
    client = Client()
    client.force_login(make.make_user(role="superuser"))
    return client


@pytest.fixture
def event(world: Scene) -> Event:
    return Event.objects.filter(partnerships=world.partnership).earliest("pk")


class TestReaders:
    def test_every_page_speaks_french_or_says_that_it_does_not(
        self, client: Client, world: Scene
    ) -> None:
        assert mark_every_text(missing=0.5)
        keep_versions()
        site = dict(crawl(client, *STARTS))

        for address, body in site.items():
            assert passed_off(body) == [], address
            noted = in_other_languages(without_german(body), address[1:3])
            assert (b"only-note--page" in body) == noted, address
        french = {address for address in site if address.startswith("/fr/")}
        assert len(french) * len(CODES) >= len(site)
        self._are_of_every_kind(french)

    def _are_of_every_kind(self, addresses: set[str]) -> None:
        with override("fr"):
            names = {resolve(address.partition("?")[0]).url_name for address in addresses}
        everything = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
        public = {name for name in everything if not name.startswith(OF_ACCOUNTS)}
        unread = {"booklet_file", "booklet_order", "entrance", "preview_link"}
        assert public - names - PICTURES - OF_PROGRAMS == unread
        segments = {f"{address.split('/')[2]}/" for address in addresses}
        assert set(SEGMENTS.values()) & segments == BELOW_THE_LANGUAGE

    def test_a_page_leads_to_itself_in_three_languages(self, client: Client, event: Event) -> None:
        with override("fr"):
            path = event.get_absolute_url()
        page = read(client, path)

        assert attribute(page.html, "lang") == "fr"
        switch = page.select(".languages__link")
        assert [words(each) for each in switch] == ["Polski", "English", "Français"]
        assert [attribute(each, "hreflang") for each in switch] == CODES
        named = [attribute(each, "hreflang") for each in page.select("link[rel=alternate]")]
        assert named == [*CODES, "x-default"]
        for link in switch:
            assert attribute(read(client, attribute(link, "href")).html, "lang") == link["lang"]

    def test_the_interface_is_the_catalogues_and_dates_are_cldrs(
        self, client: Client, event: Event
    ) -> None:
        with override("fr"):
            page = read(client, event.get_absolute_url())

        assert "12 juin 1994" in words(page.main)
        assert f"{MARK}Skip to the content" in words(page.body)

    def test_the_site_map_names_each_page_in_three_languages(
        self, client: Client, world: Scene
    ) -> None:
        index = client.get("/sitemap.xml").content.decode()
        parts = re.findall("<loc>http://testserver(.+?)</loc>", index)
        sitemaps = [client.get(part).content.decode() for part in parts]
        urls = [url for each in sitemaps for url in each.split("<url>")[1:]]

        assert urls
        for url in urls:
            assert re.findall('hreflang="([^"]+)"', url) == [*CODES, "x-default"]

    def test_robots_stay_out_of_the_admin_in_every_language(self, client: Client) -> None:
        assert "Disallow: /fr/admin/" in client.get("/robots.txt").content.decode()

    def test_the_bare_address_leads_readers_of_french_to_their_pages(self, client: Client) -> None:
        response = client.get("/", headers={"accept-language": "fr-BE, en;q=0.5"})

        assert response.headers["Location"] == "/fr/"


class TestAddresses:
    def test_records_older_than_the_language_are_found_once_they_are_filled(
        self, client: Client, world: Scene
    ) -> None:
        Place.objects.update(**NOTHING_FRENCH)
        Series.objects.update(**NOTHING_FRENCH)
        call_command("fill_addresses", verbosity=0)

        for path in ("/fr/katowice/", "/fr/katowice/kolonia/histoire/", "/fr/cycles/biennale/"):
            assert client.get(path).status_code == 200, path

    def test_an_address_that_is_another_records_in_french_is_told_apart(
        self, client: Client, world: Scene
    ) -> None:
        Series.objects.filter(pk=world.series.pk).update(**NOTHING_FRENCH)
        other = make.make_series(slug_pl="inny", slug_en="other", slug_fr="biennale")
        call_command("fill_addresses", verbosity=0)

        world.series.refresh_from_db()
        assert world.series.in_language("slug", "fr") == f"biennale-{world.series.pk}"
        assert other.in_language("slug", "fr") == "biennale"

    def test_no_home_city_takes_a_french_segment(self, world: Scene) -> None:
        place = make.make_place(is_home=True)
        vars(place)["slug_fr"] = "evenements"

        with pytest.raises(ValidationError, match="evenements"):
            place.full_clean()


class TestStaff:
    def test_the_form_shows_three_languages_side_by_side(self, staff: Client, event: Event) -> None:
        page = read(staff, f"/fr/admin/events/event/{event.pk}/change/")

        for field in ("title", "summary", "body"):
            box = page.select_one(f"#id_{field}_fr")
            assert box is not None
            row = box.find_parent(class_="form-row")
            assert row is not None
            for code in CODES:
                assert attribute(row.select_one(f"#id_{field}_{code}"), "lang") == code

    def test_a_text_written_in_french_is_shown_and_found_by_any_spelling(
        self, staff: Client, client: Client
    ) -> None:
        event = make.make_event(title_fr="Fête de la poésie", slug_fr="fete-de-la-poesie")

        page = read(client, "/fr/evenements/1994/fete-de-la-poesie/")
        assert words(page.h1) == "Fête de la poésie"
        found = read(staff, "/fr/admin/events/event/?q=fete+poesie")
        assert found.select_one(f"a[href*='/event/{event.pk}/change/']")

    def test_the_desk_lists_what_french_lacks(self, staff: Client, event: Event) -> None:
        mark_every_text()
        Event.objects.filter(pk=event.pk).update(**NO_TITLE)

        page = read(staff, "/fr/admin/")
        section = page.select_one("[aria-labelledby=desk-missing-fr]")
        assert stored_in("pl") in words(section)
        assert page.select_one("[aria-labelledby=desk-missing-en]") is None

    def test_a_preview_shows_three_pages(self, staff: Client, event: Event) -> None:
        shown = frames(staff, f"/fr/admin/events/event/{event.pk}/preview/")

        assert list(shown) == CODES
        assert '<html lang="fr">' in shown["fr"]

    def test_the_admin_leads_to_itself_in_three_languages(self, staff: Client) -> None:
        links = read(staff, "/fr/admin/events/event/").select(".admin-languages a")

        assert [re.sub(r"/admin/.*", "", attribute(each, "href")) for each in links] == [
            f"/{code}" for code in CODES
        ]


class TestTranslators:
    @pytest.fixture
    def untranslated(self, event: Event) -> Event:
        mark_every_text()
        Event.objects.filter(pk=event.pk).update(**NO_TITLE)
        return event

    def test_the_coverage_counts_french(self, staff: Client, untranslated: Event) -> None:
        with override("fr"):
            page = read(staff, reverse("admin:translation_coverage"))

        headings = [words(each) for each in page.select("[id=coverage-en], [id=coverage-fr]")]
        assert len(headings) == 2

    def test_the_queue_lists_what_french_lacks(self, staff: Client, untranslated: Event) -> None:
        with override("fr"):
            page = read(staff, f"{reverse('admin:translating')}?language=fr&state=missing")

        assert stored_in("pl") in words(page.select_one("#content-main"))
