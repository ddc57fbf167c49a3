"""What `check --deploy` says about signing in."""

from typing import Any

import pytest
from django.core.checks import run_checks

SHARED = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_sharedvalue",
    }
}


def findings() -> set[str | None]:
    found = run_checks(include_deployment_checks=True)
    return {each.id for each in found if (each.id or "").startswith("accounts.")}


@pytest.fixture(autouse=True)
def production(settings: Any) -> None:
    settings.CACHES = SHARED
    settings.REQUIRE_MFA = True
    settings.DEFAULT_FROM_EMAIL = "partnerzy@katowice.example"


def test_the_defaults_of_production_are_no_finding() -> None:
    assert findings() == set()


def test_a_memory_of_each_worker_for_itself_is_a_finding(settings: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

    assert findings() == {"accounts.W001"}


def test_a_password_alone_is_a_finding(settings: Any) -> None:
    settings.REQUIRE_MFA = False

    assert findings() == {"accounts.W002"}


def test_a_sender_that_nobody_can_answer_is_a_finding(settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "webmaster@localhost"

    assert findings() == {"accounts.W003"}
