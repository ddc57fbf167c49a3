"""Whether a page fits its window and shows all its text."""

from playwright.sync_api import Page

# The texts that reach beyond the window, or how far the page does.
SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  const beyond = [...document.body.querySelectorAll("*")].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && (box.right > width + 1 || box.left < -1)
      && !element.closest(".scroller, .visually-hidden, .skip-link, svg");
  }).map(each => "beyond the window: " + each.outerHTML);
  const far = document.documentElement.scrollWidth - width;
  return far ? [`scrolls sideways by ${far} px`, ...beyond] : beyond;
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


def sideways_or_lost(page: Page) -> list[str]:
    """In the window as it is."""
    return [*page.evaluate(SIDEWAYS), *page.evaluate(LOST)]


def sideways_or_lost_when_set_wide(page: Page) -> list[str]:
    page.evaluate(SPACED)
    return sideways_or_lost(page)
