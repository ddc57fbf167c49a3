"""How an entry is cited, and its versions at the addresses that are cited."""

from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.addresses import citation_address, version_address
from events.models import Event
from events.presentation import citing, facts
from events.presentation.changes import Changed, changed_since
from events.presentation.entries import side
from events.presentation.names import name_of
from events.references import FORMATS
from events.versions import as_it_was, rebuilding
from events.views.event import event_page, way_to
from events.views.references import download
from partners.models import Partnership
from twinning.publishing.pages import public_page
from twinning.publishing.public_states import PublicState, states_of
from twinning.publishing.snapshot import of_revisions
from twinning.translation.texts import own_text, text_of


@require_safe
def event_citation(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    found = _published(slug)
    states = states_of(found)
    address = citation_address(found)
    if year != found.date.earliest.year:
        return redirect(address, permanent=True)
    return public_page(
        request,
        "events/citation.html",
        address=lambda: citation_address(found),
        trail=[*way_to(found), (name_of(found), found.get_absolute_url()), (_("Citation"), None)],
        is_listed=False,
        title=text_of(found, "title"),
        subject=name_of(found),
        cite=citing.of_event(request, found, states[-1] if states else None),
        versions=citing.versions_of_event(found, states),
    )


@require_safe
def event_version(request: HttpRequest, year: int, slug: str, number: int) -> HttpResponse:
    found = _published(slug)
    states = states_of(found)
    state = _numbered(states, number)
    if year != found.date.earliest.year:
        return redirect(version_address(found, number), permanent=True)
    frame: dict[str, Any] = {
        "address": lambda: version_address(found, number),
        "stands_for": found.get_absolute_url,
        "is_listed": False,
        "trail": [
            *way_to(found),
            (name_of(found), found.get_absolute_url()),
            (_("Version %(number)s") % {"number": number}, None),
        ],
        "citation_url": citation_address(found),
        "version": {
            "number": number,
            "stood": citing.period(state.since, state.until),
            "is_current": state.until is None,
            "current_url": found.get_absolute_url(),
            "list_url": citation_address(found),
        },
    }
    if state.until is None:
        # What stands isn't put together again.
        current = get_object_or_404(Event.objects.published().for_own_page().filter(pk=found.pk))
        cite = citing.of_event(request, current, state)
        return event_page(request, current, cite=cite, **frame)
    then, changes = _as_it_was(found, states, state)
    return public_page(
        request,
        "events/event.html",
        description=own_text(then, "summary"),
        event=then,
        partnership=next(iter(then.partnerships.all()), None),
        side=side(then, None),
        facts=facts.of_event(then, year=found.date.earliest.year),
        cite=citing.of_event(request, then, state),
        changes=changes,
        **frame,
    )


@require_safe
def event_reference(
    request: HttpRequest, year: int, slug: str, number: int, written: str
) -> HttpResponse:
    """The citation of a version as a file."""
    found = _published(slug)
    states = states_of(found)
    state = _numbered(states, number)
    then = found if state.until is None else _as_it_was(found, states, state)[0]
    return download(citing.reference_of_event(request, then, state), FORMATS[written])


def _published(slug: str) -> Event:
    partnerships = Prefetch("partnerships", queryset=Partnership.objects.published().with_places())
    events = Event.objects.published().with_signings().prefetch_related(partnerships)
    return get_object_or_404(events.at_slug(slug))


def _numbered(states: list[PublicState], number: int) -> PublicState:
    if number > len(states) or states[number - 1].revision is None:
        raise Http404
    return states[number - 1]


def _as_it_was(
    found: Event, states: list[PublicState], state: PublicState
) -> tuple[Event, list[Changed]]:
    """What it said in that version, and what differs in the last one."""
    wanted = [each.revision for each in (state, states[-1]) if each.revision]
    kept = of_revisions(Event, found.pk, wanted)
    then, last = (kept.get(each.revision or 0) for each in (state, states[-1]))
    if then is None:
        raise Http404
    past = rebuilding(kept.values())
    changes = changed_since(past.public_part(then), past.public_part(last)) if last else []
    return as_it_was(then, found, past), changes
