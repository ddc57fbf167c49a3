from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.addresses import chronicle_address, timeline_address
from events.presentation import metadata
from events.presentation.numbers import entries as counted
from events.timeline.gather import life_of
from events.timeline.life import span
from events.views import trail
from partners.models import Partnership
from twinning.publishing.pages import public_page


@require_safe
def timeline(request: HttpRequest, home: str, partner: str) -> HttpResponse:
    """A partnership's life on a single screen; there is none as long as nothing is told."""
    partnership = get_object_or_404(Partnership.objects.published().at(home, partner).with_places())
    life = life_of(partnership)
    if life is None:
        raise Http404
    return public_page(
        request,
        "events/timeline.html",
        address=lambda: timeline_address(partnership),
        trail=[*trail.to_partnership(partnership), (_("Timeline"), None)],
        metadata=metadata.of_picture(partnership, span(life.axis.first, life.axis.last)),
        description=f"{counted(life.entries)}, {span(life.axis.first, life.axis.last)}",
        partnership=partnership,
        life=life,
        chronicle_url=chronicle_address(partnership),
    )
