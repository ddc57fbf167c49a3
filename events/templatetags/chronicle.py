"""Components of the chronicle, fed with records."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from events.models import Citation, Delegation, DelegationMember, Event, Participation, Signatory
from events.models.attached_document import AttachedDocument
from events.presentation import downloads as documents
from events.presentation import entries, facts, names, numbers, people, places, sources
from events.presentation.imprint import Imprint
from events.presentation.imprint import imprint as imprint_of
from partners.models import Network, Office, Organisation, Partnership
from twinning.dates import HistoricalDate
from twinning.dates.templatetags.historical_dates import historical_date_element

register = template.Library()


@register.inclusion_tag("components/entry.html", name="entry")
def entry(
    event: Event,
    partnership: Partnership | None = None,
    full: bool = False,
    heading_level: int = 3,
    remark: str = "",
) -> dict[str, Any]:
    return entries.entry(event, partnership, full=full, heading_level=heading_level, remark=remark)


@register.inclusion_tag("components/source_list.html")
def source_list(citations: Iterable[Citation]) -> dict[str, Any]:
    return {"sources": sources.cited(citations)}


@register.inclusion_tag("components/downloads.html")
def downloads(attached: Iterable[AttachedDocument]) -> dict[str, Any]:
    return {"downloads": documents.downloads(attached)}


@register.filter
def name(record: Any) -> SafeString:
    return names.name_of(record)


@register.filter
def plain_name(record: Partnership) -> str:
    return names.plain_name(record).text


@register.filter
def name_lang(record: Partnership) -> SafeString:
    """For the element around `plain_name`."""
    text = names.plain_name(record)
    return format_html('lang="{}"', text.language) if text.is_fallback else SafeString("")


@register.filter
def journey(delegation: Delegation) -> SafeString:
    return places.journey(delegation)


@register.filter
def delegation_size(delegation: Delegation) -> str:
    return numbers.delegation_size(delegation)


@register.filter
def member(each: DelegationMember, date: HistoricalDate) -> SafeString:
    return people.member(each, date)


@register.filter
def signatory(each: Signatory, date: HistoricalDate) -> SafeString:
    return people.signatory(each, date)


@register.filter
def by_role(
    participants: Iterable[Participation], date: HistoricalDate
) -> list[tuple[str, list[SafeString]]]:
    return people.by_role(participants, date)


@register.filter
def name_then(record: Organisation | Network, date: HistoricalDate) -> SafeString:
    return people.name_then(record, date)


@register.filter
def held(office: Office) -> SafeString:
    return people.held(office)


@register.simple_tag
def imprint(record: Any) -> Imprint:
    return imprint_of(record)


@register.filter
def day(moment: datetime) -> str:
    """The day of a moment, told as all dates of the site are."""
    return historical_date_element(HistoricalDate.of_day(timezone.localtime(moment).date()))


@register.filter
def country(code: str) -> str:
    return facts.country(code)
