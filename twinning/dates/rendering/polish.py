"""Polish: cases of months and seasons, "r." after the year, "w" and "we"."""

from dataclasses import dataclass

from babel.dates import get_month_names

from twinning.dates.points import WINTER, Doubt, Point, Precision
from twinning.dates.rendering.style import DASH, NBSP, Style, winter_text, year_text
from twinning.dates.roman import to_roman
from twinning.dates.span import Span

R = f"{NBSP}r."
GENITIVE_MONTHS = dict(get_month_names("wide", "format", "pl"))
SHORT_MONTHS = dict(get_month_names("abbreviated", "format", "pl"))
LOCATIVE_MONTHS = {  # CLDR has no locative
    1: "styczniu",
    2: "lutym",
    3: "marcu",
    4: "kwietniu",
    5: "maju",
    6: "czerwcu",
    7: "lipcu",
    8: "sierpniu",
    9: "wrześniu",
    10: "październiku",
    11: "listopadzie",
    12: "grudniu",
}


@dataclass(frozen=True)
class Case:
    """The words of one grammatical case; a year alone takes "r." in all but the nominative."""

    months: dict[int, str]
    seasons: tuple[str, str, str, str]
    years: str
    first_decade: str
    century: str
    mark: str = R


NOMINATIVE = Case(
    dict(get_month_names("wide", "stand-alone", "pl")),
    ("wiosna", "lato", "jesień", "zima"),
    "lata",
    "pierwsza dekada",
    "wiek",
    mark="",
)
GENITIVE = Case(
    GENITIVE_MONTHS,
    ("wiosny", "lata", "jesieni", "zimy"),
    "lat",
    "pierwszej dekady",
    "wieku",
)
IN = Case(  # locative; the seasons in the instrumental, which needs no preposition
    LOCATIVE_MONTHS,
    ("wiosną", "latem", "jesienią", "zimą"),
    f"w{NBSP}latach",
    f"w{NBSP}pierwszej dekadzie",
    "wieku",
)


def tell(span: Span, style: Style) -> str:
    if style == "plain":
        return _Voice("full").tell(span).replace(R, "").replace(NBSP, " ")
    return _Voice(style).tell(span)


class _Voice:
    def __init__(self, style: Style) -> None:
        self.short = style == "short"
        self.inside = style == "in"
        self.mark = "" if self.short else R

    def tell(self, span: Span) -> str:
        if span.point:
            return self.one(span.point)
        if span.first is None or span.last is None:
            return self.open(span)
        if span.is_turn:
            return self.turn(span.first, span.last)
        return self.range(span.first, span.last)

    def one(self, point: Point) -> str:
        return self.doubted(point, self.within(point) if self.inside else self.case(point))

    def open(self, span: Span) -> str:
        return f"od {self.from_(span.first)}" if span.first else f"do {self.from_(span.last)}"

    def turn(self, first: Point, last: Point) -> str:
        start, end = self.case(first, GENITIVE), self.case(last, GENITIVE)
        if first.precision is Precision.YEAR:
            start, end = f"lat {year_text(first.year)}", year_text(last.year)
        elif first.precision is Precision.MONTH and first.year == last.year:
            start = self.month(first, GENITIVE)
        return f"{'na przełomie' if self.inside else 'przełom'} {start} i{NBSP}{end}"

    def range(self, first: Point, last: Point) -> str:
        doubtful = first.doubt or last.doubt
        kind = first.precision if first.precision is last.precision and not doubtful else None
        same_year = first.year == last.year
        if kind is Precision.DAY:
            days = f"w{NBSP}dniach " if self.inside else ""
            if same_year and first.month == last.month:
                return f"{days}{first.day}–{self.case(last)}"
            start = self.day(first) if same_year else self.case(first)
            return f"{days}{start}{DASH}{self.case(last)}"
        if kind is Precision.YEAR:
            years = f"w{NBSP}latach " if self.inside else ""
            return f"{years}{year_text(first.year)}–{year_text(last.year)}"
        if kind is Precision.MONTH and same_year:
            if self.inside:
                return f"od {self.month(first, GENITIVE)} do {self.from_(last)}"
            return f"{self.month(first)}–{self.case(last)}"
        if self.inside:
            return f"od {self.from_(first)} do {self.from_(last)}"
        return f"{self.one(first)}{DASH}{self.one(last)}"

    def from_(self, point: Point | None) -> str:
        """As "od" and "do" want it."""
        return self.doubted(point, self.case(point, GENITIVE)) if point else ""

    def doubted(self, point: Point, text: str) -> str:
        if point.doubt in {Doubt.APPROXIMATE, Doubt.BOTH}:
            text = f"{'ok.' if self.short else 'około'} {self.case(point, GENITIVE)}"
        if point.doubt in {Doubt.UNCERTAIN, Doubt.BOTH}:
            return f"{text} (?)" if self.short else f"prawdopodobnie {text}"
        return text

    def within(self, point: Point) -> str:
        text = self.case(point, IN)
        if point.precision is Precision.MONTH:
            return f"{'we' if point.month == 9 else 'w'}{NBSP}{text}"
        bare = point.precision is Precision.YEAR or point.precision is Precision.CENTURY
        return f"w{NBSP}{text}" if bare else text

    def case(self, point: Point, case: Case = NOMINATIVE) -> str:
        year, mark = year_text(point.year), "" if self.short else case.mark
        match point.precision:
            case Precision.DAY:
                return f"{self.day(point)} {year}{self.mark}"
            case Precision.MONTH:
                return f"{self.month(point, case)} {year}{mark}"
            case Precision.SEASON:
                season = case.seasons[point.month - 21]
                if point.month == WINTER:
                    return f"{season} {winter_text(point.year)}"
                return f"{season} {year}{mark}"
            case Precision.YEAR:
                return f"{year}{mark}"
            case _:
                return self.century(point, case)

    def day(self, point: Point) -> str:
        return f"{point.day} {(SHORT_MONTHS if self.short else GENITIVE_MONTHS)[point.month]}"

    def month(self, point: Point, case: Case = NOMINATIVE) -> str:
        return (SHORT_MONTHS if self.short else case.months)[point.month]

    def century(self, point: Point, case: Case) -> str:
        numeral = to_roman(point.year // 100 + 1)
        if point.precision is Precision.CENTURY:
            return f"{numeral} {'w.' if self.short else case.century}"
        decade = point.year % 100
        words = f"{case.years} {decade}." if decade else case.first_decade
        return f"{words} {numeral} {'w.' if self.short else 'wieku'}"
