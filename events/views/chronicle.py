from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.chronicle import by_year, year_bars
from events.facets import filter_groups, outlines
from events.forms import ChronicleFilter
from events.models import Event, YearNote
from events.presentation.numbers import entries as counted
from events.views import trail
from partners.models import Partnership
from twinning.publishing.pages import public_page


@require_safe
def chronicle(request: HttpRequest, home: str, partner: str) -> HttpResponse:
    partnership = get_object_or_404(Partnership.objects.published().at(home, partner).with_places())
    chosen = ChronicleFilter(request.GET)
    if not chosen.is_valid():
        raise Http404
    events = Event.objects.published().of_partnership(partnership)
    entries = outlines(events, partnership)
    bars = year_bars(
        (entry.begins for entry in entries), lambda year: trail.year_address(partnership, year)
    )
    shown = chosen.narrow(events, partnership).seen_from(partnership).for_lists().in_order()
    notes = [] if chosen.is_narrowing else YearNote.objects.published().of_partnership(partnership)
    return public_page(
        request,
        "events/chronicle.html",
        address=lambda: trail.chronicle_address(partnership),
        query=chosen.values,
        trail=[*trail.to_partnership(partnership), (_("Chronicle"), None)],
        partnership=partnership,
        years=bars,
        told=by_year(shown, list(notes), bars, gaps=not chosen.is_narrowing),
        counted=counted(len(entries)),
        shown=counted(len(shown)),
        clear_url=trail.chronicle_address(partnership),
        filters=filter_groups(events, entries, partnership, chosen.values),
        is_narrowed=chosen.is_narrowing,
    )
