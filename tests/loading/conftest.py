from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from events.loading import load

CHRONICLE = settings.BASE_DIR / "fixtures" / "chronicle"


@pytest.fixture(scope="module")
def chronicle(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The whole chronicle as it comes with the site, loaded once for all tests of a module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(CHRONICLE)
        yield
        transaction.set_rollback(True)
