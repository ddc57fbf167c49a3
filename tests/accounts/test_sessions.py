"""The list of sessions, and signing out of them from afar."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.accounts.test_signing_in import PASSWORD, enter, text

pytestmark = pytest.mark.django_db

LIST = "/pl/konto/sesje/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0"


def browsers(count: int) -> list[Client]:
    opened = []
    for _number in range(count):
        client = Client(headers={"user-agent": FIREFOX})
        assert enter(client, "halina").status_code == 302
        opened.append(client)
    return opened


@pytest.fixture(autouse=True)
def halina() -> None:
    make.make_user(role="editor", username="halina")


def test_the_list_is_ones_own_and_costs_the_same_with_one_and_three_sessions() -> None:
    make.make_user(username="jan")
    stranger = Client()
    enter(stranger, "jan")
    costs = []
    for count in (1, 2):
        client = browsers(count)[-1]
        with CaptureQueriesContext(connection) as captured:
            page = client.get(LIST).content.decode()
        costs.append(len(captured))
    assert page.count("Firefox, Windows</span>") == 3
    assert costs[0] == costs[1]


def test_a_single_session_ends_from_another_browser() -> None:
    here, there = browsers(2)
    row = there.get(LIST).context["sessions"][0][0]

    response = here.post(f"{LIST}{row.pk}/", follow=True)

    assert "Sesja została zakończona" in text(response)
    assert there.get("/pl/admin/").status_code == 302
    assert here.get("/pl/admin/").status_code == 200


def test_somebody_elses_session_cant_be_ended() -> None:
    make.make_user(role="editor", username="jan")
    stranger = Client()
    enter(stranger, "jan")
    row = browsers(1)[0].get(LIST).context["sessions"][0][0]

    assert stranger.post(f"{LIST}{row.pk}/").status_code == 404
    assert stranger.get(f"{LIST}{row.pk}/").status_code == 405


def test_signing_out_everywhere_ends_every_session() -> None:
    opened = browsers(3)

    opened[0].post(f"{LIST}koniec/")

    for client in opened:
        assert client.get("/pl/admin/").status_code == 302


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one() -> None:
    here, there = browsers(2)

    here.post(
        "/pl/konto/haslo/",
        {"oldpassword": PASSWORD, "password1": "nowe-haslo-9", "password2": "nowe-haslo-9"},
    )

    assert here.get("/pl/admin/").status_code == 200
    assert there.get("/pl/admin/").status_code == 302
    assert len(here.get(LIST).context["sessions"]) == 1


def test_signing_out_of_the_admin_takes_more_than_following_a_link() -> None:
    (client,) = browsers(1)

    client.get("/pl/admin/logout/")
    assert client.get("/pl/admin/").status_code == 200
    client.post("/pl/admin/logout/")
    assert client.get("/pl/admin/").status_code == 302


def test_the_pages_of_an_account_are_closed_to_strangers(client: Client) -> None:
    cache.clear()
    for path in ("sesje/", "drugi-skladnik/", "haslo/", "drugi-skladnik/kody-zapasowe/"):
        assert client.get(f"/pl/konto/{path}").status_code in (302, 404), path
