"""The second factor: who needs one, what opens an account, and what does so only once."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth.models import Permission
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import Event
from tests import factories as make
from tests.accounts.test_signing_in import FACTOR, enter, is_signed_in, text
from tests.admin.forms import opened
from tests.signing_in import code_now
from twinning.accounts.second_factor import needs_second_factor

pytestmark = pytest.mark.django_db

SETUP = "/pl/konto/drugi-skladnik/"
ADMIN = [
    "/pl/admin/",
    "/en/admin/",
    "/pl/admin/events/event/",
    "/pl/admin/jsi18n/",
    "/pl/admin/nie-ma/",
]


@pytest.mark.parametrize("role", ["publisher", "superuser"])
@pytest.mark.parametrize("path", ADMIN)
def test_without_a_second_factor_nothing_in_the_admin_answers(
    client: Client, role: str, path: str
) -> None:
    client.force_login(make.make_user(role=role, second_factor=False))

    response = client.get(path)

    assert (response.status_code, response["Location"][4:]) in (
        (302, "konto/drugi-skladnik/"),
        (302, "account/second-factor/"),
    )
    page = text(client.get(response["Location"]))
    assert "wymaga drugiego składnika" in page or "needs a second factor" in page


def test_a_form_sent_straight_to_the_admin_saves_nothing_and_is_given_back(client: Client) -> None:
    event: Any = make.make_event("Wizyta")
    path = f"/pl/admin/events/event/{event.pk}/change/"
    complete = Client()
    complete.force_login(make.make_user(role="superuser"))
    data = opened(complete, path) | {"title_pl": "Podmieniony"}
    client.force_login(make.make_user(role="superuser", second_factor=False))

    response = client.post(path, data)

    assert response.status_code == 403
    assert "Ta rola wymaga drugiego składnika" in text(response)
    assert 'name="title_pl" value="Podmieniony"' in text(response)
    event.refresh_from_db()
    assert event.title_pl == "Wizyta"
    client.post(f"/pl/admin/events/event/{event.pk}/delete/", {"post": "yes"})
    assert Event.objects.exists()


def test_recovery_codes_alone_are_no_second_factor(client: Client) -> None:
    user = make.make_user(role="publisher", second_factor=False)
    RecoveryCodes.activate(user)
    client.force_login(user)

    assert client.get("/pl/admin/").status_code == 302


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_who_doesnt_publish_may_do_without(client: Client, role: str) -> None:
    client.force_login(make.make_user(role=role))

    assert client.get("/pl/admin/").status_code == 200


def test_the_right_counts_and_not_the_name_of_the_role() -> None:
    user = make.make_user(role="editor")
    assert not needs_second_factor(user)

    user.user_permissions.add(Permission.objects.get(codename="change_user"))

    assert needs_second_factor(user)


def test_a_setting_takes_the_duty_away(client: Client, settings: Any) -> None:
    settings.REQUIRE_MFA = False
    client.force_login(make.make_user(role="superuser", second_factor=False))

    assert client.get("/pl/admin/").status_code == 200


@pytest.mark.parametrize("code", ["000000", "", "kod", "999 999 999", "١٢٣٤٥٦"])
def test_a_wrong_code_opens_nothing(client: Client, code: str) -> None:
    make.make_user(role="publisher", username="halina")
    enter(client, "halina")

    assert client.post(FACTOR, {"code": code}).status_code == 200
    assert not is_signed_in(client)


def test_codes_cant_be_guessed_by_trying(client: Client) -> None:
    make.make_user(role="publisher", username="halina")
    enter(client, "halina")
    for _attempt in range(5):
        client.post(FACTOR, {"code": "000000"})

    page = text(client.post(FACTOR, {"code": code_now()}))

    assert "Zbyt wiele prób" in page
    assert not is_signed_in(client)


@pytest.mark.parametrize("cache", ["locmem", "table"])
def test_a_code_that_was_seen_opens_nothing_a_second_time(settings: Any, cache: str) -> None:
    if cache == "table":
        backend = "django.core.cache.backends.db.DatabaseCache"
        settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "accounts_sharedvalue"}}
    caches["default"].clear()
    make.make_user(role="publisher", username="halina")
    code = code_now()
    first, second = Client(), Client()
    enter(first, "halina")
    first.post(FACTOR, {"code": code})
    assert is_signed_in(first)

    enter(second, "halina")
    page = text(second.post(FACTOR, {"code": code}))

    assert "albo został już użyty" in page
    assert not is_signed_in(second)


def test_a_recovery_code_opens_the_account_once() -> None:
    user = make.make_user(role="publisher", username="halina")
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    for once in (True, False):
        client = Client()
        enter(client, "halina")
        client.post(FACTOR, {"code": code})
        assert is_signed_in(client) is once


def test_the_page_of_the_second_factor_is_closed_to_who_gave_no_password(client: Client) -> None:
    assert client.get(FACTOR)["Location"] == "/pl/konto/logowanie/"


def test_setting_up_an_app_gives_recovery_codes_and_opens_the_admin(client: Client) -> None:
    make.make_user(role="publisher", username="halina", second_factor=False)
    assert enter(client, "halina")["Location"] == "/pl/admin/"
    add = f"{SETUP}aplikacja/dodawanie/"
    client.get(add)
    secret = client.session["mfa.totp.secret"]

    wrong = client.post(add, {"code": "000000"})
    assert "Kod jest nieprawidłowy" in text(wrong)
    right = client.post(add, {"code": code_now(secret)})

    assert right["Location"] == f"{SETUP}kody-zapasowe/"
    codes = client.get(right["Location"])
    assert codes.content.decode().count("<code>") == 10
    assert "no-cache" in codes["Cache-Control"] or "no-store" in codes["Cache-Control"]
    assert client.get("/pl/admin/").status_code == 200


def test_the_first_factor_ends_sessions_that_were_opened_with_a_password_alone(
    client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    make.make_user(role="publisher", username="halina", second_factor=False)
    thief = Client()
    enter(thief, "halina")
    enter(client, "halina")
    add = f"{SETUP}aplikacja/dodawanie/"
    client.get(add)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(add, {"code": code_now(client.session["mfa.totp.secret"])})

    assert client.get("/pl/admin/").status_code == 200
    assert thief.get("/pl/admin/")["Location"].startswith("/pl/admin/login/")


def test_the_question_costs_one_query(client: Client, settings: Any) -> None:
    client.force_login(make.make_user(role="superuser"))
    client.get("/pl/admin/")  # content types are read once and kept
    costs = []
    for required in (True, False):
        settings.REQUIRE_MFA = required
        with CaptureQueriesContext(connection) as captured:
            client.get("/pl/admin/")
        costs.append(len(captured))

    assert costs[0] - costs[1] == 1


def test_who_gave_the_wrong_name_starts_again(client: Client) -> None:
    make.make_user(role="publisher", username="halina")
    enter(client, "halina")
    assert client.get("/pl/konto/logowanie/")["Location"] == FACTOR

    client.post("/pl/konto/wylogowanie/", {"next": "/pl/konto/logowanie/"})

    assert client.get("/pl/konto/logowanie/").status_code == 200


def test_a_stolen_open_session_cant_take_the_second_factor_away(client: Client) -> None:
    """Without having typed the password or a code a moment ago."""
    client.force_login(make.make_user(role="publisher"))

    for path in ("aplikacja/usuwanie/", "kody-zapasowe/nowe/", "klucze-dostepu/dodawanie/"):
        response = client.post(SETUP + path)
        assert response["Location"].startswith("/pl/konto/haslo/potwierdzenie/"), path
    assert Authenticator.objects.exists()


def test_removing_the_only_factor_closes_the_admin_again(client: Client) -> None:
    make.make_user(role="publisher", username="halina")
    enter(client, "halina")
    client.post(FACTOR, {"code": code_now()})

    client.post(f"{SETUP}aplikacja/usuwanie/")

    assert not Authenticator.objects.exists()
    assert client.get("/pl/admin/")["Location"] == SETUP


def test_a_command_helps_the_only_administrator_who_lost_the_telephone(client: Client) -> None:
    user = make.make_user(role="superuser", username="halina")
    client.force_login(user)

    call_command("reset_second_factor", "Halina")

    assert not Authenticator.objects.exists()
    with pytest.raises(CommandError, match="nikt"):
        call_command("reset_second_factor", "nikt")
