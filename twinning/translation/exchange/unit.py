"""One text on its way to a translator, and what came back of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from twinning.translation.states import State

_LINE_END = re.compile(r"\r\n?")
_MARK_LENGTH = 16  # enough to notice a change, short enough to read past
_REFERENCE = re.compile(
    r"(?P<label>[a-z_]+\.[a-z_]+)\.(?P<pk>\d{1,18})\.(?P<field>[a-z_]+)"
    rf"(?:@(?P<source>[0-9a-f]{{{_MARK_LENGTH}}})(?:\.(?P<target>[0-9a-f]{{{_MARK_LENGTH}}}))?)?"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text belongs: the model, its row and the translated field."""

    label: str
    pk: int
    field: str

    def __str__(self) -> str:
        return f"{self.label}.{self.pk}.{self.field}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A text that leaves. `notes` tell a translator what it is; `max_length` counts characters."""

    place: Place
    source: str
    target: str
    state: State
    notes: Sequence[str] = ()
    max_length: int | None = None
    is_rich: bool = False

    @property
    def reference(self) -> str:
        """The place with the marks of both texts: tools keep it as the text's location."""
        return f"{self.place}@{mark_of(self.source)}.{mark_of(self.target)}"


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file says about one text.

    `source_mark` and `target_mark` are of the texts that were exported, `target_mark` empty where
    a tool has dropped it; `place` is None where the file doesn't tell.
    """

    name: str
    place: Place | None
    source_mark: str
    target_mark: str
    target: str
    is_unfinished: bool = False


def mark_of(text: str) -> str:
    return sha256(with_plain_lines(text).encode()).hexdigest()[:_MARK_LENGTH]


def with_plain_lines(text: str) -> str:
    """Lines ended as XML and PO end them, and nothing around the text.

    Forms end lines with two characters, and tools trim.
    """
    return _LINE_END.sub("\n", text).strip()


def read_reference(candidates: Sequence[str], source: str, target: str) -> Returned:
    """From where a file may tell what a text is: its locations first, then its name.

    Without a mark the file's own source text stands for what was exported.
    """
    found = [match for text in candidates if (match := _REFERENCE.fullmatch(text))]
    found.sort(key=lambda match: match["source"] is None)
    if not found:
        return Returned(next(iter(candidates), ""), None, "", "", target)
    best = found[0]
    return Returned(
        name=f"{best['label']}.{best['pk']}.{best['field']}",
        place=Place(best["label"], int(best["pk"]), best["field"]),
        source_mark=best["source"] or mark_of(source),
        target_mark=best["target"] or "",
        target=target,
    )
