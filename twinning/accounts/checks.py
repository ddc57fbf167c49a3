"""What `check --deploy` says about signing in."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, register

NOT_SHARED = ("locmem.LocMemCache", "dummy.DummyCache")


def check_shared_cache(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not settings.CACHES["default"]["BACKEND"].endswith(NOT_SHARED):
        return []
    return [
        checks.Warning(
            "Each worker counts attempts to sign in for itself, and none knows the codes that "
            "another has seen used.",
            hint="Leave CACHE_URL out, which keeps them in a table, or name a server.",
            id="accounts.W001",
        )
    ]


def check_second_factor(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.REQUIRE_MFA:
        return []
    return [
        checks.Warning(
            "Publishers and administrators may sign in with a password alone.",
            hint="Leave REQUIRE_MFA out.",
            id="accounts.W002",
        )
    ]


def check_sender(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if not settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        return []
    return [
        checks.Warning(
            "Invitations and new passwords are sent from an address that nobody can answer, and "
            "that most servers refuse.",
            hint="Set DEFAULT_FROM_EMAIL, and EMAIL_URL where e-mail leaves by another server.",
            id="accounts.W003",
        )
    ]


def register_all() -> None:
    for check in (check_shared_cache, check_second_factor, check_sender):
        register(check, deploy=True)
