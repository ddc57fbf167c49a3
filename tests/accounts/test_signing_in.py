"""Signing in with a password, and what doesn't count as one."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests import factories as make
from tests.signing_in import code_now

pytestmark = pytest.mark.django_db

SIGN_IN = "/pl/konto/logowanie/"
FACTOR = "/pl/konto/drugi-skladnik/logowanie/"
PASSWORD = "haslo-do-testow"


def enter(client: Client, login: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(SIGN_IN, {"login": login, "password": password, **more})


def text(response: Any) -> str:
    """The page as it is read: a space is a space, whether a line may break there or not."""
    return str(response.content.decode().replace("\xa0", " "))


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("login", ["halina", "HALINA", "halina@katowice.example", "nobody"])
def test_a_wrong_password_says_neither_what_is_wrong_nor_whether_there_is_an_account(
    client: Client, login: str
) -> None:
    make.make_user(username="halina", email="halina@katowice.example")

    page = text(enter(client, login, "haslo-nie-to"))

    assert "Nazwa użytkownika lub adres e-mail i hasło nie pasują do siebie." in page
    assert not is_signed_in(client)


def test_after_five_wrong_passwords_the_right_one_has_to_wait(client: Client) -> None:
    make.make_user(username="halina")
    for _attempt in range(5):
        enter(client, "halina", "haslo-nie-to")

    page = text(enter(client, "halina"))

    assert "Zbyt wiele prób" in page
    assert not is_signed_in(client)


def test_a_flood_of_attempts_is_answered_with_a_page_of_ours_and_429(client: Client) -> None:
    responses = [enter(client, f"nobody-{number}") for number in range(31)]

    assert responses[-1].status_code == 429
    assert "Zbyt wiele prób" in text(responses[-1])


def test_the_limit_counts_who_asked_and_not_the_proxy(client: Client, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    make.make_user(username="halina")
    for number in range(31):
        client.post(
            SIGN_IN,
            {"login": f"nobody-{number}", "password": "x"},
            headers={"x-forwarded-for": "203.0.113.7"},
        )

    response = client.post(
        SIGN_IN,
        {"login": "halina", "password": PASSWORD},
        headers={"x-forwarded-for": "198.51.100.1"},
    )

    assert response.status_code == 302


@pytest.mark.parametrize(
    "login", ["halina", "Halina", "halina@katowice.example", "HALINA@katowice.example"]
)
def test_user_name_and_email_address_both_open_the_account(client: Client, login: str) -> None:
    make.make_user(username="halina", email="Halina@Katowice.example")

    response = enter(client, login)

    assert (response.status_code, response["Location"]) == (302, "/pl/admin/")
    assert is_signed_in(client)


@pytest.mark.parametrize(
    "target", ["https://zle.example/", "//zle.example/", "javascript:alert(1)"]
)
def test_signing_in_leads_to_no_other_site(client: Client, target: str) -> None:
    make.make_user(username="halina")

    assert enter(client, "halina", next=target)["Location"] == "/pl/admin/"


def test_signing_out_leads_to_no_other_site(client: Client) -> None:
    client.force_login(make.make_user())

    response = client.post("/pl/konto/wylogowanie/", {"next": "https://zle.example/"})

    assert response["Location"] == "/pl/"


def test_signing_in_leads_back_to_the_page_of_the_admin_that_was_asked_for(client: Client) -> None:
    make.make_user(role="editor", username="halina")
    asked = client.get("/pl/admin/events/event/?q=wizyta", follow=True)
    assert asked.redirect_chain[-1][0].startswith(SIGN_IN)

    back = enter(client, "halina", next="/pl/admin/events/event/?q=wizyta")

    assert back["Location"] == "/pl/admin/events/event/?q=wizyta"


def test_the_admins_own_login_takes_no_password(client: Client) -> None:
    make.make_user(username="halina")

    response = client.post("/pl/admin/login/", {"username": "halina", "password": PASSWORD})

    assert response["Location"].startswith(SIGN_IN)
    assert not is_signed_in(client)


def test_somebody_without_access_to_the_admin_is_told_so_and_not_sent_in_a_circle(
    client: Client,
) -> None:
    client.force_login(make.make_user(is_staff=False))

    response = client.get("/pl/admin/", follow=True)

    assert response.status_code == 403
    assert "Brak dostępu do tej strony" in text(response)


def test_a_closed_account_doesnt_open(client: Client) -> None:
    make.make_user(username="halina", is_active=False)

    response = enter(client, "halina")

    assert response["Location"] == "/pl/konto/nieaktywne/"
    assert "To konto jest nieaktywne" in text(client.get(response["Location"]))
    assert not is_signed_in(client)


def test_closing_an_account_ends_what_it_has_open_at_once(client: Client) -> None:
    user = make.make_user(role="editor")
    client.force_login(user)
    assert client.get("/pl/admin/").status_code == 200

    user.is_active = False
    user.save()

    assert client.get("/pl/admin/").status_code == 302


def test_nobody_signs_up(client: Client) -> None:
    for path in ("/pl/konto/signup/", "/pl/accounts/signup/", "/pl/konto/rejestracja/"):
        assert client.get(path).status_code == 404


def test_a_forgotten_password_is_set_by_a_letter_and_ends_other_sessions(client: Client) -> None:
    make.make_user(role="editor", username="halina", email="halina@katowice.example")
    elsewhere = Client()
    enter(elsewhere, "halina")

    client.post("/pl/konto/nowe-haslo/", {"email": "HALINA@katowice.example"})
    assert mail.outbox[0].subject == "Nowe hasło"
    letter = mail.outbox[0].body
    assert "hasło do konta „halina”" in letter.replace("\xa0", " ")
    link = next(word for word in letter.split() if "/pl/konto/nowe-haslo/" in word)
    form = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": "zupelnie-nowe-9", "password2": "zupelnie-nowe-9"})

    assert enter(client, "halina", "zupelnie-nowe-9").status_code == 302
    assert elsewhere.get("/pl/admin/").status_code == 302
    again = text(Client().get(link, follow=True))
    assert "Ten odnośnik już nie działa" in again


@pytest.mark.parametrize(
    ("language", "path", "subject", "words"),
    [
        ("pl", "/pl/konto/haslo/", "Zmieniono hasło", "na koncie wprowadzono zmianę"),
        ("en", "/en/account/password/", "Password Changed", "has been changed"),
    ],
)
def test_a_letter_tells_of_a_new_password_in_the_language_of_the_page(
    client: Client, language: str, path: str, subject: str, words: str
) -> None:
    client.force_login(make.make_user(email="halina@katowice.example"))

    client.post(
        path, {"oldpassword": PASSWORD, "password1": "nowe-haslo-9", "password2": "nowe-haslo-9"}
    )

    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["halina@katowice.example"], subject)
    assert words in letter.body.replace("\xa0", " ")
    assert "127.0.0.1" in letter.body


def test_asking_for_an_unknown_address_looks_the_same_and_sends_nothing(client: Client) -> None:
    response = client.post("/pl/konto/nowe-haslo/", {"email": "nobody@katowice.example"})

    assert response["Location"] == "/pl/konto/nowe-haslo/wyslano/"
    assert mail.outbox == []


def test_a_server_of_email_that_is_down_stops_no_new_password(
    client: Client, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    client.force_login(make.make_user(role="editor", email="halina@katowice.example"))

    response = client.post(
        "/pl/konto/haslo/",
        {"oldpassword": PASSWORD, "password1": "nowe-haslo-9", "password2": "nowe-haslo-9"},
    )

    assert response.status_code == 302
    assert "could not be sent" in caplog.text


def test_a_form_from_before_signing_in_is_refused_with_a_page_of_ours() -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post(SIGN_IN, {"login": "halina", "password": PASSWORD})

    assert response.status_code == 403
    assert "403_csrf.html" in [template.name for template in response.templates]


def test_the_second_factor_stands_between_the_password_and_the_session(client: Client) -> None:
    make.make_user(role="publisher", username="halina")

    assert enter(client, "halina", next="/pl/admin/events/event/")["Location"] == FACTOR
    assert not is_signed_in(client)
    response = client.post(FACTOR, {"code": code_now()})

    assert response["Location"] == "/pl/admin/events/event/"
    assert is_signed_in(client)
