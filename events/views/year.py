from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from events import subscriptions
from events.addresses import year_address, year_citation_address
from events.chronicle import link_to, neighbours, year_bars
from events.models import Event, YearNote
from events.presentation import metadata
from events.views import trail
from partners.models import Partnership
from twinning.publishing.pages import public_page
from twinning.translation.texts import own_text

TITLES = 5  # that a search engine shows as a page's description


@require_safe
def year(request: HttpRequest, home: str, partner: str, year: int) -> HttpResponse:
    partnership, others = active_in(year, home, partner)
    events = Event.objects.published().of_partnership(partnership)
    bars = year_bars(
        events.values_list("date_earliest", flat=True),
        lambda each: year_address(partnership, each),
        current=year,
    )
    beside = neighbours(bars, year)
    entries = events.told_in(year).seen_from(partnership).for_lists().in_order()
    begun = [entry for entry in entries if entry.date.earliest.year == year]
    notes = list(YearNote.objects.published().of_partnership(partnership).covering(year))
    return public_page(
        request,
        "events/year.html",
        address=lambda: year_address(partnership, year),
        trail=[*trail.to_chronicle(partnership), (str(year), None)],
        metadata=metadata.of_year(partnership, year, begun, notes),
        subscription=subscriptions.of_partnership(partnership),
        partnership=partnership,
        year=year,
        years=bars,
        previous=link_to(beside.previous),
        next=link_to(beside.next),
        description=in_short(notes, begun),
        citation_url=year_citation_address(partnership, year),
        notes=notes,
        entries=begun,
        going_on=[entry for entry in entries if entry.date.earliest.year < year],
        others=[(other, year_address(other, year)) for other in others],
    )


def in_short(notes: list[YearNote], begun: list[Event]) -> str:
    """The leads of the year's notes, or else the titles of its entries."""
    leads = [lead for note in notes if (lead := own_text(note, "lead"))]
    titles = [title for entry in begun if (title := own_text(entry, "title"))]
    return " ".join(leads) or " · ".join(titles[:TITLES])


def active_in(year: int, home: str, partner: str) -> tuple[Partnership, list[Partnership]]:
    """The partnership at the address and the others of that year; both need entries in it."""
    told = Event.objects.published().beginning_in(year).values("partnerships")
    active = list(Partnership.objects.published().with_places().filter(pk__in=told))
    for each in active:
        if each.home.slug == home and each.partner.slug == partner:
            return each, [other for other in active if other != each]
    raise Http404
