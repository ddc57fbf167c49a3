"""Reading dates as people write them, in Polish, in English and in numbers."""

from twinning.dates.span import Span

LANGUAGES = ("pl", "en")


def read(text: str, *, language: str | None = None, context_year: int | None = None) -> Span:
    return Span.from_edtf(text.strip())
