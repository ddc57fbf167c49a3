"""The W3C's checker accepts what is served. It sees all pages at once, as Java starts slowly."""

from collections.abc import Callable, Mapping

import pytest
from django.test import Client

from tests.browser.gates import gate, none_of
from tests.browser.pages import LANGUAGES, PAGES
from tests.browser.visit import Visit

# Java is needed for it, and no browser; but the pages are those that the browser visits.
pytestmark = [gate("HTML"), pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture(scope="package")
def report(
    chronicle_site: str, html_findings: Callable[[Mapping[str, str]], list[str]]
) -> list[str]:
    client = Client(raise_request_exception=False)
    return html_findings(
        {
            f"{page.name}-{language}": client.get(page.addresses[language]).content.decode()
            for page in PAGES
            for language in LANGUAGES
        }
    )


def test_the_html_is_valid(visit: Visit, report: list[str]) -> None:
    assert visit.status == visit.shown.status
    none_of([finding for finding in report if finding.startswith(f"{visit.name}:")])
