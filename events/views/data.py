from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.api.description import described_api
from events.api.manual import operations
from events.api.paging import MOST, USUAL
from events.data import problems
from events.data.catalogue import catalogue
from events.data.changes import state
from events.data.dataset import Dataset, Span
from events.data.files import (
    file_address,
    file_response,
    open_to_all,
)
from events.data.registry import DATASETS, spans
from events.data.sizes import known_sizes
from events.data.streams import MEDIA_TYPES, encoded
from partners.models import Partnership
from twinning.publishing.pages import public_page
from twinning.publishing.public_body import public_body


@dataclass(frozen=True, slots=True)
class File:
    """`size` is empty where it isn't known."""

    extension: str
    url: str
    size: str


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    return public_page(
        request,
        "events/data.html",
        address=lambda: reverse("data"),
        trail=[(_("Open data"), None)],
        description=_("Everything this site tells, as tables and for programs."),
        datasets=list(_offered(request)),
        catalogue_url=reverse("data_catalogue"),
        manual_url=reverse("api_manual"),
        example=_example(),
        publisher=public_body(),
    )


def _offered(request: HttpRequest) -> Iterator[tuple[Dataset, Span, list[File]]]:
    sizes = known_sizes(request.build_absolute_uri, state())
    for dataset, span in spans().items():
        files = [
            File(each, file_address(dataset, each), _told(sizes.get((dataset.name, each))))
            for each in MEDIA_TYPES
        ]
        yield dataset, span, files


def _told(size: int | None) -> str:
    return "" if size is None else filesizeformat(size)


def _example() -> str:
    """A part of the entries, for who wants to see how one is asked for."""
    first = Partnership.objects.published().with_places().order_by("pk").first()
    if first is None:
        return file_address(DATASETS["events"], "csv")
    slug = f"slug_{settings.LANGUAGE_CODE}"
    partnership = f"{getattr(first.home, slug)}/{getattr(first.partner, slug)}"
    query = {"partnership": partnership, "since": "1994", "until": "1998"}
    return file_address(DATASETS["events"], "csv", query)


@require_safe
def data_file(request: HttpRequest, dataset: Dataset, extension: str) -> HttpResponseBase:
    chosen = dataset.filters(request.GET)
    if not chosen.is_valid():
        return open_to_all(problems.of_filters(chosen))
    return file_response(request, dataset, extension, chosen, state())


@require_safe
def data_catalogue(request: HttpRequest) -> HttpResponseBase:
    response = HttpResponse(
        encoded(catalogue(request, state())), content_type="application/ld+json"
    )
    return open_to_all(response)


@require_safe
def api_manual(request: HttpRequest) -> HttpResponse:
    """For programmers, written from the description that programs read."""
    description = described_api(request)
    return public_page(
        request,
        "events/api_manual.html",
        address=lambda: reverse("api_manual"),
        trail=[(_("Open data"), reverse("data")), (_("For programmers"), None)],
        description=_("How programs read the data of this site: addresses, filters, pages."),
        operations=operations(description),
        address_of_api=request.build_absolute_uri(reverse("api:root")),
        description_url=reverse("api:description"),
        usual=USUAL,
        most=MOST,
    )
