"""Base forms of Polish words by Morfeusz 2 and its dictionary SGJP.

It has no build for every machine (docs/operators.md); `opened` then returns None.
"""

import threading
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any, Protocol

from twinning.search.words.tokens import surface

try:
    import morfeusz2
except ImportError:  # pragma: no cover — every machine of the project's own has it
    morfeusz2 = None

# Letters that lose their marks when somebody types without them.
MARKED = {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "źż"}
# A short word may lack all of its marks (łódź), a longer one rarely more than these.
FEW_LETTERS, MARKS_LACKING = 4, 2
LONGEST_RESTORED = 16


class Stems(Protocol):
    name: str

    def bases(self, word: str) -> frozenset[str]: ...


class Morfeusz:
    """Every base form that the dictionary offers; the stem of a word that it doesn't know."""

    def __init__(self, stems: Stems) -> None:
        self._stems = stems
        self._dictionary: Any = morfeusz2.Morfeusz(
            generate=False, case_handling=morfeusz2.IGNORE_CASE
        )
        self._lock = threading.Lock()  # one analysis at a time, says its manual
        self.name = f"morfeusz2 {morfeusz2.__version__} {self._dictionary.dict_id()}; {stems.name}"

    def bases(self, word: str) -> frozenset[str]:
        return self._known(word) or self._stems.bases(word)

    def bases_sought(self, word: str) -> frozenset[str]:
        return self.bases(word).union(*map(self._known, _restored(word.lower())))

    def _known(self, word: str) -> frozenset[str]:
        with self._lock:
            analysis = self._dictionary.analyse(word)
        # What begins later than the word is an ending that can stand alone: miał|em.
        forms = (form for start, _end, form in analysis if start == 0)
        # A base form may say of what kind it is: “Uszok:Sm1”.
        bases = {surface(base.partition(":")[0]) for _, base, tag, *_ in forms if tag != "ign"}
        return frozenset(bases - {""})


def opened(stems: Stems) -> Morfeusz | None:
    return Morfeusz(stems) if morfeusz2 is not None else None


def _restored(word: str) -> Iterator[str]:
    """The words that were meant, perhaps, by one typed without diacritics."""
    if not word.isascii() or len(word) > LONGEST_RESTORED:
        return
    places = [place for place, letter in enumerate(word) if letter in MARKED]
    most = len(places) if len(word) <= FEW_LETTERS else MARKS_LACKING
    for count in range(1, most + 1):
        for chosen in combinations(places, count):
            for marked in product(*(MARKED[word[place]] for place in chosen)):
                letters = list(word)
                for place, letter in zip(chosen, marked, strict=True):
                    letters[place] = letter
                yield "".join(letters)
