"""Changed texts on the running site: in this process and in others, and never a broken page."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from django.utils.translation import gettext, ngettext, override, pgettext
from pytest_django import Settings

from twinning.publishing.models import User
from twinning.translation.interface import live
from twinning.translation.interface.keeping import keep, token_of
from twinning.translation.interface.texts import text_in
from twinning.translation.models import ChangedMessage, MessageEdit, key_of

Word = Callable[..., None]


@pytest.fixture
def word(halina: User) -> Iterator[Word]:
    """Words a text of the real catalogue anew, as another process would: this one isn't told."""

    def change(message: str, *forms: str, context: str = "", language: str = "pl") -> None:
        key = key_of(message, context)
        text = text_in(language, key)
        assert text is not None
        assert keep(language, key, list(forms), token=token_of(text), user=halina)

    yield change
    ChangedMessage.objects.all().delete()
    MessageEdit.objects.all().delete()
    live.refresh()


def said(message: str, language: str = "pl") -> str:
    with override(language):
        return gettext(message)


def test_a_changed_text_shows_and_goes_again(word: Word) -> None:
    word("Organisations", "Stowarzyszenia w mieście")
    live.refresh()
    assert said("Organisations") == "Stowarzyszenia w\u00a0mieście", "set like all other texts"
    assert said("People") == "Osoby"
    assert said("Organisations", "en") == "Organisations"

    word("Organisations", "Organizacje")
    live.refresh()
    assert said("Organisations") == "Organizacje"


def test_each_plural_form_shows(word: Word) -> None:
    source = "%(count)d page"
    word(source, *(f"%(count)s: forma {form}" for form in range(4)))
    live.refresh()
    with override("pl"):
        forms = [ngettext(source, "%(count)d pages", number) for number in (1, 2, 5, 22)]
    assert [form[-1] for form in forms] == ["0", "1", "2", "1"]


def test_a_changed_part_of_an_address_changes_addresses_both_ways(word: Word) -> None:
    assert reverse("people") == "/pl/osoby/"
    word("people/", "ludzie/", context="address")
    live.refresh()

    with override("pl"):
        assert pgettext("address", "people/") == "ludzie/"
        assert reverse("people") == "/pl/ludzie/"
        assert resolve("/pl/ludzie/").view_name == "people"
    with override("en"):
        assert reverse("people") == "/en/people/"


def test_the_database_is_asked_once_in_a_while(
    word: Word, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CATALOGUE_CHECK_SECONDS = 3
    clock = [1_000_000.0]
    monkeypatch.setattr(live, "monotonic", lambda: clock[0])
    live.look()

    with CaptureQueriesContext(connection) as captured:
        for _request in range(10):
            live.look()
        assert len(captured) == 0
        clock[0] += 4
        live.look()
    assert len(captured) == 1


def test_a_page_asks_only_where_it_is_wanted(db: None, client: Client, settings: Settings) -> None:
    with CaptureQueriesContext(connection) as captured:
        client.get("/pl/")
    assert not any("messageedit" in query["sql"] for query in captured)


@pytest.mark.parametrize(
    "forms",
    [["%(lost)s"], [], ["<script>"], [None], [7], "Organizacje", {"a": 1}, ["a", "b"]],
)
def test_a_damaged_row_leaves_the_texts_as_they_were(
    word: Word, client: Client, forms: Any
) -> None:
    word("Organisations", "Stowarzyszenia")
    live.refresh()
    ChangedMessage.objects.update(forms=forms)
    MessageEdit.objects.create(language="pl", key="x", message="x")

    live.refresh()

    assert said("Organisations") in ("Organizacje", "Stowarzyszenia")
    assert client.get("/pl/").status_code == 200


def test_a_damaged_catalogue_leaves_the_last_good_texts(
    word: Word, folder: Path, client: Client, settings: Settings
) -> None:
    (folder / "pl" / "LC_MESSAGES" / "django.po").write_bytes(b"\xff\xfe broken")
    MessageEdit.objects.create(language="pl", key="x", message="x")

    live.refresh()

    assert said("Organisations") == "Organizacje"
    assert client.get("/pl/").status_code == 200


def test_a_language_whose_catalogue_is_damaged_holds_up_no_other(
    word: Word, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "pl" / "LC_MESSAGES" / "django.po").write_bytes(b"\xff\xfe broken")
    word("Lantern", "Lamp", language="en")

    live.refresh()

    assert (said("Lantern", "en"), said("Organisations")) == ("Lamp", "Organizacje")


def test_a_database_that_is_away_breaks_nothing(
    word: Word, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(live, "_stamp", away)
    live.refresh()

    assert said("Organisations") == "Organizacje"


def test_threads_never_meet_half_a_catalogue(word: Word) -> None:
    word("Organisations", "Stowarzyszenia")
    wrong: list[str] = []

    def read() -> None:
        for _time in range(300):
            texts = (said("Organisations"), said("People"))
            address = reverse("people")
            if texts[0] not in {"Organizacje", "Stowarzyszenia"} or texts[1] != "Osoby":
                wrong.append(str(texts))
            if address not in {"/pl/osoby/", "/en/people/"}:
                wrong.append(address)

    with ThreadPoolExecutor(4) as pool:
        running = [pool.submit(read) for _thread in range(4)]
        for number in range(5):
            MessageEdit.objects.create(language="pl", key=str(number), message="x")
            live.refresh()
        for each in running:
            each.result()
    assert wrong == []
