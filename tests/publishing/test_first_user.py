"""`make run` makes one account, once, and says how to sign in."""

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.test import Client

from twinning.publishing.models import User

pytestmark = pytest.mark.django_db


def run() -> str:
    output = StringIO()
    call_command("create_first_user", stdout=output)
    return output.getvalue()


def test_the_first_account_signs_in_with_the_password_shown() -> None:
    password = run().split("password: ")[1].split()[0]

    user = authenticate(username="admin", password=password)

    assert user is not None
    assert user.is_superuser


def test_the_first_account_opens_the_admin_of_a_trial_without_email_or_second_factor(
    client: Client, settings: Any
) -> None:
    settings.REQUIRE_MFA = False  # as with DEBUG, unless the environment says otherwise
    password = run().split("password: ")[1].split()[0]

    response = client.post(
        "/pl/konto/logowanie/", {"login": "admin", "password": password}, follow=True
    )

    assert response.redirect_chain == [("/pl/admin/", 302)]
    assert response.status_code == 200


def test_a_second_run_makes_no_account_and_says_how_to_set_a_password() -> None:
    run()

    assert "changepassword" in run()
    assert User.objects.count() == 1


def test_two_installations_get_different_passwords() -> None:
    first = run()
    User.objects.all().delete()
    assert run() != first
