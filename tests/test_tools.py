"""The tools of the tests find what they are there to find."""

from collections.abc import Callable, Mapping

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page

GOOD = "<!doctype html><html lang='en'><title>Good</title><main><h1>Good</h1></main></html>"
BAD = (
    "<!doctype html><html lang='en'><title>Bad</title><main><h1>Bad</h1><img src='a'></main></html>"
)


def test_the_html_checker_names_the_page_and_its_fault(
    html_findings: Callable[[Mapping[str, str]], list[str]],
) -> None:
    findings = html_findings({"good page": GOOD, "bad page": BAD})

    assert findings
    assert all(finding.startswith("bad page:") for finding in findings)


@pytest.mark.browser
def test_axe_finds_a_picture_without_words(page: Page, axe: Callable[[Page], list[str]]) -> None:
    page.set_content(GOOD)
    assert axe(page) == []

    page.set_content(BAD)
    assert any("image-alt" in finding for finding in axe(page))


@pytest.mark.browser
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_browser_finds_the_site_with_what_migrations_put_in(
    page: Page, site: str, time: str
) -> None:
    """Each time: a served test empties the database when it ends."""
    response = page.goto(f"{site}/admin/login/")

    assert response is not None
    assert response.ok
    assert Group.objects.exists()
