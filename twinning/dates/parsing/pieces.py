"""From the tokens between two connectors to one point, complete or to be completed by the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.parsing.tokens import Kind, Token
from twinning.dates.points import WINTER, Doubt, Point, Precision

# What each token of a piece stands for, by the letters of `Kind`; a "-" carries no value.
PATTERNS: dict[str, tuple[str, ...]] = {
    "n": ("day",),
    "nM": ("day", "month"),
    "nMY": ("day", "month", "year"),
    "nMc": ("day", "month", "year"),
    "nR": ("day", "month"),
    "nRY": ("day", "month", "year"),
    "nY": ("day", "year"),
    "M": ("month",),
    "MY": ("month", "year"),
    "Mc": ("month", "year"),
    "Mn": ("month", "day"),
    "MnY": ("month", "day", "year"),
    "d": ("numeric",),
    "dY": ("numeric", "year"),
    "dc": ("numeric", "year"),
    "S": ("season",),
    "SY": ("season", "year"),
    "Sc": ("season", "year"),
    "SP": ("season", "winter"),
    "Y": ("year",),
    "LY": ("-", "year"),
    "c": ("year",),
    "D": ("decade",),
    "LD": ("-", "decade"),
    "LDRC": ("-", "decade", "century", "-"),
    "Ln": ("-", "decade"),
    "LnRC": ("-", "decade", "century", "-"),
    "LnnC": ("-", "decade", "century", "-"),
    "OKRC": ("ordinal", "-", "century", "-"),
    "OKnC": ("ordinal", "-", "century", "-"),
    "RC": ("century", "-"),
    "CR": ("-", "century"),
    "nC": ("century", "-"),
    "YC": ("century", "-"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """What one side of a date says. `source` is the text it was read from."""

    source: str
    doubt: Doubt = Doubt.NONE
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: int | None = None  # 90, the century being the twentieth if it is not said
    century: int | None = None  # 20 for the twentieth

    @classmethod
    def read(cls, tokens: Sequence[Token], text: str, context_year: int | None) -> Self:
        source = text[tokens[0].start : tokens[-1].end]
        told = [token for token in tokens if token.kind not in ASIDE]
        roles = PATTERNS.get("".join(token.kind.value for token in told))
        if roles is None:
            raise DateNotUnderstood("unreadable", text, source)
        values: dict[str, int | None] = {}
        for role, token in zip(roles, told, strict=True):
            if token.kind is Kind.CURRENT:
                values["year"] = context_year
            else:
                values |= _values(role, token, source)
        if "winter" in roles and values["season"] != WINTER:
            raise DateNotUnderstood("unreadable", text, source)
        weekday = next((token.value for token in tokens if token.kind is Kind.WEEKDAY), None)
        return cls(source, _doubt({token.kind for token in tokens}), weekday, **values)

    @property
    def is_dated(self) -> bool:
        """True if it needs no year from the other side."""
        return not self.year is self.decade is self.century is None

    def completed_by(self, other: "Piece") -> "Piece":
        """With the month, year and doubt said only once, by the other: "12" of "12–14 May 2014"."""
        month = other.month if self.month is None and self.day is not None else self.month
        if self.is_dated and other.is_dated:
            return replace(self, month=month)
        return replace(
            self,
            month=month,
            year=self.year if self.is_dated else other.year,
            doubt=self.doubt or other.doubt,
        )

    def point(self, context_year: int | None) -> Point:
        """Raises DateNotUnderstood with the piece as its text."""
        year, month, day, precision = self._numbers(context_year)
        try:
            point = Point(year, month, day, precision, self.doubt)
        except DateNotUnderstood as error:
            raise DateNotUnderstood(error.code, self.source) from None
        is_day = precision is Precision.DAY
        if is_day and self.weekday not in {None, point.earliest.weekday()}:
            raise DateNotUnderstood("weekday", self.source)
        return point

    def _numbers(self, context_year: int | None) -> tuple[int, int, int, Precision]:
        if self.decade is not None:
            return self._first_of_decade(self.decade), 0, 0, Precision.DECADE
        if self.century is not None:
            return (self.century - 1) * 100, 0, 0, Precision.CENTURY
        year = context_year if self.year is None else self.year
        if year is None:
            raise DateNotUnderstood("no_year", self.source)
        if self.season is not None:
            return year, self.season, 0, Precision.SEASON
        if self.day is not None and self.month is None:
            raise DateNotUnderstood("no_month", self.source)
        if self.day is not None:
            return year, self.month or 0, self.day, Precision.DAY
        if self.month is not None:
            return year, self.month, 0, Precision.MONTH
        return year, 0, 0, Precision.YEAR

    def _first_of_decade(self, decade: int) -> int:
        if decade % 10:
            raise DateNotUnderstood("unreadable", self.source)
        if self.century is None and decade < 30:
            raise DateNotUnderstood("two_digits", self.source)
        return decade + ((self.century or 20) - 1) * 100


ASIDE = {Kind.WEEKDAY, Kind.ABOUT, Kind.MAYBE}


def _values(role: str, token: Token, source: str) -> dict[str, int | None]:
    if role == "-":
        return {}
    if role == "numeric":
        return dict(zip(("day", "month", "year"), token.numbers, strict=True))
    if role == "decade" and token.numbers:
        return {"decade": token.value, "century": token.numbers[0]}
    if role == "ordinal":
        return {"decade": (token.value - 1) * 10}
    if role == "winter":
        first, second = token.numbers
        if first is None or second != first + 1:
            raise DateNotUnderstood("unreadable", source)
        return {"year": first}
    return {role: token.value}


def _doubt(kinds: set[Kind]) -> Doubt:
    if Kind.ABOUT in kinds:
        return Doubt.BOTH if Kind.MAYBE in kinds else Doubt.APPROXIMATE
    return Doubt.UNCERTAIN if Kind.MAYBE in kinds else Doubt.NONE
