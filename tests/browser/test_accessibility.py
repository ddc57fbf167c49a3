"""Accessibility: WCAG 2.2 A and AA and axe's best practices, however the page is looked at."""

import pytest
from playwright.sync_api import Page

from tests.tools import Findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


def test_axe_finds_nothing_on_a_wide_screen(opened: Page, axe: Findings) -> None:
    assert axe(opened) == []


def test_axe_finds_nothing_on_a_narrow_screen(opened: Page, axe: Findings) -> None:
    opened.set_viewport_size({"width": 320, "height": 640})
    assert axe(opened) == []


def test_axe_finds_nothing_in_the_dark(opened: Page, axe: Findings) -> None:
    opened.emulate_media(color_scheme="dark")
    assert axe(opened) == []


def test_axe_finds_nothing_on_paper(opened: Page, axe: Findings) -> None:
    opened.emulate_media(media="print")
    assert axe(opened, but=["target-size"]) == []  # nobody taps on paper


def test_forced_colours_leave_all_text_legible(opened: Page, axe: Findings) -> None:
    opened.emulate_media(forced_colors="active", color_scheme="dark")
    assert axe(opened, only=["color-contrast"]) == []
