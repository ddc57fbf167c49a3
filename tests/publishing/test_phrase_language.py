"""A phrase in another language keeps saying so, from the editor to the page."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from events.loading.shapes import plain
from events.models import Event
from tests import factories as make
from tests.pages.reading import read, words
from tests.preview.reading import address, frames
from twinning.publishing.fields import sanitise
from twinning.translation.typography import keep_together

pytestmark = pytest.mark.django_db

BODY = '<p>Goście z <span lang="fr">Maison de Katowice</span> i <span lang="de">Köln</span>.</p>'


def phrases(html: Any) -> dict[str, str]:
    page = html if isinstance(html, BeautifulSoup) else BeautifulSoup(html, "html.parser")
    return {words(each): str(each["lang"]) for each in page.select(".prose span[lang]")}


@pytest.fixture
def event() -> Event:
    return make.make_event(slug_pl="wizyta", slug_en="visit", body_pl=BODY, body_en="")


def test_what_the_editor_writes_is_kept_as_it_is() -> None:
    assert sanitise(BODY) == BODY


@pytest.mark.parametrize(
    "code", ["zh-Hans", "fr", "pt-BR"], ids=["with a script", "plain", "with a country"]
)
def test_codes_of_every_form_are_kept(code: str) -> None:
    html = f'<p><span lang="{code}">x</span></p>'

    assert sanitise(html) == html


def test_typography_leaves_the_code_alone() -> None:
    assert '<span lang="fr">' in keep_together(BODY, "pl")


def test_a_file_that_is_loaded_keeps_it() -> None:
    assert plain(Event._meta.get_field("body"), BODY) == BODY


def test_the_page_says_it_in_its_own_language_and_in_another(client: Client, event: Event) -> None:
    expected = {"Maison de Katowice": "fr", "Köln": "de"}

    polish = read(client, "/pl/wydarzenia/1994/wizyta/")
    assert phrases(polish) == expected
    assert "stand-in" not in str(polish)
    english = read(client, "/en/events/1994/visit/")
    assert phrases(english) == expected
    assert english.select_one(".prose > [lang=pl] span[lang=fr]")


def test_a_phrase_that_is_meant_to_be_polish_is_not_noted_as_missing(client: Client) -> None:
    make.make_event(
        slug_pl="wizyta",
        slug_en="visit",
        body_pl="<p>Rzut</p>",
        body_en='<p>The <span lang="pl">Dom Miasta</span></p>',
    )

    page = read(client, "/en/events/1994/visit/")
    assert phrases(page) == {"Dom Miasta": "pl"}
    assert page.select_one(".only-note") is None


def test_the_preview_says_it(event: Event) -> None:
    client = Client()
    client.force_login(make.make_user(role="superuser"))

    shown = frames(client, address(event))
    assert {phrase for html in shown.values() for phrase in phrases(html)} == {
        "Maison de Katowice",
        "Köln",
    }
