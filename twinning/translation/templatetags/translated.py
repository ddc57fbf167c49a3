"""Texts that say in which language they are.

A fallback is never passed off as a translation: its element carries `lang`.
"""

from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from twinning.translation.texts import text_of
from twinning.translation.typography import keep_together

register = template.Library()


@register.filter
def translated(record: Any, field: str) -> SafeString:
    """The plain-text field as inline HTML."""
    text = text_of(record, field)
    html = conditional_escape(keep_together(text.text, text.language))
    if text.is_fallback:
        return format_html('<span lang="{}">{}</span>', text.language, html)
    return html


@register.filter
def translated_rich(record: Any, field: str) -> SafeString:
    """The rich-text field as block HTML. It was sanitised when it was saved."""
    text = text_of(record, field)
    html = mark_safe(keep_together(text.text, text.language))  # noqa: S308 — RichTextField
    if text.is_fallback:
        return format_html('<div lang="{}">{}</div>', text.language, html)
    return html


@register.filter
def plain(record: Any, field: str) -> str:
    """The field's text alone, for titles and attributes, where no element can carry `lang`."""
    return text_of(record, field).text


@register.filter
def lacks_translation(record: Any, fields: str) -> bool:
    """Whether any of the comma-separated fields stands in another language."""
    return any(text_of(record, field.strip()).is_fallback for field in fields.split(","))
