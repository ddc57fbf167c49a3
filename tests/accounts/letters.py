"""What the tests of invitations write and answer."""

from typing import Any

from django.contrib.auth.models import Group

CHOSEN = {
    "username": "nowa.osoba",
    "first_name": "Nowa",
    "last_name": "Osoba",
    "password1": "wiosna-nad-rawa",
    "password2": "wiosna-nad-rawa",
}


def letter(**given: Any) -> dict[str, Any]:
    role = Group.objects.get(name=given.pop("role", "editor")).pk
    return {
        "email": "nowa@katowice.example",
        "first_name": "Nowa",
        "last_name": "Osoba",
        "role": role,
        "language": "pl",
        **given,
    }


def address(token: str) -> str:
    return f"/pl/zaproszenie/{token}/"
