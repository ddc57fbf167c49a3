"""`{{ change.before|marked }}`: one side of a comparison as HTML, what differs marked."""

from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from twinning.publishing.words import Segment

register = template.Library()

_MARKS = {
    "strong": "<strong>{}</strong>",
    "em": "<em>{}</em>",
    "heading": '<strong class="heading">{}</strong>',
}


@register.filter
def marked(segments: Iterable[Segment]) -> SafeString:
    """`<del>` and `<ins>`, which also say in words what they are; nothing else of it is HTML."""
    return format_html_join("", "{}", ((_segment(each),) for each in segments))


def _segment(segment: Segment) -> SafeString:
    html = _lines(segment.text)
    for mark in segment.marks:
        html = format_html(_MARKS[mark], html)
    if segment.language:
        html = format_html('<span lang="{}">{}</span>', segment.language, html)
    if segment.kind == "removed":
        return format_html("<del>{}{}{}</del>", _aside(_("[removed: ")), html, _aside("]"))
    if segment.kind == "added":
        return format_html("<ins>{}{}{}</ins>", _aside(_("[added: ")), html, _aside("]"))
    return html


def _aside(text: str) -> SafeString:
    return format_html('<span class="visually-hidden">{}</span>', text)


def _lines(text: str) -> SafeString:
    return mark_safe(conditional_escape(text).replace("\n", "<br>"))  # noqa: S308 — escaped
