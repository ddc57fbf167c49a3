"""What is looked for, as plain values: whoever reads what a person typed makes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings

from twinning.search.words import is_function_word, surface, terms_sought, words_of


@dataclass(frozen=True, slots=True)
class SoughtWord:
    """A word as it was typed. A text holds it that holds any of its `terms`."""

    text: str
    terms: frozenset[str]

    @classmethod
    def typed(cls, text: str) -> "SoughtWord":
        """By the grammar of all languages of the site, since nobody says which one they type."""
        codes = [code for code, _name in settings.LANGUAGES]
        return cls(text, frozenset().union(*(terms_sought(text, code) for code in codes)))

    @property
    def is_function_word(self) -> bool:
        """Whether it is one in some language: in a search for several words it is left out."""
        return any(is_function_word(self.text, code) for code, _name in settings.LANGUAGES)


@dataclass(frozen=True, slots=True)
class SoughtPhrase:
    """Words as they are written, folded, one right after another."""

    text: str
    surfaces: tuple[str, ...]

    @classmethod
    def typed(cls, text: str) -> "SoughtPhrase":
        return cls(text, tuple(surface(word.text) for word in words_of(text)))


@dataclass(frozen=True, slots=True)
class Query:
    """A search. A record is found if some text of it holds all `words` and `phrases`, a word that
    begins with `prefix` (folded; "" for none), and nothing of `without`; if its date touches the
    days from `earliest` to `latest`; and if it has, of each facet in `facets`, one of the values.

    `language` is the reader's: a record found in several languages is shown in this one. `row` are
    all words as they were typed, folded: a name that holds them in a row fits better.
    """

    language: str
    words: tuple[SoughtWord, ...] = ()
    phrases: tuple[SoughtPhrase, ...] = ()
    without: tuple[SoughtWord | SoughtPhrase, ...] = ()
    prefix: str = ""
    earliest: date | None = None
    latest: date | None = None
    row: tuple[str, ...] = ()
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked for; an exclusion alone asks for nothing."""
        return not (
            self.words
            or any(phrase.surfaces for phrase in self.phrases)
            or self.prefix
            or self.earliest
            or self.latest
            or any(self.facets.values())
        )


def words_typed(text: str) -> tuple[SoughtWord, ...]:
    """The words to look for in what somebody typed, each once; function words only if all are."""
    typed = {surface(word.text): SoughtWord.typed(word.text) for word in words_of(text)}
    return tuple(word for word in typed.values() if not word.is_function_word) or tuple(
        typed.values()
    )
