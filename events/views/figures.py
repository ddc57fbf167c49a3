from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.addresses import chronicle_address, figures_address
from events.figures import figures_of
from events.presentation import metadata
from events.presentation.numbers import entries as counted
from events.timeline.life import span
from events.views import trail
from partners.models import Partnership
from twinning.publishing.pages import public_page


@require_safe
def figures(request: HttpRequest, home: str, partner: str) -> HttpResponse:
    """What a chronicle holds, counted; there is nothing to count as long as nothing is told."""
    partnership = get_object_or_404(Partnership.objects.published().at(home, partner).with_places())
    found = figures_of(partnership)
    if found is None:
        raise Http404
    years = span(*found.years)
    return public_page(
        request,
        "events/figures.html",
        address=lambda: figures_address(partnership),
        trail=[*trail.to_partnership(partnership), (_("In figures"), None)],
        metadata=metadata.of_picture(partnership, years),
        description=f"{counted(found.entries)}, {years}",
        partnership=partnership,
        tables=found.tables,
        chronicle_url=chronicle_address(partnership),
    )
