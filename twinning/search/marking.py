"""Where a text answers a question: the words of it that share a term with one of the question's."""

from collections.abc import Iterator, Sequence

from twinning.search.passages import Match
from twinning.search.query_values import Query, SoughtPhrase
from twinning.search.words import Word, surface, terms, words_of


def matches(text: str, language: str, query: Query) -> list[Match]:
    """In the order of the text. The term's number tells the query's words and phrases apart."""
    words = list(words_of(text))
    found = [*_words(words, language, query), *_beginnings(words, query)]
    surfaces = [surface(word.text) for word in words] if query.phrases else []
    for number, phrase in enumerate(query.phrases, start=len(query.words)):
        found += _phrase(words, surfaces, phrase, number)
    return sorted(found)


def _words(words: Sequence[Word], language: str, query: Query) -> Iterator[Match]:
    for word in words:
        kept = terms(word.text, language)
        for number, sought in enumerate(query.words):
            if not kept.isdisjoint(sought.terms):
                yield Match(word.start, word.end, number)
                break


def _beginnings(words: Sequence[Word], query: Query) -> Iterator[Match]:
    if query.prefix:
        number = len(query.words) + len(query.phrases)
        for word in words:
            if surface(word.text).startswith(query.prefix):
                yield Match(word.start, word.end, number)


def _phrase(
    words: Sequence[Word], surfaces: Sequence[str], phrase: SoughtPhrase, number: int
) -> Iterator[Match]:
    sought = list(phrase.surfaces)
    for at in range(len(words) - len(sought) + 1 if sought else 0):
        if surfaces[at : at + len(sought)] == sought:
            yield Match(words[at].start, words[at + len(sought) - 1].end, number)
