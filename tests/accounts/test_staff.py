"""The admin page of an account: its second factor, seen and taken away."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.test import Client

from tests import factories as make
from tests.accounts.test_signing_in import FACTOR, enter, text
from tests.signing_in import code_now
from twinning.publishing.models import User

pytestmark = pytest.mark.django_db


def page(user: User, rest: str = "change/") -> str:
    return f"/pl/admin/publishing/user/{user.pk}/{rest}"


@pytest.fixture
def superuser(client: Client) -> Client:
    client.force_login(make.make_user(role="superuser"))
    return client


@pytest.fixture
def halina() -> User:
    return make.make_user(role="publisher", username="halina")


def test_an_account_says_whether_it_has_a_second_factor(superuser: Client, halina: User) -> None:
    assert "aplikacja w telefonie" in text(superuser.get(page(halina)))
    Authenticator.objects.filter(user=halina).delete()
    assert "aplikacja w telefonie" not in text(superuser.get(page(halina)))


def test_a_lost_telephone_is_taken_away_with_all_sessions_and_an_entry_in_the_log(
    superuser: Client, halina: User
) -> None:
    theirs = Client()
    enter(theirs, "halina")
    theirs.post(FACTOR, {"code": code_now()})
    assert UserSession.objects.exists()

    assert superuser.get(page(halina, "second-factor/")).status_code == 200
    assert Authenticator.objects.filter(user=halina).exists()
    response = superuser.post(page(halina, "second-factor/"), follow=True)

    assert "Usunięto drugi składnik konta „halina”" in text(response)
    assert not Authenticator.objects.filter(user=halina).exists()
    assert theirs.get("/pl/konto/sesje/").status_code == 302
    assert LogEntry.objects.get().change_message == "Usunięto drugi składnik."


def test_only_a_superuser_takes_it_away(client: Client, halina: User) -> None:
    client.force_login(make.make_user(role="publisher"))

    assert client.post(page(halina, "second-factor/")).status_code == 403
    assert Authenticator.objects.filter(user=halina).exists()


def test_the_secrets_of_sign_in_have_no_pages_in_the_admin(superuser: Client) -> None:
    for path in ("mfa/authenticator/", "usersessions/usersession/", "account/emailaddress/"):
        assert superuser.get(f"/pl/admin/{path}").status_code == 404


@pytest.mark.parametrize("taken", [{"email": "HALINA@katowice.example"}, {"username": "Halina"}])
def test_two_accounts_share_neither_name_nor_address(
    superuser: Client, taken: dict[str, str]
) -> None:
    make.make_user(username="halina", email="halina@katowice.example")
    other = make.make_user(username="jan")
    form = superuser.get(page(other)).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if isinstance(value, str)}
    rows = {"editing_rights-TOTAL_FORMS": "0", "editing_rights-INITIAL_FORMS": "0"}

    response = superuser.post(page(other), data | rows | taken)

    assert response.status_code == 200
    assert "już" in str(response.context["adminform"].form.errors)


def test_several_accounts_may_do_without_an_address() -> None:
    make.make_user(email="")
    make.make_user(email="")
