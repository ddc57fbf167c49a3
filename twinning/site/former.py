"""Where a page that isn't found has gone: the present address of what stood there before."""

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import ResolverMatch, reverse
from django.utils.deprecation import MiddlewareMixin

from events.models import Agreement, Event, Series, Source
from partners.models import Network, Organisation, Partnership, Person, Place
from twinning.publishing.models import FormerAddress

# Records with a page of their own at `slug`, by the name of the page.
NOUNS: dict[str, Any] = {
    "event": Event,
    "series": Series,
    "organisation": Organisation,
    "person": Person,
    "agreement": Agreement,
    "network": Network,
    "source": Source,
}
# Pages below that of an entry.
OF_EVENTS = {"event_citation", "event_version", "event_reference", "event_calendar"}
FEEDS = {"series_feed": Series}


class FormerAddresses(MiddlewareMixin):
    """Leads from a former address to the present one; pages that are found pay nothing for it."""

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponsePermanentRedirect | None:
        match = request.resolver_match
        if not isinstance(exception, Http404) or match is None or request.method == "POST":
            return None
        address = present_address(match)
        if address is None or address == request.path:
            return None
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


def present_address(match: ResolverMatch) -> str | None:
    """The address, in the active language, of the public record that has left the one asked for."""
    if match.view_name in NOUNS:
        found = _at(NOUNS[match.view_name], match.kwargs["slug"])
        return None if found is None else found.get_absolute_url()
    if match.view_name in FEEDS:
        found = _at(FEEDS[match.view_name], match.kwargs["slug"])
        return None if found is None else reverse(match.view_name, args=[found.slug])
    if match.view_name in OF_EVENTS:
        return _of_event(match)
    if "partner" in match.kwargs:
        return _of_partnership(match)
    return _of_home(match) if "home" in match.kwargs else None


def _at(model: Any, slug: str) -> Any:
    former = FormerAddress.objects.of_model(model).at_slug(slug)
    return model.objects.published().filter(pk__in=former.keys()).first()


def _of_event(match: ResolverMatch) -> str | None:
    """The same page below the address that the entry has now."""
    found = _at(Event, match.kwargs["slug"])
    if found is None:
        return None
    now = {"year": found.date.earliest.year, "slug": found.slug}
    return reverse(match.view_name, kwargs={**match.kwargs, **now})


def _of_home(match: ResolverMatch) -> str | None:
    found = Place.objects.homes().filter(pk__in=_left(match.kwargs["home"])).first()
    return None if found is None else reverse(match.view_name, args=[found.slug])


def _of_partnership(match: ResolverMatch) -> str | None:
    """The same page of the partnership whose places stand, or once stood, at these addresses."""
    home, partner = match.kwargs["home"], match.kwargs["partner"]
    public = Partnership.objects.published()
    if public.at(home, partner).exists():
        return None  # what stands there now has no such page
    found = (
        public.with_places()
        .filter(_stands_at("home", home), _stands_at("partner", partner), home__is_home=True)
        .first()
    )
    if found is None:
        return None
    places = {"home": found.home.slug, "partner": found.partner.slug}
    return reverse(match.view_name, kwargs={**match.kwargs, **places})


def _stands_at(path: str, slug: str) -> Q:
    present = Place.objects.at_slug(slug).values("pk")
    return Q(**{f"{path}__in": present}) | Q(**{f"{path}__in": _left(slug)})


def _left(slug: str) -> Any:
    return FormerAddress.objects.of_model(Place).at_slug(slug).keys()
