"""Texts that say in which language they are.

A fallback is never passed off as a translation: its element carries `lang`, and the page that
holds one says so. In an attribute or a title the element around the text carries it.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from twinning.translation.texts import text_of
from twinning.translation.typography import keep_together

register = template.Library()

# Tells a text that stands in for a translation from a phrase that is meant to be in its language.
STAND_IN = 'class="stand-in"'


@register.filter
def translated(record: Any, field: str) -> SafeString:
    """The plain-text field as inline HTML."""
    text = text_of(record, field)
    html = conditional_escape(keep_together(text.text, text.language))
    if text.is_fallback:
        return format_html('<span class="stand-in" lang="{}">{}</span>', text.language, html)
    return html


@register.filter
def translated_rich(record: Any, field: str) -> SafeString:
    """The rich-text field as block HTML. It was sanitised when it was saved."""
    text = text_of(record, field)
    html = mark_safe(keep_together(text.text, text.language))  # noqa: S308 — RichTextField
    if text.is_fallback:
        return format_html('<div class="stand-in" lang="{}">{}</div>', text.language, html)
    return html


@register.filter
def plain(record: Any, field: str) -> str:
    """The field's text alone, for titles and attributes, whose element carries `lang_attribute`."""
    return text_of(record, field).text


@register.filter
def lang_attribute(record: Any, field: str) -> SafeString:
    """`lang="pl"` for the element whose title or attribute holds a fallback; otherwise nothing."""
    text = text_of(record, field)
    return format_html('lang="{}"', text.language) if text.is_fallback else SafeString("")


@register.filter
def lacks_translation(record: Any, fields: str) -> bool:
    """Whether any of the comma-separated fields stands in another language."""
    return any(text_of(record, field.strip()).is_fallback for field in fields.split(","))


@register.simple_block_tag
def noting_stand_ins(content: str, trail: Iterable[tuple[str, str | None]] = ()) -> SafeString:
    """Begin `content` with a note where it, or a label of the trail above it, holds a fallback."""
    if STAND_IN in content or any(STAND_IN in label for label, _address in trail or ()):
        note = render_to_string(
            "components/stand_in_note.html", {"text_lang": settings.LANGUAGE_CODE}
        )
        return format_html("{}{}", note, content)
    return mark_safe(content)  # noqa: S308 — rendered by the template engine
