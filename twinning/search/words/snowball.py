"""Stems by Snowball's algorithms, for every language that they know."""

import threading
from importlib.metadata import version
from typing import Any

import snowballstemmer
from django.conf.locale import LANG_INFO

from twinning.search.words.tokens import surface

VERSION = version("snowballstemmer")


class Snowball:
    """Where Snowball doesn't know the language, words are found as they are written."""

    def __init__(self, language: str) -> None:
        names = str(LANG_INFO.get(language, {}).get("name", "")).lower().split()
        algorithm = next((name for name in names if name in snowballstemmer.algorithms()), None)
        self.name = f"snowball {algorithm} {VERSION}" if algorithm else "as written"
        self._stemmer: Any = snowballstemmer.stemmer(algorithm) if algorithm else None
        self._lock = threading.Lock()  # a stemmer keeps the word it works on

    def bases(self, word: str) -> frozenset[str]:
        if self._stemmer is None:
            return frozenset()
        with self._lock:
            stem = self._stemmer.stemWord(word.lower())
        return frozenset({f"~{surface(stem)}"} - {"~"})

    def bases_sought(self, word: str) -> frozenset[str]:
        return self.bases(word)
