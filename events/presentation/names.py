"""What a record is called. A name that stands in for a missing translation says its language."""

from typing import Any

from django.conf import settings
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from partners.models import Partnership, Person
from twinning.translation.templatetags.translated import translated
from twinning.translation.texts import Text, text_of


def name_of(record: Any) -> SafeString:
    """The name or title as inline HTML."""
    if isinstance(record, Partnership):
        return format_html("{} – {}", name_of(record.home), name_of(record.partner))
    if isinstance(record, Person):
        return conditional_escape(record.full_name)
    return translated(record, record.slug_source)


def plain_name(partnership: Partnership) -> Text:
    """Both cities in one language, for a title: an element can't say that its text is in two."""
    names = _names(partnership)
    if any(name.is_fallback for name in names):
        names = _names(partnership, settings.LANGUAGE_CODE)
        return Text(_joined(names), settings.LANGUAGE_CODE, is_fallback=True)
    return Text(_joined(names), names[0].language, is_fallback=False)


def _names(partnership: Partnership, language: str | None = None) -> list[Text]:
    return [text_of(city, "name", language) for city in (partnership.home, partnership.partner)]


def _joined(names: list[Text]) -> str:
    return " – ".join(name.text for name in names)
