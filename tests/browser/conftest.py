"""The site with the whole chronicle, and each of its pages opened once for all checks of it."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connections, transaction
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from events.loading import load
from tests.browser.pages import LANGUAGES, PAGES
from tests.browser.visit import Visit, visited

CHRONICLE = settings.BASE_DIR / "fixtures" / "chronicle"


@pytest.fixture(scope="package")
def chronicle_site(
    chromium: Browser, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """The address of the served site.

    The chronicle is loaded once and in a transaction that is rolled back in the end, so that other
    tests find the database as they left it. Server and tests share one connection for that.
    """
    connection = connections["default"]
    if not (connection.vendor == "sqlite" and connection.is_in_memory_db()):  # type: ignore[attr-defined]
        pytest.skip("shares a connection to SQLite in memory with the server")
    with django_db_blocker.unblock(), transaction.atomic():
        # For good: the server's threads outlive it until the browser gives up its connections.
        connection.inc_thread_sharing()
        load(CHRONICLE)
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        transaction.set_rollback(True)


@pytest.fixture(
    scope="package",
    params=[
        pytest.param((page, language), id=f"{page.name}-{language}")
        for page in PAGES
        for language in LANGUAGES
    ],
)
def visit(
    request: pytest.FixtureRequest, chromium: Browser, chronicle_site: str
) -> Iterator[Visit]:
    """One page in one language, opened for the first time by a new browser profile."""
    page, language = request.param
    # Without motion a change of colours is done at once, before anything looks at them.
    context = chromium.new_context(
        locale=language, timezone_id="Europe/Warsaw", reduced_motion="reduce"
    )
    context.set_default_timeout(5_000)
    yield visited(context, chronicle_site, page, language)
    context.close()


@pytest.fixture
def opened(visit: Visit) -> Page:
    """The page, wide and light and at its top again whatever the test before has done to it."""
    visit.reset()
    return visit.page
