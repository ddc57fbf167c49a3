"""How the page of a year is cited, and its states at the addresses that are cited."""

from bisect import bisect_right
from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.addresses import (
    chronicle_address,
    state_address,
    year_address,
    year_citation_address,
)
from events.models import Event
from events.past_years import PastPage, YearHistory
from events.presentation import citing
from events.presentation.names import name_of, plain_name
from events.presentation.people import joined
from events.references import FORMATS
from events.views import trail
from events.views.references import download
from events.views.year import in_short
from partners.models import Partnership
from twinning.publishing.pages import Crumb, public_page

SECOND = timedelta(seconds=1)


@require_safe
def year_citation(request: HttpRequest, home: str, partner: str, year: int) -> HttpResponse:
    partnership = _published(home, partner)
    told = Event.objects.published().of_partnership(partnership).told_in(year)
    today = {each.pk: each.date.earliest.year for each in told}
    if year not in today.values():
        raise Http404
    history = YearHistory(partnership, year)
    moments = history.moments
    # Entries that have no history can't be brought back: then only the page as such is cited.
    moment = moments[-1] if moments and history.knows(set(today)) else None
    return public_page(
        request,
        "events/citation.html",
        address=lambda: year_citation_address(partnership, year),
        trail=[*_way_to(partnership, year), (_("Citation"), None)],
        is_listed=False,
        title=plain_name(partnership),
        year=year,
        subject=joined([name_of(partnership), str(year)]),
        cite=citing.of_year(request, partnership, year, moment),
        versions=citing.states_of_year(partnership, year, moments) if moment else [],
    )


@require_safe
def year_state(
    request: HttpRequest, home: str, partner: str, year: int, moment: datetime
) -> HttpResponse:
    partnership = _published(home, partner)
    history = YearHistory(partnership, year)
    beginning, end = _state(history, moment)
    if beginning != moment:
        return redirect(state_address(partnership, year, beginning))
    page = _told(history, moment)
    told = Event.objects.published().of_partnership(partnership).beginning_in(year)
    is_told = told.exists()
    begun = [each for each in page.entries if each.event.date.earliest.year == year]
    return public_page(
        request,
        "events/year_state.html",
        address=lambda: state_address(partnership, year, moment),
        stands_for=lambda: _address_today(partnership, year, is_told),
        is_listed=False,
        trail=[*_way_to(partnership, year, is_told), (citing.in_words(moment, hour=True), None)],
        description=in_short(page.notes, [each.event for each in begun]),
        partnership=partnership,
        year=year,
        notes=page.notes,
        notes_changed=page.notes_changed,
        entries=[(each.event, citing.remark(each.event, each.number)) for each in begun],
        going_on=[each.event for each in page.entries if each.event.date.earliest.year < year],
        cite=citing.of_year(request, partnership, year, moment),
        version={
            "stood": citing.period(beginning, end),
            "moment": citing.in_words(moment, hour=True),
            "is_current": end is None,
            "current_url": _address_today(partnership, year, is_told),
            "list_url": year_citation_address(partnership, year) if is_told else "",
        },
    )


@require_safe
def year_reference(
    request: HttpRequest, home: str, partner: str, year: int, moment: datetime, written: str
) -> HttpResponse:
    """The citation of a state as a file."""
    partnership = _published(home, partner)
    history = YearHistory(partnership, year)
    beginning, _end = _state(history, moment)
    _told(history, beginning)
    reference = citing.reference_of_year(request, partnership, year, beginning)
    return download(reference, FORMATS[written])


def _published(home: str, partner: str) -> Partnership:
    return get_object_or_404(Partnership.objects.published().at(home, partner).with_places())


def _way_to(partnership: Partnership, year: int, is_told: bool = True) -> list[Crumb]:
    address = _address_today(partnership, year, is_told)
    return [*trail.to_chronicle(partnership), (str(year), address)]


def _address_today(partnership: Partnership, year: int, is_told: bool) -> str:
    """The page of the year; where all its entries have gone elsewhere, the chronicle."""
    return year_address(partnership, year) if is_told else chronicle_address(partnership)


def _state(history: YearHistory, moment: datetime) -> tuple[datetime, datetime | None]:
    """When the state of that moment began and ended."""
    moments = history.moments
    place = bisect_right(moments, moment)
    if place == 0 or moment > timezone.now() + SECOND:
        raise Http404
    return moments[place - 1], moments[place] if place < len(moments) else None


def _told(history: YearHistory, moment: datetime) -> PastPage:
    """A year without a single entry had no page then, or has none of it left."""
    page = history.at(moment)
    if not any(each.event.date.earliest.year == history.year for each in page.entries):
        raise Http404
    return page
