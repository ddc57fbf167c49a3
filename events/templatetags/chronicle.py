"""Components of the chronicle, fed with records."""

from collections.abc import Iterable
from typing import Any

from django import template

from events.models import Citation, Delegation, DelegationMember, Event
from events.presentation import entries, facts, numbers, sources
from partners.models import Partnership
from twinning.dates import HistoricalDate

register = template.Library()


@register.inclusion_tag("components/entry.html", name="entry")
def entry(
    event: Event,
    partnership: Partnership | None = None,
    full: bool = False,
    heading_level: int = 3,
) -> dict[str, Any]:
    return entries.entry(event, partnership, full=full, heading_level=heading_level)


@register.inclusion_tag("components/source_list.html")
def source_list(citations: Iterable[Citation]) -> dict[str, Any]:
    return {"sources": sources.cited(citations)}


@register.filter
def delegation_size(delegation: Delegation) -> str:
    return numbers.delegation_size(delegation)


@register.filter
def name_then(member: DelegationMember, date: HistoricalDate) -> str:
    """The name of the member's organisation on the day."""
    return member.organisation.name_on(date) if member.organisation else str(member)


@register.filter
def country(code: str) -> str:
    return facts.country(code)
