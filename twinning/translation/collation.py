"""Alphabetical order as readers of Polish expect it."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")

# In Polish these stand after their plain letter; é, ü and the rest count as the plain letter.
_OWN_LETTERS = {"ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ź": "z"}
_AFTER = "\uffff"


def in_alphabet(items: Iterable[Item], *, key: Callable[[Item], str] = str) -> list[Item]:
    """Sorted for a page: the databases' own collations differ, and SQLite knows no Polish."""
    return sorted(items, key=lambda item: sort_key(key(item)))


def sort_key(text: str) -> str:
    """Ć after C, Ł after L, Ź and then Ż after Z; other accents don't count."""
    composed = unicodedata.normalize("NFC", text)  # else Ć may come as C and an accent
    return "".join(_letter(letter) for letter in composed.casefold())


def _letter(letter: str) -> str:
    if letter == "ż":
        return f"z{_AFTER}{_AFTER}"
    if letter in _OWN_LETTERS:
        return _OWN_LETTERS[letter] + _AFTER
    decomposed = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in decomposed if not unicodedata.combining(part))
