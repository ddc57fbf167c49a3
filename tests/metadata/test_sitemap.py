"""The sitemap: every public page, in every language, with its last change, and nothing else."""

from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.urls import resolve
from django.utils import timezone
from django.utils.translation import override

from events.models import Event, YearNote
from tests.factories import make_event, make_pages_of_the_law, make_person, make_place
from tests.metadata.reading import HOST
from tests.pages.reading import queries
from tests.pages.records import Scene, add_entries
from tests.pages.test_every_page import PAGES
from twinning.dates import HistoricalDate
from twinning.publishing.models import Status
from twinning.site.sitemaps import Spread

pytestmark = pytest.mark.django_db

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
Element = ElementTree.Element
# Pages that are read but not to be found by themselves.
NOT_INDEXED = {"event_citation", "event_version", "search", "year_citation", "year_state"}
LATER = "2031-05-06"


def fetched(client: Client, address: str) -> Element:
    response = client.get(address.removeprefix(HOST))
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml"), address
    return ElementTree.fromstring(response.content)  # noqa: S314 — our own


def sections(client: Client) -> list[str]:
    index = fetched(client, "/sitemap.xml")
    assert index.tag == f"{{{NAMES['s']}}}sitemapindex"
    return [each.findtext("s:loc", "", NAMES) for each in index.findall("s:sitemap", NAMES)]


def sitemap(client: Client) -> dict[str, Element]:
    """All pages that the index leads to, by address."""
    urls = [
        url for each in sections(client) for url in fetched(client, each).findall("s:url", NAMES)
    ]
    found = {url.findtext("s:loc", "", NAMES): url for url in urls}
    assert len(found) == len(urls), "an address stands twice"
    return found


def changes(client: Client) -> dict[str, str]:
    """The last change of each page, by its path."""
    return {
        address.removeprefix(HOST): url.findtext("s:lastmod", "", NAMES)
        for address, url in sitemap(client).items()
    }


def lastmod(client: Client, path: str) -> str:
    return changes(client)[path]


def test_every_address_is_a_page_that_names_itself_so(client: Client, scene: Scene) -> None:
    add_entries(scene)

    for address in sitemap(client):
        response = client.get(address.removeprefix(HOST))
        assert response.status_code == 200, address
        body = response.content.decode()
        assert f'<link rel="canonical" href="{address}">' in body
        assert "noindex" not in body


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_kind_of_page_is_in_it(client: Client, scene: Scene, language: str) -> None:
    add_entries(scene)
    make_pages_of_the_law()
    found = sitemap(client)
    with override(language):
        start = f"{HOST}/{language}/"
        paths = [each.removeprefix(HOST) for each in found if each.startswith(start)]
        kinds = {resolve(path).url_name for path in paths}
    with override("pl"):
        wanted = {resolve(path).url_name for path in PAGES}

    assert wanted - kinds == NOT_INDEXED


def test_it_follows_the_protocol(client: Client, scene: Scene) -> None:
    add_entries(scene)
    index = fetched(client, "/sitemap.xml")
    for each in index:
        assert [child.tag.partition("}")[2] for child in each] == ["loc", "lastmod"]
        assert datetime.fromisoformat(each.findtext("s:lastmod", "", NAMES)).tzinfo
    for address in sections(client):
        urls = fetched(client, address)
        assert urls.tag == f"{{{NAMES['s']}}}urlset"
        assert 0 < len(urls) <= 50_000
        for url in urls:
            names = [child.tag for child in url]
            first = [f"{{{NAMES['s']}}}{name}" for name in ("loc", "lastmod")]
            assert names[:2] == first
            assert set(names[2:]) == {f"{{{NAMES['x']}}}link"}
            assert len(url.findtext("s:loc", "", NAMES)) < 2048
            assert date.fromisoformat(url.findtext("s:lastmod", "", NAMES)).year


def test_an_empty_site_has_only_its_fixed_pages(client: Client) -> None:
    assert sections(client) == [f"{HOST}/sitemap-fixed.xml"]
    assert f"{HOST}/pl/" in sitemap(client)


def test_each_page_stands_in_every_language_as_the_page_itself_says(
    client: Client, scene: Scene
) -> None:
    make_event(slug_pl="wizyta", slug_en="visit", date="1994", partnerships=[scene.partnership])

    found = sitemap(client)
    for language, path in [("pl", "wydarzenia/1994/wizyta/"), ("en", "events/1994/visit/")]:
        links = found[f"{HOST}/{language}/{path}"].findall("x:link", NAMES)
        assert {link.attrib["hreflang"]: link.attrib["href"] for link in links} == {
            "pl": f"{HOST}/pl/wydarzenia/1994/wizyta/",
            "en": f"{HOST}/en/events/1994/visit/",
            "x-default": f"{HOST}/pl/wydarzenia/1994/wizyta/",
        }


