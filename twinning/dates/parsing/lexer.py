"""From text to tokens."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from twinning.dates.parsing import english, polish
from twinning.dates.parsing.folding import fold
from twinning.dates.parsing.tokens import Kind, Token, Words
from twinning.dates.points import SUMMER
from twinning.dates.roman import NUMBERS

DAY, YEAR, END = r"[0-9]{1,2}", r"[0-9]{4}", r"(?![0-9])"
TOKEN = re.compile(
    rf"""
      (?P<ymd>{YEAR}(?P<ymd_sign>[-./]){DAY}(?P=ymd_sign){DAY}{END})
    | (?P<dmy>{DAY}\ ?(?P<dmy_sign>[-./])\ ?{DAY}\ ?(?P=dmy_sign)\ ?{YEAR}{END})
    | (?P<dmyy>{DAY}\.{DAY}\.[0-9]{{2}}(?!\.?[0-9]))
    | (?P<ym>{YEAR}[-.](?:0[1-9]|1[0-2]){END})
    | (?P<my>{DAY}[./]{YEAR}{END})
    | (?P<pair>[0-9]{{3,4}}\ ?/\ ?[0-9]{{3,4}}{END}|{YEAR}(?:\ ?/\ ?|[-–])[0-9]{{2}}(?!\.?[0-9]))
    | (?P<dm>{DAY}[./]{DAY}(?:\.|{END}))
    | (?P<decade>'?[0-9]{{2,4}}(?:'?s|-?(?:te|tych))\b)
    | (?P<number>[0-9]+)(?:st|nd|rd|th|-?(?:go|ego|tego|ty|tym))?(?![0-9])
    | (?P<current>b\.?\ ?r\b)
    | (?P<word>[^\W\d_]+)
    | (?P<dash>[-–]+)
    | (?P<sign>[?~&])
    | (?P<punctuation>[\s.,:;()"„”“]+)
    | (?P<other>.)
    """,
    re.VERBOSE,
)
SIGNS = {"?": Kind.MAYBE, "~": Kind.ABOUT, "&": Kind.AND}
TAKES_GENITIVE = {Kind.FROM, Kind.TO, Kind.SINCE, Kind.ABOUT, Kind.TURN, Kind.AND}


def tokens(text: str, language: str | None = None) -> list[Token]:
    """All tokens of a text but mere noise. Where both languages have a word, `language` wins."""
    lexicon = polish.WORDS | english.WORDS
    if language and language.startswith("pl"):
        lexicon = english.WORDS | polish.WORDS
    found = [
        _token(match, text, lexicon)
        for match in TOKEN.finditer(fold(text))
        if match.lastgroup != "punctuation"
    ]
    return [token for token in _in_context(found, text) if token.kind is not Kind.NOISE]


def _token(match: re.Match[str], text: str, lexicon: Words) -> Token:
    group = match.lastgroup or "other"
    place = match.group(), match.start(), match.end()
    digits = re.findall("[0-9]+", match[group])
    if group in {"ymd", "dmy", "dmyy", "ym", "my", "dm"}:
        return Token(Kind.NUMERIC, 0, *place, _day_month_year(group, [int(d) for d in digits]))
    if group == "pair":
        first, second = map(int, digits)
        return Token(Kind.YEAR_PAIR, 0, *place, (first, _later_year(first, second)))
    if group == "decade":
        century = int(digits[0][:-2]) + 1 if len(digits[0]) > 2 else None
        return Token(Kind.DECADE, int(digits[0][-2:]), *place, (century,))
    kind, value = _classified(group, match[group], lexicon)
    original = text[match.start() : match.end()]
    if kind is Kind.UNKNOWN and original in NUMBERS:
        kind, value = Kind.ROMAN, NUMBERS[original]
    return Token(kind, value, *place)


def _classified(group: str, text: str, lexicon: Words) -> tuple[Kind, int]:
    match group:
        case "number" if len(text) <= 4:
            return Kind.DAY_NUMBER if len(text) <= 2 else Kind.YEAR_NUMBER, int(text)
        case "word":
            return lexicon.get(text, (Kind.UNKNOWN, 0))
        case "sign":
            return SIGNS[text], 0
        case _:
            return {"current": Kind.CURRENT, "dash": Kind.DASH}.get(group, Kind.UNKNOWN), 0


def _day_month_year(group: str, numbers: list[int]) -> tuple[int | None, ...]:
    match group, numbers:
        case "ymd", [year, month, day]:
            return day, month, year
        case "dmyy", [day, month, year]:
            return day, month, year + (1900 if year >= 50 else 2000)
        case "ym", [year, month]:
            return None, month, year
        case "my", [month, year]:
            return None, month, year
        case "dm", [day, month]:
            return day, month, None
    return tuple(numbers)


def _later_year(first: int, second: int) -> int:
    """The end of "1997/98", "1999/00" or "2009/2010"."""
    if second >= 100:
        return second
    century = first - first % 100
    return century + second + (100 if second < first % 100 else 0)


def _in_context(found: list[Token], text: str) -> Iterator[Token]:
    """Settle the words that only their neighbours explain: "lata", "w." and Roman numerals."""
    before: Token | None = None
    for token, after in zip_longest(found, found[1:]):
        kind, value = _settled(token, before, after, text)
        token = replace(token, kind=kind, value=value)
        yield token
        if token.kind not in {Kind.NOISE, Kind.MAYBE} or token.word == "w":
            before = token


def _settled(
    token: Token, before: Token | None, after: Token | None, text: str
) -> tuple[Kind, int]:
    left = before.kind if before else Kind.NOISE
    right = after.kind if after else Kind.NOISE
    if token.word == "lata" and left in TAKES_GENITIVE:
        years = right in {Kind.DAY_NUMBER, Kind.DECADE}
        return (Kind.YEARS, 0) if years else (Kind.SEASON, SUMMER)
    if token.word == "w" and left is Kind.ROMAN:
        return Kind.CENTURY, 0
    numeral = token.word.upper()
    if numeral in NUMBERS and token.kind is not Kind.ROMAN:
        capital = text[token.start : token.end] == numeral
        names_century = right is Kind.CENTURY or (capital and after and after.word == "w")
        names_month = capital and left is Kind.DAY_NUMBER and right is Kind.YEAR_NUMBER
        if names_century or names_month:
            return Kind.ROMAN, NUMBERS[numeral]
    return token.kind, token.value
