"""An invitation that is accepted: how often, by whom, and what it gives."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone

from partners.models import Invitation, InvitationClosedError, Place
from tests import factories as make
from tests.accounts.letters import CHOSEN, address
from tests.accounts.test_signing_in import text
from twinning.publishing.models import User

pytestmark = pytest.mark.django_db


def test_only_a_digest_of_the_link_is_kept() -> None:
    invitation, token = make.make_invitation()

    assert token not in str(vars(invitation))
    assert Invitation.objects.with_token(token).get() == invitation


def test_an_unknown_link_is_not_found(client: Client) -> None:
    response = client.get(address("nie-ma-takiego"))

    assert response.status_code == 404
    assert "skopiowano w całości" in text(response)


def test_links_cant_be_guessed_by_trying(client: Client) -> None:
    answers = [client.post(address(f"x{number}")).status_code for number in range(21)]

    assert set(answers[:20]) == {404}
    assert answers[20] == 429


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("fate", "reason"),
    [
        ({"expires_at": timezone.now() - timedelta(seconds=1)}, "Straciło ważność"),
        ({"withdrawn_at": timezone.now()}, "Zostało wycofane"),
        ({"accepted_at": timezone.now()}, "Zostało już użyte"),
    ],
)
def test_a_link_that_is_over_says_why_and_makes_no_account(
    client: Client, fate: dict[str, Any], reason: str, method: str
) -> None:
    invitation, token = make.make_invitation()
    Invitation.objects.filter(pk=invitation.pk).update(**fate)

    response = getattr(client, method)(address(token), CHOSEN)

    assert response.status_code == 410
    assert reason in text(response)
    assert not User.objects.exists()


def test_a_link_opens_once_also_for_two_who_hold_the_form(client: Client) -> None:
    invitation, token = make.make_invitation()
    client.post(address(token), CHOSEN)

    again = Client().post(address(token), CHOSEN | {"username": "druga"})

    assert again.status_code == 410
    with pytest.raises(InvitationClosedError):
        invitation.accept(User(username="trzecia"))
    assert User.objects.count() == 1


def test_an_address_that_has_an_account_meanwhile_gets_no_second_one(client: Client) -> None:
    _invitation, token = make.make_invitation("nowa@katowice.example")
    make.make_user(email="Nowa@katowice.example")

    response = client.post(address(token), CHOSEN)

    assert response.status_code == 409
    assert "już przypisany do innego konta" in text(response)


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"password1": "12345678", "password2": "12345678"}, "password"),
        ({"password2": "inne-haslo-9"}, "password2"),
        ({"password1": "nowa@katowice.example", "password2": "nowa@katowice.example"}, "password"),
        ({"username": "HALINA"}, "username"),
        ({"username": ""}, "username"),
        ({"first_name": ""}, "first_name"),
    ],
)
def test_what_was_typed_wrongly_is_named_and_the_link_stays_open(
    client: Client, wrong: dict[str, str], complaint: str
) -> None:
    make.make_user(username="halina")
    _invitation, token = make.make_invitation("nowa@katowice.example")

    response = client.post(address(token), CHOSEN | wrong)

    assert response.status_code == 200
    assert any(name.startswith(complaint) for name in response.context["form"].errors)
    assert client.post(address(token), CHOSEN).status_code == 302


def test_crafted_fields_give_no_further_rights(client: Client) -> None:
    _invitation, token = make.make_invitation()

    client.post(address(token), CHOSEN | {"is_superuser": "on", "email": "inny@zle.example"})

    user = User.objects.get()
    assert not user.is_superuser
    assert user.email.endswith("@katowice.example")


def test_a_city_that_is_deleted_opens_the_others_to_nobody(
    client: Client, homes: tuple[Place, Place]
) -> None:
    make.make_user(role="editor", homes=[homes[0]])
    with pytest.raises(ProtectedError):
        homes[0].delete()
    _invitation, token = make.make_invitation(homes=[homes[1]])
    homes[1].delete()

    assert client.post(address(token), CHOSEN).status_code == 410
    assert not User.objects.filter(username="nowa.osoba").exists()
