"""Accessibility: WCAG 2.2 A and AA and axe's best practices, however the page is looked at."""

import pytest
from playwright.sync_api import Page

from tests.browser.gates import gate, none_of
from tests.browser.visit import SCHEMES, WINDOWS, Scheme
from tests.tools import Findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@gate("axe")
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing_on_the_screen(
    opened: Page, axe: Findings, window: str, scheme: Scheme
) -> None:
    opened.set_viewport_size(WINDOWS[window])
    opened.emulate_media(color_scheme=scheme)
    none_of(axe(opened))


@gate("axe")
def test_axe_finds_nothing_on_paper(opened: Page, axe: Findings) -> None:
    opened.emulate_media(media="print")
    none_of(axe(opened, but=["target-size"]))  # nobody taps on paper


@gate("forced colours")
def test_forced_colours_leave_all_text_legible(opened: Page, axe: Findings) -> None:
    opened.emulate_media(forced_colors="active", color_scheme="dark")
    none_of(axe(opened, only=["color-contrast"]))
