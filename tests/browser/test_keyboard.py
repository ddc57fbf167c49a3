"""Every page with the keyboard alone."""

import pytest
from playwright.sync_api import Page

from tests.browser.checks import keyboard
from tests.browser.gates import gate, none_of

pytestmark = [gate("keyboard"), pytest.mark.browser, pytest.mark.django_db]


def test_the_skip_link_comes_first_and_leads_to_the_content(opened: Page) -> None:
    opened.reload()
    none_of(keyboard.without_way_to_content(opened))


def test_the_focus_shows_wherever_it_is(opened: Page) -> None:
    none_of(keyboard.without_ring(opened))


def test_tab_goes_through_the_page_in_its_order(opened: Page) -> None:
    opened.reload()
    none_of(keyboard.astray(opened))
