"""From one edition of a series to the next."""

import re

from events.models import Event
from twinning.dates.roman import NUMBERS, to_roman

_ROMAN = re.compile(r"\b[IVXLC]+\b(?=\s+\w)")  # followed by a word: not the II of “Jana Pawła II”
_DOTTED = re.compile(r"\b(\d{1,3})\.(?=\s)")
_ORDINAL = re.compile(r"\b(\d{1,3})(st|nd|rd|th)\b")


def next_edition(event: Event) -> int | None:
    """The first number above the event's own that the series doesn't have; None without one."""
    if event.edition is None:
        return None
    taken = Event.objects.filter(series=event.series, edition__gt=event.edition)
    numbers = set(taken.values_list("edition", flat=True))
    return next(number for number in range(event.edition + 1, 40_000) if number not in numbers)


def raised(title: str, edition: int | None, following: int | None) -> str:
    """The title with its numeral raised: “XII Turniej” → “XIII Turniej”, “12.” → “13.”.

    With a known `edition` only a numeral that says it; else the first one, by one.
    """
    for pattern, read, write in _SPELLINGS:
        for match in pattern.finditer(title):
            number = read(match)
            if number is not None and edition in (None, number):
                new = write((following or number + 1) if edition is not None else number + 1)
                return title[: match.start()] + new + title[match.end() :]
    return title


def _roman(match: re.Match[str]) -> int | None:
    return NUMBERS.get(match[0])


def _number(match: re.Match[str]) -> int | None:
    return int(match[1])


def _write_roman(number: int) -> str:
    return to_roman(number) if number <= max(NUMBERS.values()) else str(number)


def _dotted(number: int) -> str:
    return f"{number}."


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


_SPELLINGS = (
    (_ROMAN, _roman, _write_roman),
    (_ORDINAL, _number, _ordinal),
    (_DOTTED, _number, _dotted),
)
