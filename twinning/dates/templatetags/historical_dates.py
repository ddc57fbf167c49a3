"""`{% historical_date event.date style="in" %}` and `{{ event.date|historical_date:"short" }}`."""

from django import template
from django.utils.html import format_html

from twinning.dates.rendering import Style
from twinning.dates.value import HistoricalDate

register = template.Library()


@register.simple_tag(name="historical_date")
def historical_date_element(date: HistoricalDate | None, style: Style = "full") -> str:
    """The date in the active language, inside `<time>` where HTML has a valid `datetime` for it:
    a certain day, month or year. Ranges, decades and doubtful dates are plain text.
    """
    if date is None:
        return ""
    if not date.is_html_time:
        return date.render(style=style)
    return format_html('<time datetime="{}">{}</time>', date.edtf, date.render(style=style))


@register.filter(name="historical_date")
def historical_date_text(date: HistoricalDate | None, style: Style = "full") -> str:
    """The date as plain text in the active language."""
    return date.render(style=style) if date else ""
