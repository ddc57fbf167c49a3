"""Dates among other words: what a question such as “koncerty w latach 90.” says about when."""

import re
from dataclasses import dataclass

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.parsing.folding import fold
from twinning.dates.parsing.lexer import tokens
from twinning.dates.parsing.tokens import Kind
from twinning.dates.value import HistoricalDate

LONGEST = 9  # words of one date: "od 31 stycznia do 2 lutego 2007 r." has eight
FIRST_YEAR, LAST_YEAR = 1000, 2199  # beyond them a number is rather a number than a year
# "Before" and "after" are too vague to be kept, yet say enough to look by.
UNTIL, SINCE = ("przed", "before"), ("po", "after")
WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A date and where it stands in the text, with the little words that belong to it."""

    start: int
    end: int
    date: HistoricalDate


def mentioned(text: str) -> list[Mention]:
    """All dates in a text that name a year, a decade or a century, the longest reading of each."""
    words = [(word.start(), word.end()) for word in WORD.finditer(text)]
    dated = [_may_belong_to_a_date(text[start:end]) for start, end in words]
    found, at = [], 0
    while at < len(words):
        mention = _longest(text, words, dated, at)
        if mention:
            found.append(mention)
        at += len(WORD.findall(text[mention.start : mention.end])) if mention else 1
    return found


def _longest(
    text: str, words: list[tuple[int, int]], dated: list[bool], first: int
) -> Mention | None:
    reach = first
    while reach < min(first + LONGEST, len(words)) and dated[reach]:
        reach += 1
    for last in range(reach - 1, first - 1, -1):
        start, end = words[first][0], words[last][1]
        if date := _read(text[start:end]):
            return Mention(start, end, date)
    return None


def _may_belong_to_a_date(word: str) -> bool:
    known = tokens(word)
    is_excluded = word.startswith("-") and word != "-"
    return not is_excluded and all(each.kind is not Kind.UNKNOWN for each in known)


def _read(text: str) -> HistoricalDate | None:
    first, _space, rest = text.partition(" ")
    word = fold(first)
    if rest and word in UNTIL + SINCE:
        text = ("until " if word in UNTIL else "since ") + rest
    elif rest and [each.kind for each in tokens(first)] == [Kind.VAGUE]:
        text = rest  # "początek lat 90." is looked for in all of them
    try:
        date = HistoricalDate.parse(text)
    except DateNotUnderstood:
        return None
    ends = [date.earliest.year if date.span.first else FIRST_YEAR]
    ends.append(date.latest.year if date.span.last else LAST_YEAR)
    return date if all(FIRST_YEAR <= year <= LAST_YEAR for year in ends) else None
