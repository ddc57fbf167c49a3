from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from events import subscriptions
from events.addresses import chronicle_address, figures_address, timeline_address, year_address
from events.chronicle import year_bars
from events.models import Agreement, Citation, Event, Series
from events.presentation import facts, metadata
from events.presentation.names import name_of
from events.presentation.numbers import entries as counted
from events.views import trail
from partners.models import Partnership
from twinning.publishing.pages import public_page
from twinning.translation.collation import in_alphabet
from twinning.translation.texts import own_text


@require_safe
def partnership(request: HttpRequest, home: str, partner: str) -> HttpResponse:
    found = get_object_or_404(
        Partnership.objects.published()
        .at(home, partner)
        .with_places()
        .prefetch_related("topics", "reasons")
    )
    beginnings = list(
        Event.objects.published().of_partnership(found).values_list("date_earliest", flat=True)
    )
    return public_page(
        request,
        "events/partnership.html",
        address=found.get_absolute_url,
        description=own_text(found, "summary"),
        trail=[*trail.to_home_city(found.home), (name_of(found.partner), None)],
        metadata=metadata.of_partnership(found),
        subscription=subscriptions.of_partnership(found),
        partnership=found,
        agreements=Agreement.objects.published().of_partnership(found).with_acts().in_order(),
        organisations=in_alphabet(found.organisations.published()),
        series=in_alphabet(Series.objects.published().of_partnership(found)),
        citations=Citation.objects.public().filter(partnership=found),
        years=year_bars(beginnings, lambda year: year_address(found, year)),
        counted=counted(len(beginnings)),
        facts=facts.of_partnership(found),
        chronicle_url=chronicle_address(found),
        timeline_url=timeline_address(found),
        figures_url=figures_address(found),
    )
