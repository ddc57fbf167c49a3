"""The text of a translated field, with the language it is really in."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    language: str
    is_fallback: bool

    def __bool__(self) -> bool:
        return bool(self.text)


def text_of(record: Any, field: str, language: str | None = None) -> Text:
    """The field in `language` (or the active one); where that is empty, in the source language."""
    wanted = language or get_language() or settings.LANGUAGE_CODE
    text = getattr(record, f"{field}_{wanted}") or ""
    if text:
        return Text(text, wanted, is_fallback=False)
    source = settings.LANGUAGE_CODE
    text = getattr(record, f"{field}_{source}") or ""
    return Text(text, source, is_fallback=bool(text) and wanted != source)


def own_text(record: Any, field: str) -> str:
    """The field in the active language alone, where nothing may stand in for it."""
    text = text_of(record, field)
    return "" if text.is_fallback else text.text
