from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from events.chronicle import link_to, neighbours, year_bars
from events.models import Event, YearNote
from events.views import trail
from partners.models import Partnership
from twinning.publishing.pages import public_page


@require_safe
def year(request: HttpRequest, home: str, partner: str, year: int) -> HttpResponse:
    partnership, others = _active_in(year, home, partner)
    events = Event.objects.published().of_partnership(partnership)
    bars = year_bars(
        events.values_list("date_earliest", flat=True),
        lambda each: trail.year_address(partnership, each),
        current=year,
    )
    beside = neighbours(bars, year)
    entries = events.told_in(year).seen_from(partnership).for_lists().in_order()
    return public_page(
        request,
        "events/year.html",
        address=lambda: trail.year_address(partnership, year),
        trail=[*trail.to_chronicle(partnership), (str(year), None)],
        partnership=partnership,
        year=year,
        years=bars,
        previous=link_to(beside.previous),
        next=link_to(beside.next),
        notes=YearNote.objects.published().of_partnership(partnership).covering(year),
        entries=[entry for entry in entries if entry.date.earliest.year == year],
        going_on=[entry for entry in entries if entry.date.earliest.year < year],
        others=[(other, trail.year_address(other, year)) for other in others],
    )


def _active_in(year: int, home: str, partner: str) -> tuple[Partnership, list[Partnership]]:
    """The partnership at the address and the others of that year; both need entries in it."""
    told = Event.objects.published().beginning_in(year).values("partnerships")
    active = list(Partnership.objects.published().with_places().filter(pk__in=told))
    for each in active:
        if each.home.slug == home and each.partner.slug == partner:
            return each, [other for other in active if other != each]
    raise Http404
