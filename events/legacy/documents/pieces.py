"""A document as plain text in blocks, whatever it was before."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from events.legacy.documents.limits import MAX_CHARACTERS
from events.legacy.errors import UnreadableDocumentError

TOO_LONG = _("The text has more than four million characters. Part it and read one part at a time.")


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an item of a list or a row of a table: `text[start:end]`.

    `is_furniture` is what the document itself says: it stands in a menu, a footer and the like.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    is_furniture: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The plain text that everything else counts its places in, and its blocks in their order."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has its place."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    is_furniture: bool = False


def assembled(pieces: Iterable[Piece]) -> Document:
    """Pieces one under another, the empty ones left out."""
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        line = " ".join(piece.text.split())
        if not line:
            continue
        blocks.append(Block(at, at + len(line), piece.kind, piece.is_furniture))
        lines.append(line)
        at += len(line) + 1
        if at > MAX_CHARACTERS:
            raise UnreadableDocumentError(TOO_LONG)
    return Document("\n".join(lines), tuple(blocks))
