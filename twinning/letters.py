"""One letter table for addresses, for finding and for reading dates."""

import unicodedata

# What Unicode decomposition leaves alone, as plain letters.
PLAIN = dict(
    zip("łđøħŧŋßæœþð", ("l", "d", "o", "h", "t", "n", "ss", "ae", "oe", "th", "d"), strict=True)
)
PLAIN["\N{LATIN SMALL LETTER DOTLESS I}"] = "i"
HYPHENS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}\N{SOFT HYPHEN}"
DASHES = "\N{FIGURE DASH}–—\N{HORIZONTAL BAR}"
APOSTROPHES = "’‘`\N{ACUTE ACCENT}"
_CAPITALS = {one.upper(): many.capitalize() for one, many in PLAIN.items() if len(one.upper()) == 1}
_TABLE = str.maketrans({**_CAPITALS, **PLAIN, "ẞ": "Ss", "\N{SOFT HYPHEN}": ""})


def plain(text: str) -> str:
    """The letters that Unicode decomposition leaves alone as plain ones: Łódź → Lódź."""
    return text.translate(_TABLE)


def folded(text: str) -> str:
    """The words of a text without case, diacritics or punctuation: Saint-Étienne → saint etienne.

    All spellings of one text fold alike, and what is folded stays as it is.
    """
    lower = _decomposed(_decomposed(text).casefold())  # case folding composes some letters anew
    marked = (letter for letter in plain(lower) if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in marked).split())


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)
