"""From what a person typed to what is looked for."""

from collections.abc import Mapping

from twinning.search.grammar import Part, Typed
from twinning.search.query_values import Query, SoughtPhrase, SoughtWord, words_typed
from twinning.search.words import surface, words_of


def query_of(
    typed: Typed, language: str, facets: Mapping[str, frozenset[str]] | None = None
) -> Query:
    """`language` is the reader's. Of several dates everything between counts."""
    prefix, words = _prefix(typed.wanted)
    when = typed.when
    return Query(
        language=language,
        words=words_typed(words) if words else (),
        phrases=tuple(SoughtPhrase.typed(part.text) for part in typed.wanted if part.is_phrase),
        without=tuple(_without(part) for part in typed.excluded),
        prefix=prefix,
        earliest=when.earliest if when and when.span.first else None,
        latest=when.latest if when and when.span.last else None,
        row=tuple(surface(word.text) for part in typed.wanted for word in words_of(part.text)),
        facets=facets or {},
    )


def _prefix(parts: tuple[Part, ...]) -> tuple[str, str]:
    """The beginning of a word, folded, and the words that are whole. There is one at most."""
    words, prefix = [], ""
    for part in parts:
        if part.is_phrase:
            continue
        found = [word.text for word in words_of(part.text)]
        if part.is_prefix and found:
            prefix = surface(found.pop())
        words += found
    return prefix, " ".join(words)


def _without(part: Part) -> SoughtWord | SoughtPhrase:
    words = [word.text for word in words_of(part.text)]
    if len(words) == 1 and not part.is_phrase:
        return SoughtWord.typed(words[0])
    return SoughtPhrase.typed(part.text)
