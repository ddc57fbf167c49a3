from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import subscriptions
from events.addresses import chronicle_address, figures_address, timeline_address, year_address
from events.booklet.addresses import booklet_address
from events.chronicle import YearBar, by_year, year_bars
from events.facets import filter_groups, outlines
from events.forms import ChronicleFilter
from events.models import Event, YearNote
from events.presentation import metadata
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
    entries = outlines(events, partnership, chosen.cleaned_data["topic"])
    bars = year_bars(
        (entry.begins for entry in entries), lambda year: year_address(partnership, year)
    )
    shown = chosen.narrow(events, partnership).seen_from(partnership).for_lists().in_order()
    notes = [] if chosen.is_narrowing else YearNote.objects.published().of_partnership(partnership)
    return public_page(
        request,
        "events/chronicle.html",
        address=lambda: chronicle_address(partnership),
        query=chosen.values,
        chosen=chosen.values,
        trail=[*trail.to_partnership(partnership), (_("Chronicle"), None)],
        metadata=metadata.of_chronicle(partnership, bars),
        subscription=subscriptions.of_partnership(partnership),
        partnership=partnership,
        years=bars,
        told=by_year(shown, list(notes), bars, gaps=not chosen.is_narrowing),
        description=_told_from_to(len(entries), bars),
        is_empty=not entries,
        shown=counted(len(shown)),
        clear_url=chronicle_address(partnership),
        booklet_url=booklet_address(partnership),
        timeline_url=timeline_address(partnership),
        figures_url=figures_address(partnership),
        filters=filter_groups(
            chosen.narrow(events, partnership, but="topic"), entries, partnership, chosen.values
        ),
        is_narrowed=chosen.is_narrowing,
    )


def _told_from_to(count: int, bars: Sequence[YearBar]) -> str:
    """“115 entries, 1991–2023”."""
    if not bars:
        return ""
    years = sorted({bars[0].year, bars[-1].year})
    return f"{counted(count)}, {'–'.join(map(str, years))}"
