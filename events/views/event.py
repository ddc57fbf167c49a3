from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from events import subscriptions
from events.addresses import citation_address, year_address
from events.models import Agreement, Event
from events.presentation import citing, facts, metadata
from events.presentation.entries import side
from events.presentation.names import name_of
from events.presentation.related import related_to
from events.views import trail
from twinning.publishing.pages import Crumb, public_page
from twinning.publishing.public_states import states_of
from twinning.translation.texts import own_text


@require_safe
def event(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    found = get_object_or_404(Event.objects.published().for_own_page().at_slug(slug))
    if year != found.date.earliest.year:
        return redirect(found, permanent=True)
    states = states_of(found)
    state = states[-1] if states else None
    return event_page(
        request,
        found,
        address=found.get_absolute_url,
        trail=[*way_to(found), (name_of(found), None)],
        cite=citing.of_event(request, found, state),
        citation_url=citation_address(found),
        subscription=subscriptions.of_event(found),
    )


def event_page(request: HttpRequest, event: Event, **more: Any) -> TemplateResponse:
    """The page of an entry as it is now, fetched `for_own_page()`."""
    agreements = list(Agreement.objects.published().filter(acts__event=event).distinct())
    parts = Event.objects.published().filter(parent=event).for_mixed_lists().in_order()
    return public_page(
        request,
        "events/event.html",
        description=own_text(event, "summary"),
        metadata=metadata.of_event(event, parts),
        event=event,
        partnership=next(iter(event.partnerships.all()), None),
        side=side(event, None),
        agreements=agreements,
        facts=facts.of_event(event),
        parts=parts,
        # What a version is related to is no part of what is cited.
        related=[] if "version" in more else related_to(event, agreements),
        **more,
    )


def way_to(found: Event) -> list[Crumb]:
    """Through the chronicle that the entry belongs to, when it belongs to just one."""
    partnerships = list(found.partnerships.all())
    if len(partnerships) != 1:
        return []
    year = found.date.earliest.year
    return [
        *trail.to_chronicle(partnerships[0]),
        (str(year), year_address(partnerships[0], year)),
    ]
