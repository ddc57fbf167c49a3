"""What the databases are given to keep and to look for: words without blanks, the same in both.

A text's words are kept as its terms (`twinning.search.words`), those of titles a second time behind
`^`. Beside them stand what isn't a word of a text: `#kind/visit` is a value of a facet,
`#shelf/2014-09` the month in which a record begins, and `#all` is on every record.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from twinning.search.words import surface, terms, words_of

ALL = "#all"
# Between two texts, so that no phrase reaches from one to the other.
BOUNDARY = "\N{PILCROW SIGN}"
TITLE = "^"
LONGEST_SPAN = 150  # years that a record may list one by one
MANY_YEARS = "#years/many"


def titled(term: str) -> str:
    return f"{TITLE}{term}"


def of_facet(facet: str, value: str) -> str:
    return f"#{facet}/{value}"


def facet_of(lexeme: str) -> tuple[str, str]:
    """The facet and the value that `of_facet` made one of."""
    facet, _slash, value = lexeme[1:].partition("/")
    return facet, value


def of_year(year: int) -> str:
    return f"#years/{year}"


def of_years(first: int, last: int) -> list[str]:
    if last - first > LONGEST_SPAN:
        return [MANY_YEARS]
    return [of_year(year) for year in range(first, last + 1)]


def of_shelf(day: date | None) -> str:
    """Where an entry stands in the order of results, roughly: with those of its month."""
    return f"#shelf/{day.isoformat()[:7] if day else 'none'}"


def sequence(text: str) -> Iterator[str]:
    """Its words as they are written, in order."""
    return (f"={surface(word.text)}" for word in words_of(text))


def bases(text: str, language: str) -> set[str]:
    """All terms of its words."""
    return set().union(*(terms(word.text, language) for word in words_of(text)))


def field_text(texts: Iterable[tuple[str, str]]) -> str:
    """Texts with their languages as one text of lexemes: those as written in order, then bases.

    It begins and ends with a blank, so that ` park ` in it is a lexeme.
    """
    written: list[str] = []
    others: set[str] = set()
    for text, language in texts:
        written += [*sequence(text), BOUNDARY]
        others |= bases(text, language)
    return f" {' '.join([*written, *sorted(others - set(written))])} " if written else " "
