"""What a first visit to a page costs the reader, and what it leaves alone."""

import pytest

from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

MOST = 110_000
MOST_WITHOUT_FONTS = 30_000
# The whole chronicle is one page by intent: the words of its 173 entries alone are 15 kB.
MOST_OF_CHRONICLE = 45_000


def test_the_first_view_is_light(visit: Visit) -> None:
    """As compressed by the server of production; the tests' own server compresses nothing."""
    assert visit.received
    assert visit.weight(fonts=True) <= MOST, visit.received
    most = MOST_OF_CHRONICLE if visit.shown.name == "chronicle" else MOST_WITHOUT_FONTS
    assert visit.weight(fonts=False) <= most, visit.received


def test_nothing_is_fetched_elsewhere(visit: Visit) -> None:
    assert [each.url for each in visit.received if not each.url.startswith(visit.site)] == []


def test_no_cookie_is_set(visit: Visit) -> None:
    assert visit.page.context.cookies() == []


def test_the_browser_has_nothing_to_complain_about(visit: Visit) -> None:
    assert visit.complaints == []


def test_nothing_moves_while_the_page_arrives(visit: Visit) -> None:
    assert visit.layout_shift < 0.01
