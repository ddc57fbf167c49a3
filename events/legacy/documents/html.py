"""A web page as its text: parsed, never executed, and nothing of its markup kept."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from lxml import etree

from events.legacy.documents.pieces import BlockKind, Document, Piece, assembled
from events.legacy.errors import UnreadableDocumentError

NO_PAGE = _("There is no text on this page.")
SILENT = {
    *("script", "style", "template", "noscript", "head", "iframe", "object", "embed", "svg"),
    *("math", "audio", "video", "canvas", "datalist"),
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "caption", "summary"}
ITEMS = {"li", "dd", "dt"}
BLOCKS = {
    *("p", "div", "section", "article", "main", "aside", "nav", "header", "footer", "form"),
    *("ul", "ol", "dl", "table", "tbody", "thead", "tfoot", "blockquote", "figure", "figcaption"),
    *("address", "fieldset", "pre", "hr", "body", "html", "details", "button", "option", "label"),
}
CELLS = {"td", "th"}
FURNITURE = {"nav", "footer", "aside", "form", "button", "select", "dialog"}
FURNITURE_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu"}
WITHIN_ARTICLES = {"article", "main"}  # a header in one of them is the article's


def read_html(text: str) -> Document:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocumentError(NO_PAGE) from error
    if root is None:
        raise UnreadableDocumentError(NO_PAGE)
    return assembled(_Page().pieces(root))


class _Page:
    """One walk through a page, which gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._kinds: list[BlockKind] = []
        self._furniture = 0  # how many of the open elements are furniture
        self._silent: Any = None
        self._row: Any = None  # a row of a real table, told as one block

    def pieces(self, root: Any) -> Iterator[Piece]:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                yield from self._begin(element, name)
            else:
                yield from self._end(element, name)
        yield from self._piece()

    def _begin(self, element: Any, name: str) -> Iterator[Piece]:
        if self._silent is not None:
            return
        if name in SILENT:
            self._silent = element
            return
        is_block = self._is_block(name)
        if is_block or (name == "br" and self._row is None):
            yield from self._piece()
        if is_block:
            self._kinds.append(_kind(element, name, self._kinds))
            if self._kinds[-1] is BlockKind.ROW:
                self._row = element
        elif self._row is not None:
            self._words.append(" ")
        self._furniture += _is_furniture(element, name)
        self._words.append(element.text or "")

    def _end(self, element: Any, name: str) -> Iterator[Piece]:
        if self._silent is not None:
            if element is not self._silent:
                return
            self._silent = None
        else:
            if element is self._row:
                self._row = None
            if self._is_block(name):
                yield from self._piece()
                self._kinds.pop()
            elif self._row is not None:
                self._words.append(" | " if name in CELLS else " ")
            self._furniture -= _is_furniture(element, name)
        self._words.append(element.tail or "")

    def _is_block(self, name: str) -> bool:
        """Inside a row of a table nothing parts the text but its cells."""
        if self._row is not None:
            return False
        return name in BLOCKS or name in HEADINGS or name in ITEMS or name == "tr"

    def _piece(self) -> Iterator[Piece]:
        text = " ".join("".join(self._words).split()).rstrip(" |")
        self._words.clear()
        if text:
            kind = self._kinds[-1] if self._kinds else BlockKind.PARAGRAPH
            yield Piece(text, kind, bool(self._furniture))


def _kind(element: Any, name: str, around: list[BlockKind]) -> BlockKind:
    if name in HEADINGS:
        return BlockKind.HEADING
    if name == "tr":
        return BlockKind.ROW if _is_row(element) else BlockKind.PARAGRAPH
    if name in ITEMS:
        return BlockKind.ITEM
    # A paragraph inside an item is the item's.
    return around[-1] if around and around[-1] is BlockKind.ITEM else BlockKind.PARAGRAPH


def _is_row(element: Any) -> bool:
    """Whether its cells hold a paragraph each; old pages are laid out in tables as a whole."""
    return all(
        sum(each.tag in BLOCKS or each.tag in ITEMS or each.tag in HEADINGS for each in cell.iter())
        <= 1
        for cell in element
    )


def _is_furniture(element: Any, name: str) -> bool:
    if name == "header":
        return not any(each.tag in WITHIN_ARTICLES for each in element.iterancestors())
    is_hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    return name in FURNITURE or element.get("role") in FURNITURE_ROLES or is_hidden
