"""Every page without scripts, on paper, and in the other language."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checks import reading
from tests.browser.gates import gate, none_of
from tests.browser.visit import Visit

pytestmark = [gate("reading"), pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture(scope="package")
def plain_page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_browser_without_scripts_shows_the_same(
    visit: Visit, opened: Page, plain_page: Page
) -> None:
    plain_page.goto(visit.address)
    none_of(reading.told_by_scripts(opened, plain_page))
    allowed = reading.SCRIPTS_OF_SEARCH if visit.shown.name.startswith("search") else []
    none_of(reading.strange_scripts(opened, allowed))


def test_paper_has_the_address_and_no_navigation(visit: Visit, opened: Page) -> None:
    address = visit.address.split("?")[0] if visit.status == 200 else ""
    none_of(reading.amiss_on_paper(opened, address))
    assert opened.pdf().startswith(b"%PDF-")


def test_the_language_switch_leads_to_the_same_page_and_back(visit: Visit, opened: Page) -> None:
    if visit.status == 404:
        pytest.skip("a page that is not there has no other language")
    other = "en" if visit.language == "pl" else "pl"
    there = visit.site + visit.shown.addresses[other]
    none_of(reading.astray_in_languages(opened, visit.address, there, other))
