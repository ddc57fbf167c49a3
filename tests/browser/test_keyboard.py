"""Every page with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# Each thing that takes the focus, in order; those that don't show it; the focus as it moves.
FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
WITHOUT_RING = """selector => [...document.querySelectorAll(selector)]
  .filter(element => element.checkVisibility())
  .filter(element => {
    element.focus();
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.width > 0;
    return document.activeElement !== element || !ring || !inside;
  })
  .map(element => element.outerHTML)"""
FOLLOW = """selector => {
  const order = [...document.querySelectorAll(selector)].filter(each => each.checkVisibility());
  window.wayOfFocus = [];
  document.addEventListener("focusin", event => wayOfFocus.push(order.indexOf(event.target)));
  return order.length;
}"""


def test_the_skip_link_comes_first_and_leads_to_the_content(opened: Page) -> None:
    opened.reload()

    opened.keyboard.press("Tab")
    first = opened.locator(":focus")
    expect(first).to_have_attribute("href", "#main")
    expect(first).to_be_in_viewport(ratio=1)

    opened.keyboard.press("Enter")
    expect(opened.locator("main")).to_be_focused()


def test_the_focus_shows_wherever_it_is(opened: Page) -> None:
    opened.keyboard.press("Tab")
    assert opened.evaluate(WITHOUT_RING, FOCUSABLE) == []


def test_tab_goes_through_the_page_in_its_order(opened: Page) -> None:
    opened.reload()
    count = opened.evaluate(FOLLOW, FOCUSABLE)
    for _each in range(count):
        opened.keyboard.press("Tab")
    assert opened.evaluate("wayOfFocus") == list(range(count))
