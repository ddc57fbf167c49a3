"""What people look for, each kind many times."""

from datetime import date
from random import Random

from bench.sentences import LIKE, WHAT, WHERE, Sentences
from twinning.search.query_values import Query, SoughtPhrase, words_typed


def searches(sentences: Sentences, rounds: int) -> dict[str, list[Query]]:
    random = Random(7)  # noqa: S311 — no secret
    rare = [random.choice(sentences.rare) for _ in range(rounds)]
    what = [random.choice(WHAT) for _ in range(rounds)]
    where = [random.choice(WHERE) for _ in range(rounds)]
    years = [random.randint(1992, 2025) for _ in range(rounds)]
    like = [random.choice(LIKE) for _ in range(rounds)]
    return {
        "one rare word": [_words(word) for word in rare],
        "two words": [_words(f"{a} {b}") for a, b in zip(what, rare, strict=True)],
        "inflected": [_words(f"{a} {b}") for a, b in zip(like, where, strict=True)],
        "phrase": [
            Query("pl", phrases=(SoughtPhrase.typed(f"{a} w {b}"),))
            for a, b in zip(rare, where, strict=True)
        ],
        "with a year": [_in_year(word, year) for word, year in zip(what, years, strict=True)],
        "with a facet": [
            Query("pl", words=words_typed(word), facets={"kind": frozenset({"visit"})})
            for word in what
        ],
        "common word": [_words(word) for word in where],
    }


def _words(text: str) -> Query:
    return Query("pl", words=words_typed(text))


def _in_year(text: str, year: int) -> Query:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Query("pl", words=words_typed(text), earliest=first, latest=last)
