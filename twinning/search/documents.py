"""What a record gives to be found by, as plain values."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from twinning.search import lexemes
from twinning.search.words import surface, words_of

LONGEST_WRITTEN = 96


class Passage(NamedTuple):
    """A text and the language that it is in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Document:
    """A record in one language, as it is public for a time.

    Its texts rank in the order title, names, dates, body; they may be in other languages, where
    these stand in for a translation. `facets` are pairs of facet and value. What has a date is
    found by the days from `earliest` to `latest`.
    """

    key: int
    language: str
    title: tuple[Passage, ...]
    names: tuple[Passage, ...] = ()
    dates: tuple[Passage, ...] = ()
    body: tuple[Passage, ...] = ()
    facets: frozenset[tuple[str, str]] = frozenset()
    earliest: date | None = None
    latest: date | None = None

    @property
    def texts(self) -> tuple[Passage, ...]:
        return (*self.title, *self.names, *self.dates, *self.body)

    @property
    def facet_lexemes(self) -> list[str]:
        of_facets = {lexemes.of_facet(*pair) for pair in self.facets}
        if self.earliest and self.latest:
            of_facets.update(lexemes.of_years(self.earliest.year, self.latest.year))
        return sorted(of_facets)

    @property
    def sequence(self) -> list[str]:
        """Its words as they are written, in order, with a boundary between texts."""
        found: list[str] = []
        for text in self.texts:
            found += [*lexemes.sequence(text.text), lexemes.BOUNDARY]
        return found

    @property
    def unordered(self) -> set[str]:
        """All its lexemes, whatever the order. Those of `sequence` may be among them."""
        found = {lexemes.ALL, lexemes.of_shelf(self.earliest)}
        found.update(self.facet_lexemes)
        for text in self.title:
            found.update(map(lexemes.titled, lexemes.bases(*text)))
        for text in self.texts:
            found |= lexemes.bases(*text)
        return found

    @property
    def written_words(self) -> dict[str, str]:
        """Its words, folded, each with a way in which it writes it."""
        return dict(_written(self.texts))


def _written(texts: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for word in words_of(text.text):
            whole = unicodedata.normalize("NFC", word.text.lower())
            yield surface(word.text), whole.replace("\N{SOFT HYPHEN}", "")[:LONGEST_WRITTEN]
