"""Entries related to another, each with the reason why."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.models import Agreement, Event
from events.models.ties import Ties
from events.presentation.names import name_of
from events.presentation.people import joined, name_then, phrase

A_HANDFUL = 5


@dataclass(frozen=True, slots=True)
class Related:
    event: Event
    why: SafeString


def related_to(event: Event, agreements: list[Agreement]) -> list[Related]:
    """In two queries, or fewer where nobody took part or nothing ties the entry to any other.

    `event` from `for_own_page()`, with the published agreements acted on at it.
    """
    ties = Ties.of(event, agreements).of_few()
    if not ties:
        return []
    found = Event.objects.published().tied_by(ties, event)[:A_HANDFUL]
    return [Related(each, _why(each, ties.shared_with(each))) for each in found]


def _why(event: Event, shared: dict[str, Any]) -> SafeString:
    """“the same series; with Ars Cameralis”, with names as of the day of the event."""
    return joined((_reason(kind, record, event) for kind, record in shared.items()), "; ")


def _reason(kind: str, record: Any, event: Event) -> SafeString:
    if kind == "agreement":
        return phrase(_("the same agreement"))
    if kind == "series":
        return phrase(_("the same series"))
    if kind == "network":
        return phrase(_("the same network: %(name)s"), name=name_then(record, event.date))
    name = name_of(record) if kind == "person" else name_then(record, event.date)
    return phrase(_("with %(name)s"), name=name)
