"""Telling dates in words, by language and style."""

from typing import Literal

from twinning.dates.span import Span

Style = Literal["full", "short", "in", "plain"]


def render(span: Span, language: str, style: Style) -> str:
    return span.edtf
