from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from events.addresses import year_address
from events.models import Agreement, Event
from events.presentation import facts
from events.presentation.entries import side
from events.presentation.names import name_of
from events.views import trail
from twinning.publishing.pages import Crumb, public_page
from twinning.translation.templatetags.translated import plain


@require_safe
def event(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    found = get_object_or_404(Event.objects.published().for_own_page().at_slug(slug))
    if year != found.date.earliest.year:
        return redirect(found, permanent=True)
    agreements = list(Agreement.objects.published().filter(acts__event=found).distinct())
    return public_page(
        request,
        "events/event.html",
        address=found.get_absolute_url,
        description=plain(found, "summary"),
        trail=[*_way_to(found), (name_of(found), None)],
        event=found,
        partnership=next(iter(found.partnerships.all()), None),
        side=side(found, None),
        agreements=agreements,
        facts=facts.of_event(found),
        parts=Event.objects.published().filter(parent=found).for_mixed_lists().in_order(),
    )


def _way_to(found: Event) -> list[Crumb]:
    """Through the chronicle that the entry belongs to, when it belongs to just one."""
    partnerships = list(found.partnerships.all())
    if len(partnerships) != 1:
        return []
    year = found.date.earliest.year
    return [
        *trail.to_chronicle(partnerships[0]),
        (str(year), year_address(partnerships[0], year)),
    ]
