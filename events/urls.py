"""Addresses of the chronicle, each segment in the language of the page."""

from django.urls import include, path, register_converter
from django.utils.translation import pgettext_lazy

from events import views
from events.converters import YearConverter

register_converter(YearConverter, "year")

urlpatterns = [
    path(
        pgettext_lazy("address", "events/"),
        include([path("<year:year>/<slug:slug>/", views.event, name="event")]),
    ),
    path(
        pgettext_lazy("address", "series/"),
        include(
            [
                path("", views.series_list, name="series_list"),
                path("<slug:slug>/", views.series, name="series"),
            ]
        ),
    ),
    path(
        pgettext_lazy("address", "organisations/"),
        include(
            [
                path("", views.organisations, name="organisations"),
                path("<slug:slug>/", views.organisation, name="organisation"),
            ]
        ),
    ),
    path(
        pgettext_lazy("address", "people/"),
        include(
            [
                path("", views.people, name="people"),
                path("<slug:slug>/", views.person, name="person"),
            ]
        ),
    ),
    path(
        pgettext_lazy("address", "agreements/"),
        include(
            [
                path("", views.agreements, name="agreements"),
                path("<slug:slug>/", views.agreement, name="agreement"),
            ]
        ),
    ),
    path(
        pgettext_lazy("address", "networks/"),
        include(
            [
                path("", views.networks, name="networks"),
                path("<slug:slug>/", views.network, name="network"),
            ]
        ),
    ),
    path(
        pgettext_lazy("address", "documents/"),
        include(
            [
                path("", views.sources, name="sources"),
                path("<slug:slug>/", views.source, name="source"),
            ]
        ),
    ),
    path(
        pgettext_lazy("address", "data/"),
        include(
            [
                path("", views.data, name="data"),
                path(
                    pgettext_lazy("address", "events.json"), views.events_json, name="events_json"
                ),
            ]
        ),
    ),
    # Below the language itself, so last: the home cities and their partnerships.
    path("<slug:home>/", views.home_city, name="home_city"),
    path("<slug:home>/<slug:partner>/", views.partnership, name="partnership"),
    path("<slug:home>/<slug:partner>/<year:year>/", views.year, name="year"),
    path(
        "<slug:home>/<slug:partner>/",
        include([path(pgettext_lazy("address", "history/"), views.chronicle, name="chronicle")]),
    ),
]
