from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests import factories as make

SignIn = Callable[..., Client]


@pytest.fixture
def signed_in(db: None) -> SignIn:
    """A browser of somebody with this role, perhaps limited to home cities."""

    def sign_in(role: str, **given: Any) -> Client:
        client = Client()
        client.force_login(make.make_user(role=role, **given))
        return client

    return sign_in
