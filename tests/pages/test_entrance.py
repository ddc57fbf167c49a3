"""What programs ask for first: the bare address, robots.txt and the sitemap."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from events.models import Event
from tests.factories import make_event, make_person, make_place
from tests.pages.records import Scene, add_entries
from twinning.publishing.models import Status

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.mark.parametrize(
    ("wanted", "home"),
    [
        ("pl", "/pl/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("de,en;q=0.5,pl;q=0.4", "/en/"),
        ("fr", "/pl/"),
        ("*", "/pl/"),
        ("en;q=0,pl", "/pl/"),
        ("nonsense;;q=,,", "/pl/"),
        ("", "/pl/"),
    ],
)
def test_the_bare_address_leads_to_the_home_page_in_the_language_of_the_reader(
    client: Client, wanted: str, home: str
) -> None:
    response = client.get("/", headers={"accept-language": wanted})

    assert (response.status_code, response["Location"]) == (302, home)
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


def test_robots_are_kept_out_of_the_admin_and_shown_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /pl/admin/",
        "Disallow: /en/admin/",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def sitemap(client: Client) -> dict[str, ElementTree.Element]:
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    urls = ElementTree.fromstring(response.content).findall("s:url", NAMES)  # noqa: S314 — our own
    found = {url.findtext("s:loc", namespaces=NAMES) or "": url for url in urls}
    assert len(found) == len(urls), "an address stands twice"
    return found


def test_every_address_of_the_sitemap_is_a_page_that_names_itself_so(
    client: Client, scene: Scene
) -> None:
    add_entries(scene)

    for address in sitemap(client):
        response = client.get(address.removeprefix("http://testserver"))
        assert response.status_code == 200, address
        assert f'<link rel="canonical" href="{address}">' in response.content.decode()


def test_the_sitemap_gives_each_page_in_every_language_as_the_page_itself_does(
    client: Client, scene: Scene
) -> None:
    make_event(slug_pl="wizyta", slug_en="visit", date="1994", partnerships=[scene.partnership])

    found = sitemap(client)
    for language, path in [("pl", "wydarzenia/1994/wizyta/"), ("en", "events/1994/visit/")]:
        address = f"http://testserver/{language}/{path}"
        alternates = {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in found[address].findall("x:link", NAMES)
        }
        assert alternates == {
            "pl": "http://testserver/pl/wydarzenia/1994/wizyta/",
            "en": "http://testserver/en/events/1994/visit/",
            "x-default": "http://testserver/pl/wydarzenia/1994/wizyta/",
        }


def test_the_sitemap_says_when_an_entry_and_the_pages_that_tell_it_last_changed(
    client: Client, scene: Scene
) -> None:
    event = make_event(slug="wizyta", date="1994", partnerships=[scene.partnership])
    Event.objects.filter(pk=event.pk).update(updated_at="2031-05-06T12:00:00Z")

    found = sitemap(client)
    for path in ("/pl/wydarzenia/1994/wizyta/", scene.chronicle(), f"{scene.path()}1994/"):
        lastmod = found[f"http://testserver{path}"].findtext("s:lastmod", namespaces=NAMES)
        assert lastmod == "2031-05-06"


def test_the_sitemap_knows_no_drafts(client: Client, scene: Scene) -> None:
    make_event(slug="szkic", date="1987", partnerships=[scene.partnership], status=Status.DRAFT)
    make_person("jan-szkic", status=Status.DRAFT)

    assert not [address for address in sitemap(client) if "szkic" in address or "1987" in address]


def test_a_partner_city_has_no_page_as_a_home_city(client: Client, scene: Scene) -> None:
    make_place("lyon")

    assert not [address for address in sitemap(client) if address.endswith(("/lyon/", "/kolonia"))]
    assert client.get("/pl/lyon/").status_code == 404
