"""Which dates of a passage say when something happened, and which only refer to another time."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto

from events.legacy.sentences import sentences
from twinning.dates import HistoricalDate
from twinning.dates.parsing.folding import fold
from twinning.dates.points import Precision
from twinning.dates.prose import Told, told

# Before a date they tell of another time: "z 1994 r.", "za rok 2005", "of 1996".
REFERS_BEFORE = re.compile(
    r"(?:^|\W)(?:z|ze|za|na|do|po|przed|do konca|lat|of|before|after|by|for|until|since|dated|till)"
    r"(?:\s+(?:dnia|dniem|roku|rok|the year))?\W*$"
)
REFERS_INSIDE = re.compile(r"(?:na|do|po|przed|za|of|for|by|before|after|until|till)\b")
OPENS = re.compile(r"\W*(?:kiedy|gdy|when)\b")
# What may stand before the date that a sentence is about.
CONNECTORS = (
    "rowniez|ponadto|natomiast|takze|nastepnie|z kolei|dodatkowo|kolejno|potem|pozniej|tez|zas|"
    "also|then|later|moreover|finally|juz|jeszcze|i|a|oraz|and"
)
LEADS = re.compile(
    rf"\W*(?:(?:{CONNECTORS})\W+)*(?:w|we|on|in|dnia|dniu|dniach|the)?\W*"
    r"|\W*(?:data|termin|kiedy|dnia|date|when)\s*:?\W*"
)
LEADS_WITHIN = 40  # characters
EXPLICIT = re.compile(r"\b(?:dni(?:a|u|ach)|on)\b")
QUOTED = re.compile(r"[„“\"«][^„“”\"»]{0,200}[”\"»]|\([^()]{0,120}\)")
NTH_DAY = re.compile(
    r"\b(?:w\s+)?(pierwszego|drugiego|trzeciego|czwartego|piątego|ostatniego)\s+dnia\b"
    r"|\bw\s+(pierwszym|drugim|trzecim|czwartym|piątym|ostatnim)\s+dniu\b"
    r"|\bon\s+the\s+(first|second|third|fourth|fifth|last)\s+day\b",
    re.IGNORECASE,
)
NTH = ("pierw first", "drug second", "trzec third", "czwart fourth", "piąt fifth")
MONTHS = re.compile(
    r"\b(styczni|lut|marc|kwietni|maj|czerwc|lipc|sierpni|wrze[sś]ni|pa[zź]dziernik|listopad|grudni)"
    r"ow(?:y|a|e|ego|ej|emu|ym|ą|ych|ymi)\b",
    re.IGNORECASE,
)
MONTH_WITHIN = 200  # characters behind its year
MONTH_STEMS = (
    *("stycz", "lut", "marc", "kwiet", "maj", "czerw"),
    *("lipc", "sierp", "wrze", "pa", "listopad", "grud"),
)


class Role(Enum):
    EVENT = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """A date at `start`…`end` of a block, in its `sentence`th sentence.

    `leads` says that the sentence begins with it, `is_explicit` that it is called a day (“w dniu”).
    """

    start: int
    end: int
    date: HistoricalDate
    is_whole: bool
    role: Role
    sentence: int
    leads: bool
    is_explicit: bool

    @property
    def is_fine(self) -> bool:
        return is_fine(self.date)


def is_fine(date: HistoricalDate) -> bool:
    """True for days and months, false for years and more."""
    return all(point.precision >= Precision.SEASON for point in date.span.points)


def holds(outer: HistoricalDate, inner: HistoricalDate) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def touch(one: HistoricalDate, other: HistoricalDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def has_days(date: HistoricalDate) -> bool:
    return all(point.precision is Precision.DAY for point in date.span.points)


def mentions(text: str, context_year: int | None) -> list[Mention]:
    """All dates of a block, in their order."""
    found = told(text, context_year=context_year)
    if not found:
        return []
    folded = fold(text)
    asides = [match.span() for match in QUOTED.finditer(text)]
    return [_mention(text, folded, each, asides) for each in found]


def _mention(text: str, folded: str, each: Told, asides: list[tuple[int, int]]) -> Mention:
    spans = sentences(text)
    number = min(bisect_right(spans, each.start, key=lambda span: span.end), len(spans) - 1)
    begin = spans[number].start
    leads = (
        each.start - begin <= LEADS_WITHIN
        and LEADS.fullmatch(folded[begin : each.start]) is not None
    )
    date, role = each.date, Role.EVENT
    at = bisect_right(asides, (each.start, 0)) - 1
    aside = at >= 0 and each.end < asides[at][1]
    if date.is_open:
        date, role = _opened(date, folded, each, leads)
    elif aside or (not date.span.is_turn and _refers(folded, each, leads, date)):
        role = Role.REFERENCE
    date = _with_its_month(text, spans[number].end, each, date)
    explicit = EXPLICIT.search(folded, each.start, each.end)
    return Mention(each.start, each.end, date, each.is_whole, role, number, leads, bool(explicit))


def _refers(folded: str, each: Told, leads: bool, date: HistoricalDate) -> bool:
    if any(point.precision < Precision.YEAR for point in date.span.points):
        return not leads
    before = folded[max(each.start - 30, 0) : each.start]
    return bool(REFERS_BEFORE.search(before) or REFERS_INSIDE.match(folded, each.start))


def _opened(
    date: HistoricalDate, folded: str, each: Told, leads: bool
) -> tuple[HistoricalDate, Role]:
    """“Since 1998” tells of another time, but “od 1991 roku, kiedy podpisano …” of that year."""
    if date.span.first and OPENS.match(folded, each.end):
        return HistoricalDate(date.span.first.edtf), Role.EVENT
    stands_alone = leads and re.match(r"\s*[:–—-]\s", folded[each.end : each.end + 3])
    return date, Role.EVENT if stands_alone and date.span.first else Role.REFERENCE


def _with_its_month(text: str, end: int, each: Told, date: HistoricalDate) -> HistoricalDate:
    """“W 2004 r. podczas czerwcowego festiwalu” tells of June."""
    point = date.span.point
    if point is None or point.precision is not Precision.YEAR:
        return date
    match = MONTHS.search(text, each.end, min(end, each.end + MONTH_WITHIN))
    if match is None:
        return date
    stem = match[1].lower()
    month = next(at for at, each in enumerate(MONTH_STEMS, 1) if stem.startswith(each))
    return HistoricalDate(f"{point.year:04}-{month:02}{point.doubt}")


def nth_days(text: str, date: HistoricalDate) -> list[tuple[int, int, HistoricalDate]]:
    """“On the second day” of an entry that lasts several days: where it stands, and which it is."""
    days = date.certain_days
    if days is None or days[0] == days[1]:
        return []
    length = (days[1] - days[0]).days + 1
    found = []
    for match in NTH_DAY.finditer(text):
        word = next(filter(None, match.groups())).lower()
        number = next(
            (at for at, stems in enumerate(NTH) if word.startswith(tuple(stems.split()))),
            length - 1,
        )
        if number < length:
            ordinal = days[0].toordinal() + number
            found.append((*match.span(), HistoricalDate.of_day(days[0].fromordinal(ordinal))))
    return found
