"""Pages for what isn't there or went wrong, in the language of the reader."""

from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.pages.reading import attribute, link, main, read, words
from tests.pages.records import Scene

MISSING = {"pl": "Nie ma takiej strony", "en": "There is no such page"}
BROKEN = {"pl": "Coś poszło nie tak", "en": "Something went wrong"}


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(
    "path",
    ["nie-ma/", "nie-ma/i-nie-bedzie/", "wydarzenia/", "events/", "a/b/c/d/e/", "organizacje/x/y/"],
)
def test_an_unknown_address_is_told_in_its_own_language(
    client: Client, scene: Scene, language: str, path: str
) -> None:
    page = read(client, f"/{language}/{path}", status=404)

    assert attribute(page.html, "lang") == language
    assert words(page.h1) == MISSING[language]
    assert words(page.title).startswith(MISSING[language])
    assert link(page, {"pl": "Strona główna", "en": "Home page"}[language]) == f"/{language}/"


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("path", ["/nie-ma/", "/nie-ma", "/a/b/c/d/e/", "/wp-login.php"])
def test_an_unknown_address_without_language_is_told_in_that_of_the_reader(
    client: Client, scene: Scene, language: str, path: str
) -> None:
    response = client.get(path, headers={"accept-language": language}, follow=True)

    assert response.status_code == 404
    page = BeautifulSoup(response.content, "html.parser")
    assert attribute(page.html, "lang") == language
    assert words(page.h1) == MISSING[language]


@pytest.mark.parametrize("path", ["/de/", "/PL/", "/fr/katowice/"])
def test_a_language_that_the_site_does_not_have_is_not_found(
    client: Client, scene: Scene, path: str
) -> None:
    assert client.get(path, follow=True).status_code == 404


def test_a_missing_page_gives_itself_no_address_and_no_other_languages(
    client: Client, scene: Scene
) -> None:
    page = read(client, "/pl/nie-ma/", status=404)

    assert not page.select("link[rel=canonical], link[rel=alternate]")
    assert link(page, "English") == "/en/"


def test_a_missing_page_does_not_tell_what_the_site_is_made_of(
    client: Client, scene: Scene
) -> None:
    page = read(client, "/pl/nie-ma/?page=<script>", status=404)

    text = main(page)
    assert "script" not in text
    assert "urlconf" not in text.lower()
    assert "nie-ma" not in text


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_fault_is_told_in_the_language_of_the_reader(
    client: Client, scene: Scene, language: str
) -> None:
    client.raise_request_exception = False
    with patch("twinning.site.views.told_partnerships", side_effect=RuntimeError("secret")):
        page = read(client, f"/{language}/", status=500)

    assert attribute(page.html, "lang") == language
    assert words(page.h1) == BROKEN[language]
    assert link(page, {"pl": "Strona główna", "en": "Home page"}[language]) == f"/{language}/"
    assert "secret" not in str(page)


def test_a_fault_is_told_even_when_the_frame_of_pages_is_what_broke(
    client: Client, scene: Scene
) -> None:
    client.raise_request_exception = False
    with patch("twinning.site.context.reverse", side_effect=RuntimeError):
        page = read(client, "/en/", status=500)

    assert words(page.h1) == BROKEN["en"]
