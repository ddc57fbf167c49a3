"""One letter for one letter, so that a place in the folded text is a place in the original."""

import unicodedata

from twinning.letters import APOSTROPHES, DASHES, HYPHENS, PLAIN

# The hyphens become "-", dashes "–": ISO dates use the one, ranges both.
SPECIAL = {
    "ł": PLAIN["ł"],
    "Ł": PLAIN["ł"],
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(DASHES, "–"),
    **dict.fromkeys(APOSTROPHES, "'"),
}


def fold(text: str) -> str:
    """Lower case without diacritics, of exactly the length of `text`."""
    return "".join(map(_fold, text))


def _fold(char: str) -> str:
    if char in SPECIAL:
        return SPECIAL[char]
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", char)[:1].lower()
    return plain if len(plain) == 1 else char
