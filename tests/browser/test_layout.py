"""Every page fits a narrow window, a page magnified four times and text set wide."""

import pytest
from playwright.sync_api import Page

from tests.browser.checks import layout
from tests.browser.gates import gate, none_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@gate("reflow")
@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(320, 640, id="phone"),
        pytest.param(320, 256, id="1280-px-at-400-percent"),
        pytest.param(640, 512, id="1280-px-at-200-percent"),
        pytest.param(1280, 900, id="desktop"),
    ],
)
def test_nothing_needs_scrolling_sideways_or_is_lost(opened: Page, width: int, height: int) -> None:
    opened.set_viewport_size({"width": width, "height": height})
    none_of(layout.sideways_or_lost(opened))


@gate("text spacing")
@pytest.mark.parametrize("width", [320, 1280])
def test_text_set_wide_is_not_lost(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 640})
    none_of(layout.sideways_or_lost_when_set_wide(opened))
