"""What a feed or a calendar tells of. Each asks for what is public, and raises 404 for the rest."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events import addresses, subscriptions
from events.models import Agreement, Event, Series
from events.models.agreement import AgreementQuerySet
from events.models.event_queryset import EventQuerySet
from events.presentation.names import plain_name
from events.subscriptions import Subscription
from partners.models import Partnership, Place, Topic
from twinning.translation.texts import Text, text_of


@dataclass(frozen=True, slots=True)
class Subject:
    """`name` is the record's, none for the whole site; `page` the address where people read it.

    `page` and `subscription` are asked with each language active.
    """

    record: Model | None
    name: Text | None
    page: Callable[[], str]
    subscription: Callable[[], Subscription]
    events: EventQuerySet
    agreements: AgreementQuerySet

    @property
    def title(self) -> Text:
        """The name and the site's; in the language of the name, which is what is looked for."""
        site = _("Partner cities")
        if self.name is None:
            return Text(site, get_language() or "", is_fallback=False)
        return Text(f"{self.name.text} – {site}", self.name.language, self.name.is_fallback)


def site() -> Subject:
    return Subject(
        None,
        None,
        lambda: reverse("home"),
        subscriptions.of_site,
        Event.objects.published(),
        Agreement.objects.published(),
    )


def home_city(home: str) -> Subject:
    place = get_object_or_404(Place.objects.homes().at_slug(home))
    partnerships = Partnership.objects.published().of_home(place)
    return Subject(
        place,
        text_of(place, "name"),
        place.get_absolute_url,
        lambda: subscriptions.of_home(place),
        Event.objects.published().of_home(place),
        Agreement.objects.published().filter(partnership__in=partnerships),
    )


def partnership(home: str, partner: str) -> Subject:
    found = get_object_or_404(Partnership.objects.published().at(home, partner).with_places())
    return Subject(
        found,
        plain_name(found),
        found.get_absolute_url,
        lambda: subscriptions.of_partnership(found),
        Event.objects.published().of_partnership(found),
        Agreement.objects.published().of_partnership(found),
    )


def series(slug: str) -> Subject:
    found = get_object_or_404(Series.objects.published().at_slug(slug))
    return Subject(
        found,
        text_of(found, "name"),
        found.get_absolute_url,
        lambda: subscriptions.of_series(found),
        Event.objects.published().filter(series=found),
        Agreement.objects.none(),
    )


def topic(slug: str) -> Subject:
    """A topic that no public entry has isn't told of either: it may be a draft's alone."""
    found = get_object_or_404(Topic.objects.at_slug(slug))
    events = Event.objects.published().about(found)
    if not events.exists():
        raise Http404
    return Subject(
        found,
        text_of(found, "name"),
        lambda: addresses.entries_about(found),
        lambda: subscriptions.of_topic(found),
        events,
        Agreement.objects.none(),
    )
