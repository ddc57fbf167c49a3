"""The desk says which pages of the law aren't public, and what each still lacks."""

import pytest
from django.test import Client

from tests import factories as make
from tests.desk.reading import desk, sections
from tests.pages.reading import words
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db

NAME = "pages-of-the-law"


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(make.make_user(role=role))
    return client


def lacking(client: Client) -> str:
    return words(desk(client, f"/pl/admin/desk/{NAME}/").select_one("#content"))


def test_an_empty_site_lacks_all_of_them() -> None:
    client = signed_in("publisher")
    shown = sections(desk(client))[NAME]

    assert shown.count == 4
    for address in shown.addresses:
        assert client.get(address).status_code == 200


def test_it_names_what_a_draft_still_lacks() -> None:
    make.make_public_body(phone="")
    make.make_declaration(status=Status.DRAFT, architecture="")

    text = lacking(signed_in("publisher"))
    assert "a11y-architektura" in text
    assert "a11y-telefon" in text
    assert "a11y-email" not in text


def test_a_whole_draft_can_be_published() -> None:
    make.make_public_body()
    make.make_reuse_notice(status=Status.DRAFT)

    assert "kompletna: można opublikować" in lacking(signed_in("publisher"))


def test_nothing_is_said_once_all_are_public() -> None:
    make.make_pages_of_the_law()

    assert NAME not in sections(desk(signed_in("publisher")))


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_it_is_said_to_who_can_do_something_about_it(role: str) -> None:
    assert NAME not in sections(desk(signed_in(role)))


def test_a_translator_finds_what_lacks_english_and_by_which_name() -> None:
    make.make_public_body(hours_pl="7.30–15.30", hours_en="")
    make.make_declaration(amenities_en="")
    make.make_privacy_notice(rights_en="")
    make.make_funding(0, text_pl="Dofinansowano.", text_en="")

    shown = sections(desk(signed_in("translator")))["missing-en"]
    assert {"Deklaracja dostępności", "Polityka prywatności", "Dofinansowano."} <= set(shown.names)
    assert "Urząd Miasta Przykładowo" in shown.names
