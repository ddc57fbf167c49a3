"""Where feeds and calendars stand: each below the page that it tells of."""

from dataclasses import dataclass

from django.urls import reverse

from events.models import Event, Series
from partners.models import Partnership, Place, Topic


@dataclass(frozen=True, slots=True)
class Subscription:
    """Addresses in the active language, empty where there is none. `event`: one day to note."""

    feed: str = ""
    calendar: str = ""
    event: str = ""


def of_site() -> Subscription:
    return Subscription(reverse("feed"), reverse("calendar"))


def of_home(home: Place) -> Subscription:
    args = [home.slug]
    return Subscription(
        reverse("home_city_feed", args=args), reverse("home_city_calendar", args=args)
    )


def of_partnership(partnership: Partnership) -> Subscription:
    args = [partnership.home.slug, partnership.partner.slug]
    return Subscription(
        reverse("partnership_feed", args=args), reverse("partnership_calendar", args=args)
    )


def of_series(series: Series) -> Subscription:
    return Subscription(feed=reverse("series_feed", args=[series.slug]))


def of_topic(topic: Topic) -> Subscription:
    return Subscription(feed=reverse("topic_feed", args=[topic.slug]))


def of_event(event: Event) -> Subscription:
    """Only days that are known can be noted in a calendar."""
    if event.date.certain_days is None:
        return Subscription()
    year = event.date.earliest.year
    return Subscription(event=reverse("event_calendar", args=[year, event.slug]))
