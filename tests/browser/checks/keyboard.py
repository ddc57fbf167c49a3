"""Whether a page can be walked through with the keyboard alone."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

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
  .map(element => "does not show the focus: " + element.outerHTML)"""
FOLLOW = """selector => {
  window.order = [...document.querySelectorAll(selector)].filter(each => each.checkVisibility());
  window.wayOfFocus = [];
  document.addEventListener("focusin", event => wayOfFocus.push(order.indexOf(event.target)));
  return order.length;
}"""
ASTRAY = """() => {
  const step = order.findIndex((_element, index) => wayOfFocus[index] !== index);
  return step < 0 ? [] : ["Tab does not reach: " + order[step].outerHTML];
}"""


def without_way_to_content(page: Page) -> list[str]:
    """Of a page just opened: whether the first Tab shows the skip link, and that leads on."""
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    findings = [
        *_unmet(lambda: expect(first).to_have_attribute("href", "#main")),
        *_unmet(lambda: expect(first).to_be_in_viewport(ratio=1)),
    ]
    page.keyboard.press("Enter")
    return findings + _unmet(lambda: expect(page.locator("main")).to_be_focused())


def without_ring(page: Page) -> list[str]:
    page.keyboard.press("Tab")  # only who uses the keyboard is shown a ring
    found: list[str] = page.evaluate(WITHOUT_RING, FOCUSABLE)
    return found


def astray(page: Page) -> list[str]:
    """Of a page just opened: where Tab leaves the order of the page, or the keyboard is caught."""
    for _each in range(page.evaluate(FOLLOW, FOCUSABLE)):
        page.keyboard.press("Tab")
    found: list[str] = page.evaluate(ASTRAY)
    return found


def _unmet(expectation: Callable[[], None]) -> list[str]:
    try:
        expectation()
    except AssertionError as error:
        return [str(error).partition("\nCall log")[0]]
    return []
