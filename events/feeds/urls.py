"""Addresses of feeds and calendars: below the pages of what they tell of."""

from django.urls import URLPattern, include, path
from django.utils.translation import pgettext_lazy

from events.feeds import page, views


def _feed(view: views.View, name: str) -> URLPattern:
    return path(pgettext_lazy("address", "feed.atom"), view, name=name)


def _calendar(view: views.View, name: str) -> URLPattern:
    return path(pgettext_lazy("address", "calendar.ics"), view, name=name)


_topic = [_feed(views.topic_feed, "topic_feed")]
_series = [_feed(views.series_feed, "series_feed")]

urlpatterns = [
    _feed(views.site_feed, "feed"),
    _calendar(views.site_calendar, "calendar"),
    path(
        pgettext_lazy("address", "feeds/"),
        include(
            [
                path("", page.subscriptions, name="subscriptions"),
                path("<slug:slug>/", include(_topic)),
            ]
        ),
    ),
    path(pgettext_lazy("address", "series/"), include([path("<slug:slug>/", include(_series))])),
    path(
        pgettext_lazy("address", "events/"),
        include(
            [
                path(
                    "<int:year>/<slug:slug>/",
                    include([_calendar(views.calendar_of_event, "event_calendar")]),
                )
            ]
        ),
    ),
    path(
        "<slug:home>/",
        include(
            [
                _feed(views.home_city_feed, "home_city_feed"),
                _calendar(views.home_city_calendar, "home_city_calendar"),
            ]
        ),
    ),
    path(
        "<slug:home>/<slug:partner>/",
        include(
            [
                _feed(views.partnership_feed, "partnership_feed"),
                _calendar(views.partnership_calendar, "partnership_calendar"),
            ]
        ),
    ),
]
