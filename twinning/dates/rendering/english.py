"""English, in the British order of day and month."""

from babel.dates import get_month_names

from twinning.dates.points import WINTER, Doubt, Point, Precision
from twinning.dates.rendering.style import DASH, NBSP, Style, winter_text, year_text
from twinning.dates.span import Span

MONTHS = dict(get_month_names("wide", "format", "en_GB"))
SHORT_MONTHS = dict(get_month_names("abbreviated", "format", "en_GB"))
SEASONS = ("spring", "summer", "autumn", "winter")


def tell(span: Span, style: Style) -> str:
    if style == "plain":
        return _Voice("full").tell(span).replace(NBSP, " ")
    return _Voice(style).tell(span)


class _Voice:
    def __init__(self, style: Style) -> None:
        self.inside = style == "in"
        self.months = SHORT_MONTHS if style == "short" else MONTHS
        self.short = style == "short"

    def tell(self, span: Span) -> str:
        if span.point:
            return self.within(span.point) if self.inside else self.one(span.point)
        if span.first is None or span.last is None:
            return f"since {self.one(span.first)}" if span.first else f"until {self.one(span.last)}"
        if span.is_turn:
            return self.turn(span.first, span.last)
        return self.range(span.first, span.last)

    def turn(self, first: Point, last: Point) -> str:
        in_one_year = first.precision is Precision.MONTH and first.year == last.year
        start = self.months[first.month] if in_one_year else self.bare(first)
        return f"{'at the ' if self.inside else ''}turn of {start} and {self.bare(last)}"

    def range(self, first: Point, last: Point) -> str:
        plain = first.precision is last.precision and not (first.doubt or last.doubt)
        same_year = plain and first.year == last.year
        if same_year and first.precision is Precision.DAY:
            if first.month == last.month:
                return f"{'on ' if self.inside else ''}{first.day}–{self.bare(last)}"
            start = f"{first.day} {self.months[first.month]}"
            return self.joined(start, self.bare(last))
        if same_year and first.precision is Precision.MONTH:
            return self.joined(self.months[first.month], self.bare(last), dash="–")
        years = plain and first.precision is Precision.YEAR
        return self.joined(self.one(first), self.one(last), dash="–" if years else DASH)

    def joined(self, start: str, end: str, dash: str = DASH) -> str:
        return f"from {start} to {end}" if self.inside else f"{start}{dash}{end}"

    def within(self, point: Point) -> str:
        preposition = "on" if point.precision is Precision.DAY else "in"
        return self.doubted(point, f"{preposition} {self.bare(point)}")

    def one(self, point: Point | None) -> str:
        return self.doubted(point, self.bare(point)) if point else ""

    def doubted(self, point: Point, text: str) -> str:
        if point.doubt in {Doubt.APPROXIMATE, Doubt.BOTH}:
            about = "c." if self.short else "around" if self.inside else "about"
            text = f"{about}{NBSP if self.short else ' '}{self.bare(point)}"
        if point.doubt in {Doubt.UNCERTAIN, Doubt.BOTH}:
            return f"{text} (?)" if self.short else f"probably {text}"
        return text

    def bare(self, point: Point) -> str:
        year = year_text(point.year)
        match point.precision:
            case Precision.DAY:
                return f"{point.day} {self.months[point.month]} {year}"
            case Precision.MONTH:
                return f"{self.months[point.month]} {year}"
            case Precision.SEASON:
                years = winter_text(point.year) if point.month == WINTER else year
                return f"{SEASONS[point.month - 21]} {years}"
            case Precision.YEAR:
                return year
            case Precision.DECADE:
                return f"the {year}s"
            case _:
                return f"the {ordinal(point.year // 100 + 1)} century"


def ordinal(number: int) -> str:
    """“21st”."""
    teen = 10 < number % 100 < 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
