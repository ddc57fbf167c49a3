from django.db.models import Count, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from events.loom import loom
from partners.models import Partnership, Place
from twinning.publishing.models import Status
from twinning.publishing.pages import public_page
from twinning.translation.collation import in_alphabet

PUBLISHED = Q(events__status=Status.PUBLISHED)


@require_safe
def home_city(request: HttpRequest, home: str) -> HttpResponse:
    place = get_object_or_404(Place.objects.homes().select_related("parent").at_slug(home))
    partnerships = (
        Partnership.objects.published()
        .of_home(place)
        .with_places()
        .annotate(
            entries=Count("events", filter=PUBLISHED),
            first=Min("events__date_earliest", filter=PUBLISHED),
        )
    )
    told = in_alphabet(partnerships, key=lambda each: each.partner.name)
    return public_page(
        request,
        "events/home_city.html",
        address=place.get_absolute_url,
        trail=[(place.name, None)],
        place=place,
        partnerships=told,
        loom=loom((each, each.first) for each in told),
    )
