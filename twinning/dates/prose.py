"""Dates in sentences that tell of something: what a chronicle says about when.

Unlike `finding`, which reads what somebody looks for, this knows that a day may take its year from
a heading, that a bare number is rarely a year (“300 osób”, “targi GLOB 2002”) and that Polish has
words which look like months once their letters are plain (“się”, “mają”).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.finding import FIRST_YEAR, LAST_YEAR
from twinning.dates.parsing.folding import fold
from twinning.dates.parsing.lexer import tokens
from twinning.dates.parsing.tokens import Kind
from twinning.dates.value import HistoricalDate

LONGEST = 9  # words of one date: "od 31 stycznia do 2 lutego 2007 r." has eight
WORD = re.compile(r"[^\s|\[\]{}<>]+")
# What says when by itself; any other word of a date only helps.
ANCHORS = {Kind.MONTH, Kind.YEAR_NUMBER, Kind.NUMERIC, Kind.YEAR_PAIR, Kind.DECADE, Kind.CENTURY}
# Words that only look like parts of a date once they are folded.
NEVER = {"się", "mają"}
HELPS_NOBODY = {
    *("w", "we", "i", "a", "oraz", "na", "do", "dni", "dnia", "dniu", "dniach"),
    *("in", "at", "on", "of", "the", "and", "to"),
}
IS_A_YEAR = re.compile(r"\b(?:r|rr|roku?|roki|rokiem|lata?|latach|years?|br)\b|\br\.")
IN_A_YEAR = re.compile(r"^(?:w|we|in|during|since|from|od|do|until|z|za|na|po|przed|by|of)\b")
ONLY_YEARS = {Kind.YEAR_NUMBER, Kind.YEAR_PAIR, Kind.DASH, Kind.NOISE, Kind.AND, Kind.FROM, Kind.TO}
SAYS_A_YEAR = re.compile(r"\d{4}|\d\.\d{1,2}\.\d{2}(?!\d)")
CALLED_A_DAY = re.compile(r"\b(?:w\s+)?(?:dn\.|dni(?:a|u|ach)|on)\b\s*")
MODAL = re.compile(r"^may\b", re.IGNORECASE)
LONGEST_EDGE = 20  # characters of bullets and spaces before a date that stands first
ENDS_A_HEADING = re.compile(r"[ \t\u00a0]*(?:[–—:;.)\n|-]|$)")
ANY_LEAP_YEAR = 2000  # holds the place of a year that comes later or not at all
EDGES = ' \t\n\r\f\v\u00a0.,:;()"„”“»«!?–—-…•*'


@dataclass(frozen=True, slots=True)
class Told:
    """A date and the words of the text that tell it.

    `is_whole` is False where the year was not said and comes from the context.
    """

    start: int
    end: int
    date: HistoricalDate
    is_whole: bool


def told(text: str, *, context_year: int | None = None) -> list[Told]:
    """All dates of a passage in their order, none of them overlapping another.

    A day or a month without a year takes that of the next date in the same breath (“12 maja i
    3 czerwca 2005 r.”), else `context_year`, else that of the date before it; without any of them
    it is passed over.
    """
    words = [(word.start(), word.end()) for word in WORD.finditer(text)]
    known = [_kinds(text[start:end]) for start, end in words]
    found: list[Told] = []
    waiting: set[int] = set()  # where dates begin that have no year so far
    at = 0
    while at < len(words):
        reach = _reach(known, at)
        year = context_year or _latest_year(found, waiting)
        each, used = _longest(text, words[at:reach], known[at:reach], year or ANY_LEAP_YEAR)
        if each is not None:
            found.append(each)
            if year is None and not each.is_whole:
                waiting.add(each.start)
        at += used
    return [each for each in _settled(text, found, waiting) if each.start not in waiting]


def _latest_year(found: list[Told], waiting: set[int]) -> int | None:
    known = (each.date for each in reversed(found) if each.start not in waiting)
    return next((date.earliest.year for date in known if date.span.first), None)


def _reach(known: list[frozenset[Kind]], first: int) -> int:
    last = first
    while last < min(first + LONGEST, len(known)) and known[last]:
        last += 1
    return last


def _longest(
    text: str,
    words: list[tuple[int, int]],
    known: list[frozenset[Kind]],
    context_year: int,
) -> tuple[Told | None, int]:
    """The longest reading from the first word on, and how many words it takes."""
    for count in range(len(words), 0, -1):
        if not any(kinds & ANCHORS or Kind.CURRENT in kinds for kinds in known[:count]):
            break
        start, end = _trimmed(text, words[0][0], words[count - 1][1])
        if start < end and (read := _read(text, start, end, context_year)):
            return read, sum(word[0] < end for word in words)
    return None, 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the punctuation and the little words at its end that belong to what follows."""
    while start < end and text[start] in EDGES:
        start += 1
    while True:
        while start < end and text[end - 1] in EDGES and not text.endswith("r.", 0, end):
            end -= 1
        last = max(text.rfind(" ", start, end), text.rfind("\u00a0", start, end))
        if last < start or text[last + 1 : end].lower() not in HELPS_NOBODY:
            return start, end
        end = last


