"""A form that comes from nobody signed in, or from an earlier session, is given back whole."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from events.models import Event
from tests import factories as make
from tests.admin.forms import opened
from tests.editing.addresses import page
from twinning.publishing.models import AuditEntry, WorkingCopy

SignIn = Callable[..., Client]


def given_back(html: str) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for field in BeautifulSoup(html, "html.parser").select("main form input[type=hidden]"):
        fields.setdefault(str(field["name"]), []).append(str(field["value"]))
    return fields


def test_a_form_posted_after_sign_out_comes_back_with_every_value(signed_in: SignIn) -> None:
    partnerships = [make.make_partnership(), make.make_partnership()]
    event: Any = make.make_event("Stary", status="draft", partnerships=partnerships)
    editor = signed_in("editor")
    data = opened(editor, page(event)) | {"title_pl": "Napisany „nocą” <b>"}
    editor.logout()

    response = editor.post(page(event), data)

    assert response.status_code == 403
    html = response.content.decode()
    assert "Sesja wygasła" in html
    back = given_back(html)
    assert back["title_pl"] == ["Napisany „nocą” <b>"]
    assert back["partnerships"] == sorted(str(each.pk) for each in partnerships)
    event.refresh_from_db()
    assert event.title_pl == "Stary"
    assert not WorkingCopy.objects.exists()
    assert not AuditEntry.objects.exists()


def test_it_is_saved_when_it_is_sent_once_more(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    editor = signed_in("editor")
    data = opened(editor, page(event)) | {"title_pl": "Ocalony"}
    Session.objects.all().delete()
    back = given_back(editor.post(page(event), data).content.decode())

    again = signed_in("editor")
    assert again.post(page(event), back).status_code == 302

    event.refresh_from_db()
    assert event.title_pl == "Ocalony"


def test_passwords_are_never_given_back(client: Client, db: None) -> None:
    html = client.post(
        "/pl/admin/publishing/user/1/password/", {"password1": "tajne-haslo", "title_pl": "x"}
    ).content.decode()

    assert "tajne-haslo" not in html


def checking_client(signed_in: SignIn) -> Client:
    """As a browser: with the check of tokens that tests usually go without."""
    ordinary = signed_in("editor")
    client = Client(enforce_csrf_checks=True)
    client.cookies = ordinary.cookies
    return client


def test_a_stale_token_gives_the_form_back_with_a_new_one(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    editor = checking_client(signed_in)
    data = opened(editor, page(event)) | {"title_pl": "Z wczoraj"}
    data["csrfmiddlewaretoken"] = "a" * 64

    response = editor.post(page(event), data, headers={"origin": "http://testserver"})

    assert response.status_code == 403
    back = given_back(response.content.decode())
    assert back["title_pl"] == ["Z wczoraj"]
    again = editor.post(page(event), back, headers={"origin": "http://testserver"})
    assert again.status_code == 302
    assert Event.objects.get().title == "Z wczoraj"


@pytest.mark.parametrize("origin", ["https://evil.example", None])
def test_another_sites_form_is_not_given_back(signed_in: SignIn, origin: str | None) -> None:
    event: Any = make.make_event("Stary", status="draft")
    editor = checking_client(signed_in)
    headers = {"origin": origin} if origin else {}

    response = editor.post(page(event), {"title_pl": "Podrzucony"}, headers=headers)

    html = response.content.decode()
    assert response.status_code == 403
    assert "Podrzucony" not in html
    assert "Tego formularza nie można przyjąć" in html


def test_both_answers_speak_english_too(client: Client, db: None) -> None:
    path = "/en/admin/events/event/add/"
    assert "You have been signed out" in client.post(path, {"title_pl": "x"}).content.decode()
    checking = Client(enforce_csrf_checks=True)
    assert "This form can’t be accepted" in checking.post(path).content.decode()


def test_no_cookie_is_left_with_a_reader_who_posts_to_a_public_page(db: None) -> None:
    response = Client().post("/pl/", {"x": "y"})

    assert response.status_code == 405
    assert settings.SESSION_COOKIE_NAME not in response.cookies
