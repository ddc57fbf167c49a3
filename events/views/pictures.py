"""The pictures that stand for pages where they are shared; each as public as its page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from events.models import Event, YearNote
from events.overview import told_partnerships
from events.presentation import cards
from events.views.year import active_in
from partners.models import Partnership, Place
from twinning.metadata.views import picture_response


@require_safe
def event_picture(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    events = Event.objects.published().beginning_in(year).for_card()
    return picture_response(request, cards.of_event(get_object_or_404(events.at_slug(slug))))


@require_safe
def year_picture(request: HttpRequest, home: str, partner: str, year: int) -> HttpResponse:
    partnership, _others = active_in(year, home, partner)
    notes = YearNote.objects.published().of_partnership(partnership).covering(year)
    events = Event.objects.published().of_partnership(partnership).beginning_in(year)
    is_crossing = events.with_signing().exists()
    card = cards.of_year(partnership, year, notes, is_crossing=is_crossing)
    return picture_response(request, card)


@require_safe
def partnership_picture(request: HttpRequest, home: str, partner: str) -> HttpResponse:
    found = get_object_or_404(Partnership.objects.published().at(home, partner).with_places())
    return picture_response(request, cards.of_partnership(found))


@require_safe
def home_city_picture(request: HttpRequest, home: str) -> HttpResponse:
    place = get_object_or_404(Place.objects.homes().at_slug(home))
    partners = [each.partnership.partner for each in told_partnerships(place)]
    return picture_response(request, cards.of_home_city(place, partners))
