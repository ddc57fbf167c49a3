"""Every page without scripts, on paper, and in the other language."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

NAVIGATION = "nav.site-nav, nav.languages, nav.crumbs, nav.filters, nav.turn, .skip-link"

SCRIPTS = 'script:not([type="application/ld+json"])'  # linked data is not run
# The field of the search page completes words; all else is plain HTML.
SCRIPTS_OF_SEARCH = ["/static/site/js/search.js"]


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
    assert plain_page.inner_text("body") == opened.inner_text("body")
    scripts = [each.get_attribute("src") for each in opened.locator(SCRIPTS).all()]
    assert scripts == (SCRIPTS_OF_SEARCH if visit.shown.name.startswith("search") else [])


def test_paper_has_the_address_and_no_navigation(visit: Visit, opened: Page) -> None:
    opened.emulate_media(media="print")
    for each in opened.locator(NAVIGATION).all():
        expect(each).to_be_hidden()
    if visit.status == 200:
        address = visit.address.split("?")[0]
        assert address in opened.inner_text("footer")
    assert opened.pdf().startswith(b"%PDF-")


def test_the_language_switch_leads_to_the_same_page_and_back(visit: Visit, opened: Page) -> None:
    if visit.status == 404:
        pytest.skip("a page that is not there has no other language")
    other = "en" if visit.language == "pl" else "pl"

    opened.locator(f"nav.languages a[hreflang={other}]").click()
    assert opened.url == visit.site + visit.shown.addresses[other]
    expect(opened.locator("html")).to_have_attribute("lang", other)

    opened.locator(f"nav.languages a[hreflang={visit.language}]").click()
    expect(opened.locator("html")).to_have_attribute("lang", visit.language)
    assert opened.url == visit.address
