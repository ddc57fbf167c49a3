from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from partners.models import Place
from tests import factories as make


@pytest.fixture(autouse=True)
def no_attempts_yet() -> Iterator[None]:
    """Attempts to sign in are counted in the cache, across tests unless it is emptied."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def inviter(db: None) -> Client:
    client = Client()
    user = make.make_user(role="superuser", first_name="Halina", last_name="Przykładowa")
    client.force_login(user)
    return client


@pytest.fixture
def homes(db: None) -> tuple[Place, Place]:
    return make.make_place("katowice", is_home=True), make.make_place("chorzow", is_home=True)
