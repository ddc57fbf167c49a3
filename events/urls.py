"""Addresses of the chronicle, each segment in the language of the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpResponseBase
from django.urls import URLResolver, include, path, register_converter
from django.utils.translation import pgettext_lazy

from events import views
from events.converters import YearConverter

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

register_converter(YearConverter, "year")

View = Callable[..., HttpResponseBase]


def _noun(segment: "StrOrPromise", **named: View) -> URLResolver:
    """All records of a kind at `segment`, one of them below it; first the index, then the page."""
    (index_name, index), (page_name, page) = named.items()
    below = [path("", index, name=index_name), path("<slug:slug>/", page, name=page_name)]
    return path(segment, include(below))


urlpatterns = [
    path(
        pgettext_lazy("address", "events/"),
        include([path("<year:year>/<slug:slug>/", views.event, name="event")]),
    ),
    _noun(pgettext_lazy("address", "series/"), series_list=views.series_list, series=views.series),
    _noun(
        pgettext_lazy("address", "organisations/"),
        organisations=views.organisations,
        organisation=views.organisation,
    ),
    _noun(pgettext_lazy("address", "people/"), people=views.people, person=views.person),
    _noun(
        pgettext_lazy("address", "agreements/"),
        agreements=views.agreements,
        agreement=views.agreement,
    ),
    _noun(pgettext_lazy("address", "networks/"), networks=views.networks, network=views.network),
    _noun(pgettext_lazy("address", "documents/"), sources=views.sources, source=views.source),
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
