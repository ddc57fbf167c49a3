"""Lighthouse on every public page. Pytest collects this file only when it is named.

`make lighthouse` installs by the lock in .ci/lighthouse what it needs, and runs it.
"""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.browser.gates import gate, none_of
from tests.browser.pages import PublicPage
from tests.browser.planting import served_with
from tests.browser.production import collect_static_files, served_as_in_production
from tests.tools import CHROMIUM_NAMES, found, missing, options_of_chromium

pytestmark = [gate("Lighthouse"), pytest.mark.browser, pytest.mark.django_db]

FOLDER = settings.BASE_DIR / ".ci" / "lighthouse"
WANTED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
TRIES = 3  # a busy machine slows a page down now and then
# What can't be asked of a page that says by intent that it isn't there, or isn't to be listed.
OF_LISTED = ("is-crawlable",)
OF_THERE = ("is-crawlable", "http-status-code", "meta-description", "errors-in-console")

Answer = dict[str, Any]
Lighthouse = Callable[..., Answer]


@pytest.fixture(scope="package")
def lighthouse() -> Iterator[Lighthouse]:
    """A function that gives Lighthouse's answer on an address."""
    node, chromium = found("Node", "node"), found("Chromium", *CHROMIUM_NAMES)
    if not (FOLDER / "node_modules" / "lighthouse").is_dir():
        missing("Lighthouse is not installed (`make lighthouse` installs it)")
    command = [node, str(FOLDER / "audit.mjs"), chromium, "--headless", *options_of_chromium()]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        asked, answered = process.stdin, process.stdout
        assert asked
        assert answered

        def ask(url: str, **options: Any) -> Answer:
            print(json.dumps({"url": url, **options}), file=asked, flush=True)
            answer: Answer = json.loads(answered.readline())
            return answer

        yield ask
        asked.close()


@pytest.fixture(scope="package")
def static_files(chronicle_site: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static")
    collect_static_files(folder)
    return folder


@pytest.fixture
def production_site(chronicle_site: str, static_files: Path) -> Iterator[str]:
    with served_as_in_production(static_files) as address:
        yield address


def shortcomings(lighthouse: Lighthouse, url: str, **options: Any) -> list[str]:
    """Of the last of some tries; a slow page, and one that Lighthouse lost, is tried again."""
    for _each in range(TRIES):
        answer = lighthouse(url, **options)
        scores = answer.get("scores", {})
        low = [name for name, score in scores.items() if score < WANTED[name]]
        if scores and low != ["performance"]:
            break
    if not scores:
        return [answer["error"]]
    return [f"{name} {scores[name]}: {'; '.join(answer['findings'][name])}" for name in low]


@pytest.mark.parametrize("desktop", [False, True], ids=["phone", "desktop"])
def test_lighthouse_is_content(
    shown: tuple[PublicPage, str], production_site: str, lighthouse: Lighthouse, desktop: bool
) -> None:
    page, language = shown
    without = OF_THERE if page.status == 404 else () if page.is_listed else OF_LISTED
    url = production_site + page.addresses[language]
    none_of(shortcomings(lighthouse, url, desktop=desktop, without=without))


def test_lighthouse_sees_what_is_planted(production_site: str, lighthouse: Lighthouse) -> None:
    """An image without words, an error, a link without a goal, and a script that blocks."""
    fault = """
      <img src="/static/site/img/favicon.svg" width="32" height="32">
      <a href="javascript:void(0)">A link</a>
      <script>const end = performance.now() + 3000; while (performance.now() < end);</script>
      <script>missing()</script>
    """
    with served_with(fault, production_site) as spoilt:
        found = shortcomings(lighthouse, f"{spoilt}/en/", desktop=False, without=())
    assert [each.split()[0] for each in found] == list(WANTED)
