"""Reading dates as people write them: Polish, English, numbers, EDTF.

`folding` makes letters comparable, `lexer` names the words, `grammar` finds the parts of a range
and `pieces` the point in each part.
"""

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.parsing.grammar import Sentence
from twinning.dates.parsing.heading import names_a_year, read_heading
from twinning.dates.parsing.lexer import tokens
from twinning.dates.parsing.notation import is_other_edtf, read_edtf
from twinning.dates.span import Span

__all__ = ["LANGUAGES", "LONGEST", "read", "read_heading"]

LANGUAGES = ("pl", "en")
OF_THE_WHOLE = {"backwards", "unsupported", "no_year", "no_month"}  # blame no single part
LONGEST = 200  # characters; the longest phrase we render has fewer than 80


def read(text: str, *, language: str | None = None, context_year: int | None = None) -> Span:
    """See `HistoricalDate.parse`."""
    if len(text) > LONGEST:
        raise DateNotUnderstood("too_long", text)
    text = text.strip()
    if not text:
        raise DateNotUnderstood("empty", text)
    try:
        span = read_edtf(text)
        if span is None and names_a_year(text):
            span = read_heading(text)
        return span or Sentence(text, tokens(text, language), context_year).span()
    except DateNotUnderstood as error:
        code = error.code
        if code == "unreadable" and is_other_edtf(text):
            code = "unsupported"
        part = text if code in OF_THE_WHOLE else error.part
        raise DateNotUnderstood(code, text, part) from None
