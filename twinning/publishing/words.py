"""What has changed between two texts, word by word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from twinning.publishing.pieces import Piece, plain_pieces, rich_pieces

Kind = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Segment:
    """Words in a row that fared alike. In a rich text they share their marks: “strong”, “em”.

    `earlier` is set where words that stayed were spaced otherwise before.
    """

    kind: Kind
    text: str
    marks: tuple[str, ...] = ()
    language: str = ""
    earlier: str = ""


def compare_words(before: str, after: str, *, rich: bool = False) -> list[Segment]:
    """The two texts in one: what stayed, what is gone, what is new.

    A rich text is compared with its marks: a word that became bold is gone and new. Its blocks
    become lines. Nothing of the segments is HTML.
    """
    read = rich_pieces if rich else plain_pieces
    return _compare(list(read(before)), list(read(after)))


def compare_items(before: Sequence[str], after: Sequence[str]) -> list[Segment]:
    """Two lists of names, a name being kept or dropped as a whole."""
    return _compare(_listed(before), _listed(after))


def side(segments: Iterable[Segment], kind: Kind) -> list[Segment]:
    """One of the two texts again: with “removed” the earlier, with “added” the later."""
    chosen = [each for each in segments if each.kind in ("same", kind)]
    if kind == "removed":
        return [replace(each, text=each.earlier or each.text, earlier="") for each in chosen]
    return chosen


def _listed(names: Sequence[str]) -> list[Piece]:
    last = len(names) - 1
    return [
        Piece(name if index == last else f"{name}; ", key=name) for index, name in enumerate(names)
    ]


def _compare(before: list[Piece], after: list[Piece]) -> list[Segment]:
    matcher = SequenceMatcher(
        None, [piece.identity for piece in before], [piece.identity for piece in after]
    )
    found: list[Segment] = []
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            found += _stayed(before[start:end], after[new_start:new_end])
        else:
            found += _runs("removed", before[start:end])
            found += _runs("added", after[new_start:new_end])
    return found


def _stayed(before: list[Piece], after: list[Piece]) -> Iterator[Segment]:
    pairs = zip(before, after, strict=True)
    for (marks, language), run in groupby(
        pairs, key=lambda pair: (pair[1].marks, pair[1].language)
    ):
        olds, news = zip(*run, strict=True)
        earlier, text = ("".join(piece.text for piece in each) for each in (olds, news))
        yield Segment("same", text, marks, language, earlier if earlier != text else "")


def _runs(kind: Kind, pieces: list[Piece]) -> Iterator[Segment]:
    for (marks, language), run in groupby(pieces, key=lambda piece: (piece.marks, piece.language)):
        yield Segment(kind, "".join(piece.text for piece in run), marks, language)
