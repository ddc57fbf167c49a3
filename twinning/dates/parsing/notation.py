"""Dates in EDTF itself, the stored notation."""

import re

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.span import Span

# "2013-14" and "1997-98" are years to a reader, and no months that EDTF could mean.
YEARS = re.compile(r"[0-9]{4}-(?:1[3-9]|20|2[5-9]|[3-9][0-9])")
SHAPE = re.compile(r"[-0-9XYESU.,?~%/{}\[\]]+", re.IGNORECASE)


def read_edtf(text: str) -> Span | None:
    """The span of a text in our profile of EDTF, None where it is something else.

    Raises DateNotUnderstood where it is EDTF but no day of the calendar, or runs backwards.
    """
    if YEARS.fullmatch(text):
        return None
    try:
        return Span.from_edtf(text.upper())
    except DateNotUnderstood as error:
        if error.code == "unreadable":
            return None
        raise


def is_other_edtf(text: str) -> bool:
    """True for EDTF outside the profile: sets, significant digits, years beyond 9999."""
    if not SHAPE.fullmatch(text):
        return False
    try:
        parse_edtf(text)
    except EDTFParseException:
        return False
    return True
