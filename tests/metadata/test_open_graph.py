"""What a page says of itself to those that show a link to it."""

import pytest
from django.test import Client

from tests import factories as make
from tests.metadata.reading import HOST, properties, title_of
from tests.pages.reading import attribute, read
from tests.pages.records import Scene, add_entries
from twinning.metadata.page import locale_of

pytestmark = pytest.mark.django_db

PARTNERSHIP = "/pl/katowice/kolonia/"
PERSON = "/pl/osoby/jan-nowak/"
PATHS = [
    "/pl/",
    "/pl/katowice/",
    PARTNERSHIP,
    f"{PARTNERSHIP}historia/",
    f"{PARTNERSHIP}1994/",
    "/pl/organizacje/",
    PERSON,
]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_told_as_it_tells_itself(client: Client, scene: Scene, path: str) -> None:
    add_entries(scene)
    page = read(client, path)
    told = properties(page)

    assert told["og:title"] in title_of(page)
    assert told["og:url"] == attribute(page.select_one("link[rel=canonical]"), "href")
    assert told["og:url"] == HOST + path
    assert told["og:description"] == attribute(page.select_one("meta[name=description]"), "content")
    assert told["og:site_name"] == "Miasta partnerskie"
    assert (told["og:locale"], told["og:locale:alternate"]) == ("pl_PL", "en_US")
    assert told["og:type"] == ("article" if path in (PARTNERSHIP, PERSON) else "website")


def test_a_title_that_stands_in_says_its_language(client: Client, scene: Scene) -> None:
    make.make_event(
        title_pl="Bez przekładu", title_en="", slug="wpis", partnerships=[scene.partnership]
    )
    title = read(client, "/en/events/1994/wpis/").select_one("meta[property='og:title']")

    assert attribute(title, "content") == "Bez przekładu"
    assert attribute(title, "lang") == "pl"


@pytest.mark.parametrize("path", ["/pl/nie-ma/", "/en/events/1994/none/"])
def test_an_error_is_nothing_to_share(client: Client, scene: Scene, path: str) -> None:
    page = read(client, path, status=404)

    assert not properties(page)
    assert not page.select("script")


@pytest.mark.parametrize(
    ("code", "locale"), [("pl", "pl_PL"), ("fr", "fr_FR"), ("pt-br", "pt_BR"), ("uk", "uk_UA")]
)
def test_a_language_is_told_with_its_country(code: str, locale: str) -> None:
    assert locale_of(code) == locale
