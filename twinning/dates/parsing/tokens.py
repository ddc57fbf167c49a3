"""The kinds of words and numbers that dates are made of."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """The value is the letter that stands for the kind in the patterns of `pieces`."""

    DAY_NUMBER = "n"  # one or two digits: a day, a decade, a century
    YEAR_NUMBER = "Y"  # three or four digits
    NUMERIC = "d"  # 13.06.2010, 30.05., 06.2014; value: (day, month, year), None if absent
    YEAR_PAIR = "P"  # 2009/2010; value: both years
    MONTH = "M"
    SEASON = "S"
    ROMAN = "R"
    CENTURY = "C"
    YEARS = "L"  # "lata", "the years"
    DECADE = "D"  # "1990s", "dziewięćdziesiąte"; value: 90
    ORDINAL = "O"
    DECADE_WORD = "K"
    CURRENT = "c"  # "br."
    WEEKDAY = "w"  # value: 0 is Monday
    ABOUT = "~"
    MAYBE = "?"
    DASH = "-"
    AND = "&"
    FROM = ">"
    SINCE = "s"
    TO = "<"
    TURN = "t"
    PRESENT = "p"
    VAGUE = "v"
    NOISE = "_"
    UNKNOWN = "x"


Words = dict[str, tuple[Kind, int]]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number at `start`…`end` of the text; `word` is its folded spelling.

    `numbers` are the several values of a numeric date or a pair of years, and the century that
    a decade in digits may tell.
    """

    kind: Kind
    value: int
    word: str
    start: int
    end: int
    numbers: tuple[int | None, ...] = ()


def words(kind: Kind, text: str, value: int = 0) -> Words:
    """All words of a space-separated text as the same kind and value."""
    return dict.fromkeys(text.split(), (kind, value))


def numbered(kind: Kind, *texts: str, start: int = 1) -> Words:
    """Each text's words with its number: months, weekdays, seasons."""
    return {
        word: (kind, number) for number, text in enumerate(texts, start) for word in text.split()
    }
