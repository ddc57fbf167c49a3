"""Any other language: CLDR's dates and intervals through Babel, phrases from the catalogue.

CLDR knows no "in June 1994", so the style "in" is told like "full".
"""

import re

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, parse_pattern
from django.utils.translation import gettext as _
from django.utils.translation import override

from twinning.dates.points import AUTUMN, SPRING, SUMMER, WINTER, Doubt, Point, Precision
from twinning.dates.rendering.style import NBSP, Style, winter_text, year_text
from twinning.dates.span import Span

SHORT_MONTH = re.compile(r"([ML])\1\1(?!\1)")


def tell(span: Span, language: str, style: Style) -> str:
    with override(language):
        text = _tell(span, _locale(language), short=style == "short")
    return text.replace(NBSP, " ") if style == "plain" else text


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _tell(span: Span, locale: Locale, *, short: bool) -> str:
    first, last = (_one(end, locale, short=short) for end in (span.first, span.last))
    if span.point:
        return first
    if not last:
        return _("since %(date)s") % {"date": first}
    if not first:
        return _("until %(date)s") % {"date": last}
    if span.is_turn:
        first, last = (_bare(end, locale, short=short) for end in span.points)
        return _("turn of %(first)s and %(last)s") % {"first": first, "last": last}
    return _interval(span, locale, short=short) or f"{first}{NBSP}– {last}"


def _one(point: Point | None, locale: Locale, *, short: bool) -> str:
    if point is None:
        return ""
    text = _bare(point, locale, short=short)
    if point.doubt in {Doubt.APPROXIMATE, Doubt.BOTH}:
        text = _("about %(date)s") % {"date": text}
    if point.doubt in {Doubt.UNCERTAIN, Doubt.BOTH}:
        text = _("probably %(date)s") % {"date": text}
    return text


def _bare(point: Point, locale: Locale, *, short: bool) -> str:
    year = year_text(point.year)
    match point.precision:
        case Precision.DAY:
            return format_date(point.earliest, "medium" if short else "long", locale)
        case Precision.MONTH:
            return format_skeleton("yMMM" if short else "yMMMM", point.earliest, locale=locale)
        case Precision.SEASON:
            years = winter_text(point.year) if point.month == WINTER else year
            return _season(point.month) % {"year": years}
        case Precision.YEAR:
            return format_skeleton("y", point.earliest, locale=locale)
        case Precision.DECADE:
            return _("the %(decade)ss") % {"decade": year}
        case _:
            return _("century %(number)s") % {"number": point.year // 100 + 1}


def _season(number: int) -> str:
    return {
        SPRING: _("spring %(year)s"),
        SUMMER: _("summer %(year)s"),
        AUTUMN: _("autumn %(year)s"),
        WINTER: _("winter %(year)s"),
    }[number]


def _interval(span: Span, locale: Locale, *, short: bool) -> str | None:
    """CLDR's own wording of a range of certain days, months or years.

    CLDR has it with abbreviated months only; the long form keeps the pattern and spells them out.
    """
    first, last = span.points
    skeletons = {Precision.DAY: "yMMMd", Precision.MONTH: "yMMM", Precision.YEAR: "y"}
    skeleton = skeletons.get(first.precision)
    if skeleton is None or first.precision is not last.precision or first.doubt or last.doubt:
        return None
    differing = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = locale.interval_formats.get(skeleton, {}).get(differing)
    if not patterns:
        return None
    if not short:
        patterns = [SHORT_MONTH.sub(r"\1\1\1\1", pattern) for pattern in patterns]
    days = (first.earliest, last.earliest)
    return "".join(
        parse_pattern(pattern).apply(day, locale)
        for pattern, day in zip(patterns, days, strict=True)
    )
