"""The text of DOCX and ODT, both of them XML in an archive."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from events.legacy.documents.archives import member, opened
from events.legacy.documents.pieces import BlockKind, Document, Piece, assembled
from events.legacy.documents.xml import root_of

DOCX_MEMBER, ODT_MEMBER = "word/document.xml", "content.xml"
CELLS = " | "


@dataclass(frozen=True, slots=True)
class Markup:
    """The names that one format has for the same things, without their namespaces."""

    paragraphs: frozenset[str]
    text: frozenset[str]  # elements whose own text is text; empty: all of them
    breaks: frozenset[str]
    skipped: frozenset[str]  # with all that is in them
    rows: frozenset[str]
    cells: frozenset[str]


WORD = Markup(
    paragraphs=frozenset({"p"}),
    text=frozenset({"t"}),
    breaks=frozenset({"tab", "br", "cr"}),
    # Deleted words, codes of fields, and what stands a second time for older programs.
    skipped=frozenset(
        {"del", "moveFrom", "instrText", "Fallback", "drawing", "pict", "pPr", "rPr"}
    ),
    rows=frozenset({"tr"}),
    cells=frozenset({"tc"}),
)
OPEN_DOCUMENT = Markup(
    paragraphs=frozenset({"p", "h"}),
    text=frozenset(),
    breaks=frozenset({"tab", "line-break", "s"}),
    skipped=frozenset({"tracked-changes", "annotation", "note", "scripts", "automatic-styles"}),
    rows=frozenset({"table-row"}),
    cells=frozenset({"table-cell"}),
)


def read_docx(data: bytes) -> Document:
    with opened(data) as archive:
        root = root_of(member(archive, DOCX_MEMBER))
    return assembled(_Body(WORD).pieces(root))


def read_odt(data: bytes) -> Document:
    with opened(data) as archive:
        root = root_of(member(archive, ODT_MEMBER))
    return assembled(_Body(OPEN_DOCUMENT).pieces(root))


class _Body:
    """One walk through a text: paragraphs as they end; those of a row together, cell by cell."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._open: list[tuple[BlockKind, list[str]]] = []  # paragraphs may stand in each other
        self._rows: list[list[str]] = []

    def pieces(self, root: Any) -> Iterator[Piece]:
        for event, element, name in _walk(root, self._markup):
            if event == "start":
                self._begin(element, name)
            else:
                yield from self._end(element, name)

    def _begin(self, element: Any, name: str) -> None:
        if name in self._markup.rows:
            self._rows.append([])
        elif name in self._markup.cells and self._rows:
            self._rows[-1].append("")
        elif name in self._markup.paragraphs:
            self._open.append((_kind(element), []))
        self._write(_own_text(element, name, self._markup))

    def _end(self, element: Any, name: str) -> Iterator[Piece]:
        if name in self._markup.paragraphs:
            kind, words = self._open.pop()
            if self._rows and self._rows[-1]:
                self._rows[-1][-1] += " " + "".join(words)
            else:
                yield Piece("".join(words), kind)
        elif name in self._markup.rows:
            cells = (" ".join(cell.split()) for cell in self._rows.pop())
            yield Piece(CELLS.join(filter(None, cells)), BlockKind.ROW)
        if not self._markup.text:
            self._write(element.tail or "")

    def _write(self, text: str) -> None:
        if self._open:
            self._open[-1][1].append(text)


def _walk(root: Any, markup: Markup) -> Iterator[tuple[str, Any, str]]:
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped: Any = None
    for event, element in walk:
        name = etree.QName(element).localname
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                yield event, element, ""  # for the text that follows it
            continue
        if event == "start" and name in markup.skipped:
            skipped = element
            continue
        yield event, element, name


def _own_text(element: Any, name: str, markup: Markup) -> str:
    if name in markup.breaks:
        return " "
    if markup.text and name not in markup.text:
        return ""
    return element.text or ""


def _kind(paragraph: Any) -> BlockKind:
    if etree.QName(paragraph).localname == "h":
        return BlockKind.HEADING
    for each in paragraph.iterancestors():
        if etree.QName(each).localname == "list-item":
            return BlockKind.ITEM
    return _word_kind(paragraph)


def _word_kind(paragraph: Any) -> BlockKind:
    """What Word's properties of a paragraph say: a heading by its level or style, or a list."""
    for each in paragraph.iterfind("{*}pPr/*"):
        name, value = etree.QName(each).localname, "".join(each.attrib.values()).lower()
        if name == "outlineLvl" and value.isdigit() and int(value) < 9:
            return BlockKind.HEADING
        if name == "pStyle" and value.startswith(
            ("heading", "nagwek", "nagłówek", "title", "tytu")
        ):
            return BlockKind.HEADING
        if name == "numPr":
            return BlockKind.ITEM
    return BlockKind.PARAGRAPH
