import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from twinning.letters import APOSTROPHES, folded

# Of a longer word the beginning alone counts; PostgreSQL keeps no lexeme beyond 2,046 bytes.
LONGEST = 64


def _marks() -> str:
    """The characters that are written on or under a letter, as the inside of a pattern's class."""
    codes = [
        code
        for code in range(0x300, min(sys.maxunicode, 0xFFFF))
        if unicodedata.category(chr(code)).startswith("M")
    ]
    spans: list[list[int]] = []
    for code in codes:
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in spans)


_INSIDE = rf"[^\W_]|[\N{{SOFT HYPHEN}}{_marks()}]"
# An apostrophe between letters is inside the word: Etienne'u, l'Europe.
_WORD = re.compile(rf"[^\W_](?:{_INSIDE}|['{APOSTROPHES}](?=[^\W_]))*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in a text, which is `text[start:end]` of it."""

    text: str
    start: int
    end: int


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in order. Whatever isn't a letter or a digit lies between them."""
    for match in _WORD.finditer(text):
        if surface(match[0]):
            yield Word(match[0], match.start(), match.end())


@lru_cache(maxsize=1 << 16)
def surface(word: str) -> str:
    """One word as it is written, without case, diacritics and punctuation: Étienne’u → etienneu."""
    return folded(word).replace(" ", "")[:LONGEST]
