"""From a word to the terms under which it is kept and found.

Polish has a dictionary of its own (`morfeusz.py`); any other language, and Polish where that
can't be installed, goes by Snowball's stems, where Snowball knows the language.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Protocol

from django.conf import settings

from twinning.letters import APOSTROPHES
from twinning.search.words import morfeusz
from twinning.search.words.function_words import FUNCTION_WORDS
from twinning.search.words.snowball import Snowball
from twinning.search.words.tokens import LONGEST, surface

_APOSTROPHE = re.compile(rf"['{APOSTROPHES}]")
_ENDING = 3  # letters: Etienne'u, Etienne'em, city's
_ELISION = 2  # letters: l'Europe, d'Azur, O'Neill
CACHED = 1 << 17


class Analyser(Protocol):
    """Tells the base forms and stems of one language's words. `name` changes when they do."""

    name: str

    def bases(self, word: str) -> frozenset[str]:
        """The terms of a word without apostrophes; none where the word itself is its only form."""

    def bases_sought(self, word: str) -> frozenset[str]:
        """The same for a word that may have been typed without its diacritics."""


# The languages with a dictionary, each with a function that opens it or returns None.
DICTIONARIES = {"pl": morfeusz.opened}


@cache
def analyser(language: str) -> Analyser:
    stems = Snowball(language)
    dictionary = DICTIONARIES[language](stems) if language in DICTIONARIES else None
    return dictionary or stems


def analysers() -> dict[str, str]:
    """The name, version and all, of what analyses each language of the site."""
    return {code: analyser(code).name for code, _name in settings.LANGUAGES}


def is_function_word(word: str, language: str) -> bool:
    """Whether it only holds others together: “w”, “oraz”, “the”. Nobody looks for it."""
    return surface(word) in FUNCTION_WORDS.get(language, ())


@lru_cache(maxsize=CACHED)
def terms(word: str, language: str) -> frozenset[str]:
    """What a word of a text in `language` is kept under; never empty for a word.

    A function word is kept as it is written alone.
    """
    written = {f"={surface(word)}"}
    if is_function_word(word, language):
        return frozenset(written)
    known = analyser(language)
    for part in _parts(word):
        written.add(f"={surface(part)}")
        written |= frozenset() if part.isdigit() else known.bases(part)
    return frozenset(written - {"="})


@lru_cache(maxsize=CACHED >> 4)
def terms_sought(word: str, language: str) -> frozenset[str]:
    """What to look for when somebody types the word in `language`.

    That is more than `terms`: base forms written as they are, which texts in other languages may
    hold, and what the word may mean without the diacritics that it lacks.
    """
    sought = {f"={surface(word)}"}
    if is_function_word(word, language):
        return frozenset(sought)
    known = analyser(language)
    for part in _parts(word):
        bases = frozenset() if part.isdigit() else known.bases_sought(part)
        sought |= {f"={surface(part)}", *bases}
        sought |= {f"={base}" for base in bases if not base.startswith("~")}
    return frozenset(sought - {"="})


def _parts(word: str) -> list[str]:
    """Without its apostrophes: Etienne'u → Etienne, l'Europe → Europe, any other in its parts."""
    whole = unicodedata.normalize("NFC", word[: LONGEST * 2]).replace("\N{SOFT HYPHEN}", "")
    parts = _APOSTROPHE.split(whole)
    if len(parts) == 2:
        if len(parts[0]) <= _ELISION:
            return parts[1:]
        if len(parts[1]) <= _ENDING:
            return parts[:1]
    return parts