def _read(text: str, start: int, end: int, context_year: int) -> Told | None:
    phrase = text[start:end]
    if not _could_be_meant(text, start, end) or _is_rest_of_a_day(text, start, phrase):
        return None
    date, is_whole = _parsed(phrase, None), True
    if date is None:
        date, is_whole = _parsed(phrase, context_year), False
    if date is None or not _is_plausible(date):
        return None
    return Told(start, end, date, is_whole)


def _could_be_meant(text: str, start: int, end: int) -> bool:
    """Whether a phrase without a day or a month is marked as years, or as the month it names."""
    phrase = text[start:end]
    folded = fold(phrase)
    kinds = _kinds_within(phrase)
    if Kind.MONTH in kinds and not kinds & {Kind.DAY_NUMBER, Kind.YEAR_NUMBER, Kind.CURRENT}:
        # "Michał Luty", "may", "March": a month alone needs its preposition.
        return bool(IN_A_YEAR.match(folded)) or _stands_first(text, start)
    if kinds <= {Kind.CURRENT}:
        return False  # "tego kraju", "this": nothing but a pointer
    if kinds <= {Kind.NUMERIC, Kind.DASH, Kind.NOISE} and not SAYS_A_YEAR.search(phrase):
        # "12.05." may be a day, "godz. 12.05" a time and "3/1" anything.
        called = CALLED_A_DAY.search(fold(text[max(start - 8, 0) : start])) is not None
        return "/" not in phrase and (
            called or bool(CALLED_A_DAY.match(folded)) or _stands_first(text, start)
        )
    if Kind.MONTH in kinds and MODAL.match(folded) and Kind.YEAR_NUMBER not in kinds:
        return bool(re.search(r"\d", phrase))
    if kinds <= ONLY_YEARS:
        marked = IS_A_YEAR.search(folded) or IN_A_YEAR.match(folded)
        return bool(marked) or (_stands_first(text, start) and _ends_a_heading(text, end))
    return True


def _is_rest_of_a_day(text: str, start: int, phrase: str) -> bool:
    """“lutego 2010” behind “31”: there is no such day, and February wasn't meant either."""
    return phrase[0].isalpha() and bool(re.search(r"\d[ \u00a0]$", text[max(start - 2, 0) : start]))


def _stands_first(text: str, start: int) -> bool:
    before = text[max(start - LONGEST_EDGE, text.rfind("\n", 0, start) + 1) : start]
    return len(before) < LONGEST_EDGE and not before.strip(EDGES)


def _ends_a_heading(text: str, end: int) -> bool:
    """“1994 – wizyta”, “1994: wizyta”, or the year alone in its line."""
    return ENDS_A_HEADING.match(text, end) is not None


@lru_cache(maxsize=1 << 14)
def _parsed(phrase: str, context_year: int | None) -> HistoricalDate | None:
    try:
        return HistoricalDate.parse(phrase, context_year=context_year)
    except DateNotUnderstood:
        return None


def _is_plausible(date: HistoricalDate) -> bool:
    first = date.earliest.year if date.span.first else FIRST_YEAR
    last = date.latest.year if date.span.last else LAST_YEAR
    return first >= FIRST_YEAR and last <= LAST_YEAR


@lru_cache(maxsize=1 << 14)
def _kinds_within(phrase: str) -> frozenset[Kind]:
    return frozenset(token.kind for token in tokens(phrase))


@lru_cache(maxsize=1 << 16)
def _kinds(word: str) -> frozenset[Kind]:
    """The kinds of what a word may say in a date; none where it isn't a word of dates."""
    bare = word.strip(EDGES).lower()
    if bare in NEVER:
        return frozenset()
    known = tokens(word)
    if any(each.kind is Kind.UNKNOWN for each in known):
        return frozenset()
    return frozenset(each.kind for each in known) or frozenset({Kind.NOISE})


def _settled(text: str, found: list[Told], waiting: set[int]) -> list[Told]:
    """Dates without a year take that of the next one in the same breath, and wait no longer."""
    after: Told | None = None
    settled: list[Told] = []
    for each in reversed(found):
        lends = after if after and after.date.span.first else None
        if lends and not each.is_whole and _is_one_breath(text[each.end : lends.start]):
            each = _in_year(each, text, lends.date.earliest.year)
            if lends.start not in waiting:
                waiting.discard(each.start)
        settled.append(each)
        after = each
    return settled[::-1]


def _is_one_breath(between: str) -> bool:
    return set(between.lower().replace(",", " ").split()) <= {"i", "oraz", "a", "and", "w", "dniu"}


def _in_year(each: Told, text: str, year: int) -> Told:
    date = _parsed(text[each.start : each.end], year)
    return Told(each.start, each.end, date, is_whole=False) if date else each