class TestLastChange:
    def test_of_an_entry_and_of_all_pages_that_tell_it(self, client: Client, scene: Scene) -> None:
        event = make_event(slug="wizyta", date="1994/1996", partnerships=[scene.partnership])
        for year in ("1993", "1995", "1998"):
            make_event(date=year, partnerships=[scene.partnership])
        _change(Event.objects.filter(pk=event.pk))

        paths = ("1994/", "1995/", "historia/", "")
        for path in ("/pl/wydarzenia/1994/wizyta/", "/pl/katowice/", "/pl/",
                     *(scene.path() + each for each in paths)):  # fmt: skip
            assert lastmod(client, path) == LATER, path
        for year in ("1993/", "1998/"):
            assert lastmod(client, scene.path() + year) != LATER, year

    def test_a_note_changes_its_years(self, client: Client, scene: Scene) -> None:
        for year in ("1994", "1999"):
            make_event(date=year, partnerships=[scene.partnership])
        note = YearNote.objects.create(
            partnership=scene.partnership, first_year=1993, last_year=1995, headline_pl="Rok",
            status=Status.PUBLISHED,
        )  # fmt: skip
        _change(YearNote.objects.filter(pk=note.pk))

        assert lastmod(client, f"{scene.path()}1994/") == LATER
        assert lastmod(client, f"{scene.path()}1999/") != LATER

    def test_what_became_public_by_a_plan_changed_then(self, client: Client, scene: Scene) -> None:
        event = make_event(slug="wizyta", date="1994", partnerships=[scene.partnership])
        planned = timezone.now() - timedelta(days=1)
        QuerySet(Event).filter(pk=event.pk).update(
            updated_at=planned - timedelta(days=30), publish_at=planned
        )

        day = timezone.localtime(planned).date().isoformat()
        assert lastmod(client, "/pl/wydarzenia/1994/wizyta/") == day

    def test_an_entry_without_an_end_changes_only_the_year_that_tells_it(
        self, client: Client, scene: Scene
    ) -> None:
        event = make_event(date="1994/..", partnerships=[scene.partnership])
        make_event(date="1998", partnerships=[scene.partnership])
        _change(Event.objects.filter(pk=event.pk))

        assert lastmod(client, f"{scene.path()}1994/") == LATER
        assert lastmod(client, f"{scene.path()}1998/") != LATER

    def test_a_draft_changes_nothing(self, client: Client, scene: Scene) -> None:
        make_event(slug="wizyta", date="1994", partnerships=[scene.partnership])
        before = changes(client)
        make_event(slug="szkic", date="1987", partnerships=[scene.partnership], status=Status.DRAFT)
        make_event(date="1994", partnerships=[scene.partnership], status=Status.DRAFT)
        make_person("jan-szkic", status=Status.DRAFT)
        _change(QuerySet(Event).filter(status=Status.DRAFT))

        assert changes(client) == before


def test_a_partner_city_has_no_page_as_a_home_city(client: Client, scene: Scene) -> None:
    make_place("lyon")

    assert not [address for address in sitemap(client) if address.endswith(("/lyon/", "/kolonia"))]
    assert client.get("/pl/lyon/").status_code == 404


class TestCosts:
    def test_they_are_the_same_with_one_entry_and_with_three(
        self, client: Client, scene: Scene
    ) -> None:
        add_entries(scene)
        addresses = ["/sitemap.xml", *(each.removeprefix(HOST) for each in sections(client))]
        one = {address: queries(client, address) for address in addresses}
        add_entries(scene, 2)

        assert {address: queries(client, address) for address in addresses} == one
        index = one.pop("/sitemap.xml")
        assert (index, max(one.values())) == (44, 8)

    def test_five_thousand_entries_are_three_pages_and_no_more_queries(
        self, client: Client, scene: Scene
    ) -> None:
        make_event(partnerships=[scene.partnership])
        few = queries(client, "/sitemap-event.xml"), queries(client, "/sitemap.xml")
        _crowd(5000)
        many = queries(client, "/sitemap-event.xml"), queries(client, "/sitemap.xml")

        assert many == few
        pages = [each for each in sections(client) if "sitemap-event" in each]
        assert [each.partition("?")[2] for each in pages] == ["", "p=2", "p=3"]
        assert [len(fetched(client, each)) for each in pages] == [5000, 5000, 2]


def test_items_are_spread_over_languages_however_they_are_cut() -> None:
    spread = Spread(list("abc"), ["pl", "en"])
    whole = [(item, code) for item in "abc" for code in ("pl", "en")]

    assert list(spread) == whole
    assert len(spread) == 6
    for start in range(7):
        for stop in range(7):
            assert spread[start:stop] == whole[start:stop]
    assert spread[3] == ("b", "en")


@pytest.mark.parametrize("address", ["/sitemap-nothing.xml", "/sitemap-event.xml?p=99"])
def test_what_is_not_there_is_not_found(client: Client, scene: Scene, address: str) -> None:
    assert client.get(address).status_code == 404


def test_robots_are_told_of_it(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert f"Sitemap: {HOST}/sitemap.xml" in lines


def _change(records: QuerySet[Event] | QuerySet[YearNote]) -> None:
    records.update(updated_at=f"{LATER}T12:00:00Z")


def _crowd(count: int) -> None:
    day = HistoricalDate("1994-07")
    Event.objects.bulk_create(
        Event(
            date=day, date_earliest=day.earliest, date_latest=day.latest, kind="visit",
            status=Status.PUBLISHED, published_at=timezone.now(), title_pl="W", summary_pl="W",
            slug_pl=f"tlum-{number}", slug_en=f"crowd-{number}",
        )
        for number in range(count)
    )  # fmt: skip
