"""The year headings of a written chronicle."""

import re

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.parsing.folding import fold
from twinning.dates.points import Point
from twinning.dates.span import Span

HEADING = re.compile(
    r"[ ]*(?P<word>rok|lata|years?)?[ ]*"
    r"(?P<first>[0-9]{4})(?:[ ]*[-–/][ ]*(?P<last>[0-9]{4}))?(?![0-9])"
    r"(?P<rest>.*)",
    re.DOTALL,
)
UNSAID = re.compile(r"[ ]*(?:r\.?|roku?)?[ .:]*")
NAMED_YEAR = re.compile(r"[ ]*rok [0-9]{4} rokiem\b")


def read_heading(text: str) -> Span:
    """The year or years a heading stands for: "ROK 1997", "LATA 2000-2001", "2004 r.", "2011".

    After "ROK 1997" anything may follow ("ROK 2014 ROKIEM …"); a bare year must stand alone.
    Raises DateNotUnderstood.
    """
    match = HEADING.fullmatch(fold(text))
    if match is None or not (match["word"] or UNSAID.fullmatch(match["rest"])):
        raise DateNotUnderstood("unreadable", text)
    first, last = (Point(int(year)) for year in (match["first"], match["last"] or match["first"]))
    return Span(first, last)


def names_a_year(text: str) -> bool:
    """True for "ROK 2014 ROKIEM …", a heading that needs no other context to be one."""
    return NAMED_YEAR.match(fold(text)) is not None
