"""Addresses of the chronicle, each segment in the language of the page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.utils.translation import pgettext_lazy

from events import views
from events.converters import (
    DatasetConverter,
    FileFormatConverter,
    MomentConverter,
    NumberConverter,
    ReferenceFormatConverter,
    YearConverter,
)
from events.feeds.urls import urlpatterns as subscriptions

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


register_converter(YearConverter, "year")
register_converter(DatasetConverter, "dataset")
register_converter(FileFormatConverter, "file")
register_converter(NumberConverter, "number")
register_converter(MomentConverter, "moment")
register_converter(ReferenceFormatConverter, "written")

View = Callable[..., HttpResponseBase]


def _noun(segment: "StrOrPromise", **named: View) -> URLResolver:
    """All records of a kind at `segment`, one of them below it; first the index, then the page."""
    (index_name, index), (page_name, page) = named.items()
    below = [path("", index, name=index_name), path("<slug:slug>/", page, name=page_name)]
    return path(segment, include(below))


def _pictured(route: str, page: View, picture: View) -> list[URLPattern | URLResolver]:
    """A page and, below it, the picture that stands for it where it is shared."""
    name, picture_name = page.__name__, picture.__name__
    below = [path(pgettext_lazy("address", "picture.png"), picture, name=picture_name)]
    return [path(route, page, name=name), path(route, include(below))]


def _citable(segment: "StrOrPromise", *, at: str, **named: View) -> Any:
    """Below a page: how it is cited, and its earlier versions `at` a number or a moment."""
    (name, citation), (version_name, version), (reference_name, reference) = named.items()
    versions = [
        path(f"{at}/", version, name=version_name),
        path(f"{at}/<written:written>/", reference, name=reference_name),
    ]
    return include(
        [
            path(pgettext_lazy("address", "citation/"), citation, name=name),
            path(segment, include(versions)),
        ]
    )


BOOKLET = [
    path("", views.booklet, name="booklet"),
    path(pgettext_lazy("address", "order/"), views.booklet_order, name="booklet_order"),
    path(
        "<year:first>-<year:last>.<slug:language>.<slug:form>",
        views.booklet_file,
        name="booklet_file",
    ),
]

urlpatterns = [
    path(
        pgettext_lazy("address", "events/"),
        include(
            [
                *_pictured("<year:year>/<slug:slug>/", views.event, views.event_picture),
                path(
                    "<year:year>/<slug:slug>/",
                    _citable(
                        pgettext_lazy("address", "version/"),
                        at="<number:number>",
                        event_citation=views.event_citation,
                        event_version=views.event_version,
                        event_reference=views.event_reference,
                    ),
                ),
            ]
        ),
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
                path(pgettext_lazy("address", "api/"), views.api_manual, name="api_manual"),
                path("<dataset:dataset>.<file:extension>", views.data_file, name="data_file"),
            ]
        ),
    ),
    path(
        pgettext_lazy("address", "search/"),
        include(
            [
                path("", views.search, name="search"),
                path("opensearch.xml", views.search_description, name="search_description"),
                path("suggestions.json", views.search_suggestions, name="search_suggestions"),
            ]
        ),
    ),
    *subscriptions,
    path(pgettext_lazy("address", "comparison/"), views.compared, name="comparison"),
    path("api/v1/", include("events.api.urls")),
    # Below the language itself, so last: the home cities and their partnerships.
    *_pictured("<slug:home>/", views.home_city, views.home_city_picture),
    *_pictured("<slug:home>/<slug:partner>/", views.partnership, views.partnership_picture),
    *_pictured("<slug:home>/<slug:partner>/<year:year>/", views.year, views.year_picture),
    path(
        "<slug:home>/<slug:partner>/",
        include(
            [
                path(pgettext_lazy("address", "history/"), views.chronicle, name="chronicle"),
                path(pgettext_lazy("address", "timeline/"), views.timeline, name="timeline"),
                path(pgettext_lazy("address", "in-figures/"), views.figures, name="figures"),
                path(pgettext_lazy("address", "booklet/"), include(BOOKLET)),
            ]
        ),
    ),
    path(
        "<slug:home>/<slug:partner>/<year:year>/",
        _citable(
            pgettext_lazy("address", "state/"),
            at="<moment:moment>",
            year_citation=views.year_citation,
            year_state=views.year_state,
            year_reference=views.year_reference,
        ),
    ),
]
