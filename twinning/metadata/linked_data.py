"""Linked data in the words of schema.org, as JSON-LD in a page's head.

Texts carry their language: the page's own by the context, any other one by itself. A date is told
as a day only where it is one.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from twinning.dates import HistoricalDate
from twinning.dates.points import Point, Precision

CONTEXT = "https://schema.org"
Node = dict[str, Any]

# What ends a script element or a line of one; as in Django's `json_script`, with the separators
# that JSON has and JavaScript hadn't always.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


class Worded(Protocol):
    """A text with the code of the language that it is in."""

    @property
    def text(self) -> str: ...

    @property
    def language(self) -> str: ...


class Address(str):
    """An address of this site, written in full where the node is written."""

    __slots__ = ()


def thing(kind: str, number: object = None, **properties: Any) -> Node:
    """A node without what is empty. `number` tells it from all others of its name for good.

    It is made of what never changes: no language, no slug. `thing("Event", "event-12")`.
    """
    identity = {} if number is None else {"@id": Address(f"/#{number}")}
    given = {name: value for name, value in properties.items() if value not in (None, "", [], {})}
    return {"@type": kind, **identity, **given}


def said(text: Worded) -> Any:
    """The text; with its language where that isn't the page's, and with none where it has two."""
    if not text.text or text.language == get_language():
        return text.text
    language = {"@language": text.language} if text.language else {}
    return {"@value": text.text, **language}


def days(date: HistoricalDate | None, first: str, last: str = "") -> Node:
    """`date` under the names of its first and last day, as far as these are certain days.

    An end that is open, doubtful or less precise than a day is left out, never made up.
    """
    if date is None:
        return {}
    ends = {first: _day(date.span.first)}
    if last and date.span.last is not date.span.first:
        ends[last] = _day(date.span.last)
    return {name: day for name, day in ends.items() if day}


def _day(point: Point | None) -> str:
    if point is None or point.precision is not Precision.DAY or point.doubt:
        return ""
    return point.edtf


def script(nodes: Sequence[Node], absolute: Callable[[str], str]) -> SafeString:
    """The content of a `<script type="application/ld+json">`, which no browser runs."""
    context = [CONTEXT, {"@language": get_language()}]
    whole = {"@context": context, "@graph": [_in_full(node, absolute) for node in nodes]}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308 — escaped for just this element


def _in_full(value: Any, absolute: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _in_full(each, absolute) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_in_full(each, absolute) for each in value]
    if isinstance(value, Address):
        # The braces of a template for addresses are no part of an address, and not encoded.
        return absolute(value).replace("%7B", "{").replace("%7D", "}")
    return value
