from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from events.loom import loom
from events.overview import told_partnerships
from events.presentation.names import name_of
from partners.models import Place
from twinning.publishing.pages import public_page
from twinning.translation.templatetags.translated import plain


@require_safe
def home_city(request: HttpRequest, home: str) -> HttpResponse:
    place = get_object_or_404(Place.objects.homes().at_slug(home))
    partnerships = told_partnerships(place)
    return public_page(
        request,
        "events/home_city.html",
        address=place.get_absolute_url,
        description=plain(place, "description"),
        trail=[(name_of(place), None)],
        place=place,
        partnerships=partnerships,
        loom=loom(partnerships),
    )
