"""Two operations for each dataset, known to django-ninja, which describes them as OpenAPI."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from ninja import NinjaAPI

from events.api.paging import page_shape, paged, portion
from events.data import problems
from events.data.changes import state
from events.data.dataset import Dataset
from events.data.files import content_type, entity_tag, timestamp, with_headers
from events.data.filters import LARGEST, DataFilter
from events.data.registry import DATASETS
from events.data.streams import encoded

VERSION = "1.0.0"

Making = Callable[[], tuple[Any, dict[str, str]]]

# Its own documentation and description would be in one language, and its pages of another host.
api = NinjaAPI(version=VERSION, urls_namespace="api", openapi_url=None, docs_url=None)


def _offer(dataset: Dataset) -> None:
    @api.get(
        dataset.name,
        response=page_shape(dataset),
        operation_id=f"list_{dataset.name}",
        url_name=dataset.name,
        tags=[dataset.name],
    )
    def listed(request: HttpRequest) -> HttpResponseBase:
        chosen = paged(dataset)(request.GET)
        if not chosen.is_valid():
            return problems.of_filters(chosen)
        return _answered(request, dataset, lambda: _page(request, dataset, chosen))

    @api.get(
        dataset.name + "/{int:key}",
        response=dataset.shape,
        operation_id=f"get_{dataset.name}",
        url_name=f"{dataset.name}_record",
        tags=[dataset.name],
    )
    def one(request: HttpRequest, key: int) -> HttpResponseBase:
        if request.GET:
            return problems.of_filters(DataFilter(request.GET))
        found = dataset.records().filter(pk=key).first() if key <= LARGEST else None
        if found is None:
            return problems.not_found()
        return _answered(
            request, dataset, lambda: (dataset.described(found, request.build_absolute_uri), {})
        )


def _page(request: HttpRequest, dataset: Dataset, chosen: Any) -> tuple[Any, dict[str, str]]:
    part = portion(dataset, chosen)
    following = f"{request.path}?{part.following}" if part.following else ""
    address = request.build_absolute_uri(following) if following else None
    body = {
        "count": part.count,
        "next": address,
        "items": [dataset.described(each, request.build_absolute_uri) for each in part.records],
    }
    return body, {"next": address} if address else {}


def _answered(request: HttpRequest, dataset: Dataset, made: Making) -> HttpResponseBase:
    """What `made` gives, unless the reader has it already: a body and the links beside it."""
    now = state()
    mark = entity_tag(request, dataset, now)
    known = get_conditional_response(request, mark, timestamp(now))
    if known is not None:
        return with_headers(known, mark, now)
    body, links = made()
    response = HttpResponse(encoded(body), content_type=content_type("json"))
    return with_headers(response, mark, now, links)


for _dataset in DATASETS.values():
    _offer(_dataset)
