"""Numbers that a text gives: how many people came, how many travelled, which edition it was."""

import re
from collections.abc import Iterable

from events.legacy.values import Confidence, Count, Proposed, Span
from events.models import Quantity
from twinning.dates.roman import NUMBERS

PEOPLE = (
    "uczestni|osób|osoby|osobami|osobom|zawodni|graczy|gracz|widzów|słuchaczy|gości\\b|gośćmi|mieszkańców"
    "|dzieci|uczniów|uczennic|studentów|przedstawicieli|sportowców|artystów|muzyków|biegaczy|młodych"
    "|participants|people|players|guests|visitors|spectators|runners|pupils|students|athletes"
    "|musicians|residents|children|representatives|delegates"
)
NUMBER_WORDS = {
    "stu": 100, "sto": 100, "dwustu": 200, "trzystu": 300, "czterystu": 400, "pięciuset": 500,
    "tysiąc": 1000, "a hundred": 100, "two hundred": 200, "a thousand": 1000,
}  # fmt: skip
QUALIFIERS = {
    Quantity.MORE_THAN: "ponad więcej niż przeszło more than over above",
    Quantity.NEARLY: "prawie niemal blisko nieomal nearly almost",
    Quantity.ABOUT: "około ok. ok ca about around some approximately circa",
}
_HOW = "|".join(
    sorted(
        ("ponad", "więcej niż", "przeszło", "more than", "over", "prawie", "niemal", "blisko",
         "nearly", "almost", "około", r"ok\.?", "ca", "about", "around", "approximately"),
        key=len,
        reverse=True,
    )
)  # fmt: skip
ATTENDANCE = re.compile(
    rf"(?:\b(?P<how>{_HOW})\s+)?"
    rf"(?<![\w.,/–-])(?P<number>\d{{1,3}}(?:[ \u00a0.]\d{{3}})+|\d{{1,6}}|{'|'.join(NUMBER_WORDS)})"
    rf"\s+(?:\w+\s+){{0,1}}?(?P<unit>(?:{PEOPLE})\w*)",
    re.IGNORECASE,
)
_SMALL = {
    "jedno": 1, "dwu": 2, "trzy": 3, "trój": 3, "cztero": 4, "pięcio": 5, "sześcio": 6,
    "siedmio": 7, "ośmio": 8, "dziewięcio": 9, "dziesięcio": 10, "dwunasto": 12, "piętnasto": 15,
    "dwudziesto": 20, "trzydziesto": 30, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
GROUPS = r"(?:delegacj|grup|reprezentacj|ekip|delegation|group|party|team)\w*"
_FEW = rf"\d{{1,3}}|{'|'.join(_SMALL)}"
SIZE = re.compile(
    rf"\b(?P<before>{_FEW})[- ]?(?:osobow\w+|member|strong|person)\s+(?:\w+\s+)?{GROUPS}"
    rf"|\b{GROUPS}\s+of\s+(?P<of>{_FEW})\b"
    rf"|\b{GROUPS}\s+liczył\w+\s+(?P<counted>\d{{1,3}})\b",
    re.IGNORECASE,
)
HAPPENINGS = (
    "edycj|turniej|festiwal|biennale|forum|konkurs|targ|kongres|spotka|przegląd|bieg|memoriał"
    "|mistrzostw|konferencj|zlot|jarmark|rajd|maraton|sesj|międzynarodow|ogólnopolsk|walne"
    "|edition|tournament|festival|fair|congress|meeting|race|championship|conference"
    "|international|annual"
)
_ROMAN = r"(?<![\w.])(?P<roman>[IVXLC]{1,7})"
EDITION = re.compile(
    rf"{_ROMAN}\.?\s+(?:już\s+)?(?=(?i:{HAPPENINGS}))"
    rf"|(?<![\w.])(?P<arabic>\d{{1,2}})(?:\.|st|nd|rd|th)\s+(?=(?i:{HAPPENINGS}))"
    r"|(?i:\bpo\s+raz\s+(?P<time>\d{1,2})\b)"
    r"|(?i:\bfor\s+the\s+(?P<timed>\d{1,2})(?:st|nd|rd|th)\s+time\b)"
    rf"|(?i:\b(?P<word>\w+)\s+(?:edycj\w+|edition|raz)\b)"
)
_ORDINALS = (
    "pierwsz first", "drug second", "trzeci third", "czwart fourth", "piąt fifth", "szóst sixth",
    "siódm seventh", "ósm eighth", "dziewiąt ninth", "dziesiąt tenth",
)  # fmt: skip
ONLINE = re.compile(
    r"\b(?:online|on-line|zdaln\w+|wideokonferencj\w*|video ?conference|webinar\w*)\b",
    re.IGNORECASE,
)
A_YEAR = re.compile(r"\b(?:w|z|rok|roku|lata|in|of|year)\s+$", re.IGNORECASE)
LARGEST = 1_000_000


def attendance(text: str, offset: int) -> Proposed[Count] | None:
    """The first number of people; one that says of whom rather than of players is less certain."""
    for match in ATTENDANCE.finditer(text):
        number = _number(match["number"])
        if not 2 <= number <= LARGEST or A_YEAR.search(
            text[max(match.start() - 8, 0) : match.start()]
        ):
            continue
        count = Count(number, _qualifier(match["how"] or ""), match["unit"])
        sure = Confidence.HIGH if number >= 20 else Confidence.MEDIUM
        return Proposed(count, sure, _span(match, offset))
    return None


def delegation_size(text: str, offset: int) -> Proposed[Count] | None:
    match = SIZE.search(text)
    if match is None:
        return None
    word = (match["before"] or match["of"] or match["counted"]).lower()
    number = int(word) if word.isdigit() else _SMALL[word]
    if not number:
        return None
    return Proposed(Count(number, Quantity.EXACT.value), Confidence.HIGH, _span(match, offset))


def edition(text: str, offset: int) -> Proposed[int] | None:
    """“XII Turniej”, “15. edycja”, “po raz 15”, “the third edition”."""
    for match in EDITION.finditer(text):
        if number := _edition(match):
            sure = Confidence.HIGH if match["roman"] or match["arabic"] else Confidence.MEDIUM
            return Proposed(number, sure, _span(match, offset))
    return None


def online(text: str, offset: int) -> Proposed[bool] | None:
    match = ONLINE.search(text)
    return Proposed(True, Confidence.HIGH, _span(match, offset)) if match else None


def _edition(match: re.Match[str]) -> int | None:
    if match["roman"]:
        return NUMBERS.get(match["roman"])
    if digits := match["arabic"] or match["time"] or match["timed"]:
        return int(digits) or None
    word = match["word"].lower()
    return next((at for at, stems in enumerate(_ORDINALS, 1) if _is_ordinal(word, stems)), None)


def _is_ordinal(word: str, stems: str) -> bool:
    polish, english = stems.split()
    return word == english or (word.startswith(polish) and len(word) - len(polish) <= 3)


def _number(text: str) -> int:
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits else NUMBER_WORDS[" ".join(text.lower().split())]


def _qualifier(how: str) -> str:
    how = how.lower()
    known: Iterable[tuple[Quantity, str]] = QUALIFIERS.items()
    return next((each.value for each, words in known if how and how in words), Quantity.EXACT.value)


def _span(match: re.Match[str], offset: int) -> Span:
    return Span(offset + match.start(), offset + match.end())
