"""Text as it is pasted, typed or taken from a PDF: lines that have to become paragraphs."""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from events.legacy.documents.limits import MAX_CHARACTERS
from events.legacy.documents.pieces import TOO_LONG, Block, BlockKind, Document
from events.legacy.errors import UnreadableDocumentError
from twinning.dates import DateNotUnderstood, HistoricalDate

LINE = re.compile(r"[^\n]*\S[^\n]*")
BULLET = re.compile(r"\s*(?:[•●▪◦‣*·]|[–—-]\s|\(?\d{1,2}[.)]\s*(?=\D)|[a-z]\)\s)")
ENDS_A_SENTENCE = re.compile(r"[.!?…:;”\"»)]\s*$")
# Lines between these lengths were broken by a program and not by their writer.
WRAPPED_FROM, WRAPPED_TO = 45, 120
WRAPPED_SHARE = 0.5
NEARLY_FULL = 0.75  # of the usual line; a shorter one ends its paragraph


def read_plain(text: str) -> Document:
    """Blocks are parted by blank lines and, where nothing broke the lines, by every line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableDocumentError(TOO_LONG)
    lines = [(line.start(), line.end()) for line in LINE.finditer(text)]
    width = _usual_width(text, lines)
    return Document(text, tuple(_blocks(text, lines, width)))


def _usual_width(text: str, lines: list[tuple[int, int]]) -> float:
    """The length at which a program broke the lines, or 0 where it didn't."""
    followed = [
        end - start
        for (start, end), (after, _end) in pairwise(lines)
        if text.count("\n", end, after) == 1 and not ENDS_A_SENTENCE.search(text[start:end])
    ]
    if not followed or len(followed) < WRAPPED_SHARE * len(lines):
        return 0
    width = median(followed)
    return width if WRAPPED_FROM <= width <= WRAPPED_TO else 0


def _blocks(text: str, lines: list[tuple[int, int]], width: float) -> Iterator[Block]:
    begun: tuple[int, int] | None = None
    for start, end in lines:
        if begun and _goes_on(text, begun, (start, end), width):
            begun = begun[0], end
            continue
        if begun:
            yield _block(text, *begun)
        begun = start, end
    if begun:
        yield _block(text, *begun)


def _goes_on(text: str, begun: tuple[int, int], line: tuple[int, int], width: float) -> bool:
    if text.count("\n", begun[1], line[0]) > 1 or BULLET.match(text, line[0], line[1]):
        return False
    written = text[line[0] : line[1]].strip()
    before = text[begun[0] : begun[1]].rpartition("\n")[2]
    if _is_a_year(before) or _is_a_year(written):
        return False
    if written[0].islower() and not ENDS_A_SENTENCE.search(before):
        return True
    return bool(width) and len(before) >= NEARLY_FULL * width


def _is_a_year(line: str) -> bool:
    try:
        HistoricalDate.parse_heading(line)
    except DateNotUnderstood:
        return False
    return True


def _block(text: str, start: int, end: int) -> Block:
    written = text[start:end]
    start += len(written) - len(written.lstrip())
    end -= len(written) - len(written.rstrip())
    kind = BlockKind.ITEM if BULLET.match(text, start, end) else BlockKind.PARAGRAPH
    return Block(start, end, kind)
