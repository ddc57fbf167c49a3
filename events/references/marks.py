"""Fallbacks inside a text of many fields, remembered until it is text or HTML.

A mark is two characters of Unicode's private use area around the fallback; whatever comes between,
escaping for BibTeX or JSON, leaves them alone. Nothing that a record says keeps such characters.
"""

import re
import unicodedata

from django.conf import settings
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from twinning.translation.texts import Text

_FIRST = 0xE000  # begins a fallback in the first language; the next character in the second
_END = "\uf8ff"
_MARKS = re.compile(f"([\ue000-\uf8fe])([^{_END}]*){_END}")

_MEANINGLESS = {"Cc", "Cn", "Co", "Cs"}


def clean(text: str) -> str:
    """On one line, without control characters and characters of no meaning."""
    spaced = (" " if each.isspace() else each for each in text)
    kept = (each for each in spaced if unicodedata.category(each) not in _MEANINGLESS)
    return " ".join("".join(kept).split())


def marked(text: Text) -> str:
    """The text on one line; a fallback between its marks."""
    if not text.is_fallback:
        return clean(text.text)
    return f"{chr(_FIRST + _languages().index(text.language))}{clean(text.text)}{_END}"


def as_text(text: str) -> str:
    return _MARKS.sub(r"\2", text)


def as_html(text: str) -> SafeString:
    """Escaped, each fallback in an element that says its language."""
    return mark_safe(_MARKS.sub(_element, conditional_escape(text)))  # noqa: S308 — escaped


def _element(match: re.Match[str]) -> str:
    language = _languages()[ord(match[1]) - _FIRST]
    return format_html('<span class="stand-in" lang="{}">{}</span>', language, mark_safe(match[2]))  # noqa: S308 — escaped


def _languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]
