"""The site with the whole chronicle, and each of its pages opened once for all checks of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
import time_machine
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from events.loading import load
from tests.browser.pages import LANGUAGES, PAGES, PublicPage
from tests.browser.visit import Visit, visited
from tests.factories import make_pages_of_the_law

# The clock runs on from here: what pages tell of today is the same in each run, and looks the same.
MOMENT = datetime(2027, 6, 16, 12, tzinfo=UTC)
CHRONICLE = settings.BASE_DIR / "fixtures" / "chronicle"


@pytest.fixture(scope="package")
def chronicle_site(
    chromium: Browser, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """The address of the served site.

    The chronicle is loaded once, into the database of all tests; in the end that is put back to
    what it was before, so that other tests find it as they left it.
    """
    connection = connections["default"]
    if connection.vendor != "sqlite":
        pytest.skip("browsers run once, on SQLite")
    with (
        django_db_blocker.unblock(),
        closing(sqlite3.connect(":memory:")) as before,
        time_machine.travel(MOMENT),
    ):
        connection.ensure_connection()
        connection.connection.backup(before)
        load(CHRONICLE)
        make_pages_of_the_law()
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        before.backup(connection.connection)


@pytest.fixture(
    scope="package",
    params=[
        pytest.param((page, language), id=f"{page.name}-{language}")
        for page in PAGES
        for language in LANGUAGES
    ],
)
def shown(request: pytest.FixtureRequest) -> tuple[PublicPage, str]:
    """One page and the language it is shown in."""
    given: tuple[PublicPage, str] = request.param
    return given


@pytest.fixture(scope="package")
def visit(shown: tuple[PublicPage, str], chromium: Browser, chronicle_site: str) -> Iterator[Visit]:
    """The page, opened for the first time by a new browser profile."""
    page, language = shown
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
