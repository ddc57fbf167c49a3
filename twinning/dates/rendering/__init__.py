"""Telling dates in words, by language and style.

Polish and English have hands of their own, because cases, "in" phrases and the dashes of ranges
are not in CLDR. Every other language is told by Babel with phrases from its catalogue.
"""

from twinning.dates.rendering import cldr, english, polish
from twinning.dates.rendering.style import Style
from twinning.dates.span import Span

__all__ = ["Style", "ordinal", "render"]


def render(span: Span, language: str, style: Style) -> str:
    match language.partition("-")[0].lower():
        case "pl":
            return polish.tell(span, style)
        case "en":
            return english.tell(span, style)
        case _:
            return cldr.tell(span, language, style)


def ordinal(number: int, language: str) -> str:
    """“20th” in English; “20.” in Polish, as in most languages that have a sign for it."""
    return english.ordinal(number) if language.startswith("en") else f"{number}."
