"""What a person types into the search field, taken apart: words, “phrases”, -words, dates.

Nothing typed is an error but too much of it: a quotation mark without its fellow, a lone minus or a
bracket is passed over.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from twinning.dates import HistoricalDate
from twinning.dates.finding import mentioned

LONGEST = 200  # characters; the longest title we have is shorter
MOST_WORDS = 16  # each costs a look into the index
QUOTES = '"„”“‟«»″\u2039\u203a\uff02'
MINUS = r"\-\u2212"
STAR = "*"

_PIECE = re.compile(
    rf"""
      (?P<minus>(?<!\S)[{MINUS}](?=[^\s{MINUS}]))?
      (?: [{QUOTES}](?P<phrase>[^{QUOTES}]*)(?:[{QUOTES}]|$)
        | (?P<word>[^\s{QUOTES}]+) )
    """,
    re.VERBOSE,
)


class TooLongError(ValueError):
    """More than `LONGEST` characters; `length` is how many."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


@dataclass(frozen=True, slots=True)
class Part:
    """One word or phrase as it was typed, without the signs around it."""

    text: str
    is_phrase: bool = False
    is_excluded: bool = False
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """`text` is the question on one line; `left_out` are the parts beyond the most there may be.

    `dates` are what the question says about when; their words are not among `parts`.
    """

    text: str
    parts: tuple[Part, ...] = ()
    dates: tuple[HistoricalDate, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if not part.is_excluded)

    @property
    def excluded(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.is_excluded)

    @property
    def when(self) -> HistoricalDate | None:
        """All the days from the first of the dates to the last."""
        if len(self.dates) < 2:
            return self.dates[0] if self.dates else None
        first = min(date.earliest for date in self.dates)
        last = max(date.latest for date in self.dates)
        ends = ["" if day in (day.min, day.max) else day.isoformat() for day in (first, last)]
        return HistoricalDate("/".join(end or ".." for end in ends)) if any(ends) else None

    def __bool__(self) -> bool:
        """Whether there is anything to look for; leaving out alone finds nothing."""
        return bool(self.wanted or self.dates)


def typed(text: str, *, is_unfinished: bool = False) -> Typed:
    """Take a question apart; of an `is_unfinished` one the last word is the beginning of a word.

    Raises TooLongError.
    """
    if len(text) > LONGEST:
        raise TooLongError(len(text))
    line = one_line(text)
    parts, dates = [], []
    for piece, date in _pieces(line):
        parts += [piece] if piece else []
        dates += [date] if date else []
    kept = _no_more_than(MOST_WORDS, parts)
    if is_unfinished and kept and text[-1:].isalnum() and not kept[-1].is_phrase:
        kept[-1] = replace(kept[-1], is_prefix=True)
    left_out = tuple(part.text for part in parts[len(kept) :])
    return Typed(line, tuple(kept), tuple(dates), left_out)


def one_line(text: str) -> str:
    """The text without what nobody can have typed: controls, halves of characters, line breaks."""
    seen = (
        " " if unicodedata.category(letter)[0] in "CZ" or letter == "\N{REPLACEMENT CHARACTER}"
        else letter
        for letter in text.replace("\N{SOFT HYPHEN}", "")
    )  # fmt: skip
    return " ".join("".join(seen).split())


def _pieces(line: str) -> Iterator[tuple[Part | None, HistoricalDate | None]]:
    """In the order typed. Dates are read from what stands between phrases."""
    at = 0
    for match in _PIECE.finditer(line):
        if match["phrase"] is None:
            continue
        yield from _words(line[at : match.start()])
        yield _part(match), None
        at = match.end()
    yield from _words(line[at:])


def _words(text: str) -> Iterator[tuple[Part | None, HistoricalDate | None]]:
    at = 0
    for mention in mentioned(text):
        yield from ((_part(match), None) for match in _PIECE.finditer(text[at : mention.start]))
        yield None, mention.date
        at = mention.end
    yield from ((_part(match), None) for match in _PIECE.finditer(text[at:]))


def _part(match: re.Match[str]) -> Part | None:
    is_phrase = match["phrase"] is not None
    text = (match["phrase"] if is_phrase else match["word"]).strip()
    if not any(letter.isalnum() for letter in text):
        return None
    return Part(
        text.rstrip(STAR),
        is_phrase=is_phrase,
        is_excluded=bool(match["minus"]),
        is_prefix=text.endswith(STAR) and not is_phrase,
    )


def _no_more_than(most: int, parts: list[Part]) -> list[Part]:
    kept, words = [], 0
    for part in parts:
        words += len(part.text.split())
        if words > most:
            break
        kept.append(part)
    return kept
