"""Known names in a text, whatever case they stand in: by base forms, and by endings."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from events.legacy.names import Form, Name, Names
from events.legacy.values import Confidence, Known, Proposed, Span
from twinning.search.words import Word, surface, terms, words_of

# Endings that Polish puts to names which no dictionary has: Buhlera, Vincentem, Thiollierowi.
ENDINGS = (
    "a",
    "u",
    "y",
    "i",
    "e",
    "em",
    "iem",
    "ie",
    "owi",
    "ego",
    "emu",
    "ym",
    "im",
    "ej",
    "ow",
    "s",
)
SHORTEST_STEM = 4
BETWEEN = frozenset(" \t\u00a0-–—\"„”“«».'’")
WIDEST_GAP = 4
ABBREVIATED = {"st": "saint", "ste": "sainte"}
TITLES = {
    *("pan", "pani", "pana", "panem", "panu", "panie", "prezydent", "prezydenta", "prezydentem"),
    *("burmistrz", "burmistrza", "burmistrzem", "mer", "mera", "merem", "wicemer", "wicemera"),
    *("wiceprezydent", "wiceprezydenta", "prezes", "prezesa", "ambasador", "ambasadora", "konsul"),
    *("mr", "mrs", "ms", "mayor", "president", "ambassador", "consul", "katowic", "miasta"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text. `first` and `last` are the words it takes."""

    known: Known
    span: Span
    form: Form
    is_as_written: bool
    first: int
    last: int

    @property
    def confidence(self) -> Confidence:
        if self.form is Form.WHOLE and (self.is_as_written or self.last > self.first):
            return Confidence.HIGH
        return Confidence.LOW if self.form is Form.BY_TITLE else Confidence.MEDIUM

    def proposed(self) -> Proposed[Known]:
        return Proposed(self.known, self.confidence, self.span)


class Recogniser:
    """Every known name of one text. A longer name goes before those inside it."""

    def __init__(self, text: str, language: str, names: Names) -> None:
        self._text = text
        self._names = names
        self._words = list(words_of(text))
        self._language = language
        self._found = list(self._all())
        self._starts = [each.span.start for each in self._found]

    def within(self, span: Span) -> Sequence[Found]:
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [each for each in self._found[first:last] if span.holds(each.span)]

    def _all(self) -> Iterator[Found]:
        at = 0
        while at < len(self._words):
            found = self._longest(at)
            if found:
                yield found
            at = found.last + 1 if found else at + 1

    def _longest(self, at: int) -> Found | None:
        word = self._words[at]
        if not (word.text[0].isupper() or word.text[0].isdigit()):
            # A name may begin small: "domu miasta", never in its first and only word.
            candidates = [name for name in self._beginning_with(word) if len(name.words) > 1]
        else:
            candidates = list(self._beginning_with(word))
        fitting = [name for name in candidates if self._fits(name, at)]
        if not fitting:
            return None
        best = max(fitting, key=lambda name: (len(name.words), name.form, -name.known.pk))
        last = at + len(best.words) - 1
        as_written = all(
            f"={surface(self._words[at + place].text)}" in best.words[place]
            for place in range(len(best.words))
        )
        span = Span(word.start, self._words[last].end)
        return Found(best.known, span, best.form, as_written, at, last)

    def _beginning_with(self, word: Word) -> Iterator[Name]:
        seen: set[int] = set()
        for term in terms_of(word.text, self._language):
            for name in self._names.by_first.get(term, ()):
                if id(name) not in seen:
                    seen.add(id(name))
                    yield name

    def _fits(self, name: Name, at: int) -> bool:
        if at + len(name.words) > len(self._words):
            return False
        for place, wanted in enumerate(name.words):
            word = self._words[at + place]
            if place and not self._is_near(self._words[at + place - 1], word):
                return False
            if not wanted & terms_of(word.text, self._language):
                return False
        span = self._text[self._words[at].start : self._words[at + len(name.words) - 1].end]
        if span.islower():  # "www.maison-saint-etienne.fr"
            return False
        if name.is_acronym and not self._words[at].text[:2].isupper():
            return False
        return name.form is not Form.BY_TITLE or self._is_titled(at)

    def _is_near(self, before: Word, after: Word) -> bool:
        gap = self._text[before.end : after.start]
        return len(gap) <= WIDEST_GAP and set(gap) <= BETWEEN

    def _is_titled(self, at: int) -> bool:
        if not at or not self._words[at].text[0].isupper():
            return False
        before = self._words[at - 1]
        if len(before.text) == 1:  # an initial: "J. Śmiałek"
            return before.text.isupper()
        return surface(before.text) in TITLES


@lru_cache(maxsize=1 << 16)
def terms_of(word: str, language: str) -> frozenset[str]:
    """What a word of a text may share with a name, which is kept with a sign before each term."""
    plain = surface(word)
    found = {term if term[0] in "=~" else f"={term}" for term in terms(word, language)}
    found |= {
        f"={plain[: -len(ending)]}"
        for ending in ENDINGS
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST_STEM
    }
    if plain in ABBREVIATED:
        found.add(f"={ABBREVIATED[plain]}")
    return frozenset(found)
