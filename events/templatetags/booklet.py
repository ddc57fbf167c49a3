"""Plain values of a booklet as XHTML."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from events.booklet.rich import BREAK, Block, Line, Run

register = template.Library()

_NOTHING = SafeString("")


@register.filter
def line(runs: Line) -> SafeString:
    return _join(_run(run) for run in runs)


@register.filter
def blocks(given: Iterable[Block]) -> SafeString:
    return _join(_block(block) for block in given)


def _run(run: Run) -> SafeString:
    if run.text == BREAK:
        return SafeString("<br/>")
    html = format_html("{}", run.text)
    if run.bold:
        html = format_html("<strong>{}</strong>", html)
    if run.italic:
        html = format_html("<em>{}</em>", html)
    if run.url:
        html = format_html('<a href="{}">{}</a>', run.url, html)
    if run.language:
        html = format_html('<span lang="{0}" xml:lang="{0}">{1}</span>', run.language, html)
    return html


def _block(block: Block) -> SafeString:
    inside = blocks(block.blocks)
    match block.kind:
        case "heading":
            return format_html("<h3>{}</h3>", line(block.line))
        case "quote":
            return format_html("<blockquote>{}</blockquote>", inside)
        case "list":
            return format_html("<ul>{}</ul>", inside)
        case "numbered":
            start = format_html(' start="{}"', block.start) if block.start != 1 else _NOTHING
            return format_html("<ol{}>{}</ol>", start, inside)
        case "item":
            return format_html("<li>{}</li>", inside)
    return format_html("<p>{}</p>", line(block.line))


def _join(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
