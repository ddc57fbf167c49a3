from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from events import subscriptions
from events.loom import loom
from events.overview import told_partnerships
from events.presentation import metadata
from events.presentation.names import name_of
from partners.models import Place
from twinning.publishing.pages import public_page
from twinning.translation.texts import own_text


@require_safe
def home_city(request: HttpRequest, home: str) -> HttpResponse:
    place = get_object_or_404(Place.objects.homes().at_slug(home))
    partnerships = told_partnerships(place)
    return public_page(
        request,
        "events/home_city.html",
        address=place.get_absolute_url,
        description=own_text(place, "description"),
        trail=[(name_of(place), None)],
        metadata=metadata.of_home_city(place, partnerships),
        subscription=subscriptions.of_home(place),
        place=place,
        partnerships=partnerships,
        loom=loom(partnerships),
        comparison_url=reverse("comparison") if len(partnerships) > 1 else "",
    )
