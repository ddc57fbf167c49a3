"""What a first visit to a page costs the reader, and what it leaves alone."""

import pytest

from tests.browser.checks import first_view
from tests.browser.gates import gate, none_of
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@gate("budget")
def test_the_first_view_is_light(visit: Visit) -> None:
    assert visit.received
    none_of(first_view.too_heavy(visit))


@gate("budget")
def test_nothing_moves_while_the_page_arrives(visit: Visit) -> None:
    none_of(first_view.moved(visit))


@gate("hosts")
def test_nothing_is_fetched_elsewhere(visit: Visit) -> None:
    none_of(first_view.asked_elsewhere(visit))


@gate("cookies")
def test_no_cookie_is_set(visit: Visit) -> None:
    none_of(first_view.cookies(visit))


@gate("console")
def test_the_browser_has_nothing_to_complain_about(visit: Visit) -> None:
    none_of(visit.complaints)
