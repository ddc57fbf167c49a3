"""Every page fits a narrow window, a page magnified four times and text set wide."""

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# How far the page reaches beyond the window, and the texts that reach beyond it.
SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  const beyond = [...document.body.querySelectorAll("*")].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && (box.right > width + 1 || box.left < -1)
      && !element.closest(".scroller, .visually-hidden, .skip-link, svg");
  });
  return [document.documentElement.scrollWidth - width, ...beyond.map(each => each.outerHTML)];
}"""
# Texts that their own box cuts off, and pairs of texts that lie upon each other. Boxes of lines
# are taller than the letters: only the middle of each line counts.
LOST = """() => {
  const lost = [], lines = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest(".visually-hidden, svg, .scroller") || !element.checkVisibility()) continue;
    const cuts = getComputedStyle(element).overflow !== "visible";
    const over = element.scrollWidth > element.clientWidth + 1
      || element.scrollHeight > element.clientHeight + 1;
    if (cuts && over) lost.push("cut off: " + element.outerHTML);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest(".visually-hidden, .skip-link")) continue;
    if (!parent.checkVisibility()) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const middle = (box.top + box.bottom) / 2, half = box.height / 5;
      lines.push({
        text: node.data.trim(), left: box.left, right: box.right,
        top: middle - half, bottom: middle + half,
      });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      if (other.top >= one.bottom) break;
      if (one.left < other.right - 1 && other.left < one.right - 1)
        lost.push(`upon each other: “${one.text}” and “${other.text}”`);
    }
  });
  return lost;
}"""
# What success criterion 1.4.12 wants a reader to be able to set.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""


def sideways(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate(SIDEWAYS)
    return found


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(320, 640, id="phone"),
        pytest.param(320, 256, id="1280-px-at-400-percent"),
        pytest.param(640, 512, id="1280-px-at-200-percent"),
        pytest.param(1280, 900, id="desk"),
    ],
)
def test_nothing_needs_scrolling_sideways_or_is_lost(opened: Page, width: int, height: int) -> None:
    opened.set_viewport_size({"width": width, "height": height})
    assert sideways(opened) == [0]
    assert opened.evaluate(LOST) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_text_set_wide_is_not_lost(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 640})
    opened.evaluate(SPACED)
    assert sideways(opened) == [0]
    assert opened.evaluate(LOST) == []
