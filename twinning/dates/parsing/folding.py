"""One letter for one letter, so that a place in the folded text is a place in the original."""

import unicodedata

# NFKD leaves ł alone. The hyphens become "-", dashes "–": ISO dates use the one, ranges both.
SPECIAL = {
    "ł": "l",
    "Ł": "l",
    **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}\N{SOFT HYPHEN}", "-"),
    **dict.fromkeys("\N{FIGURE DASH}–—\N{HORIZONTAL BAR}", "–"),
    **dict.fromkeys("’‘`\N{ACUTE ACCENT}", "'"),
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
