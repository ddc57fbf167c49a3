"""A dataset, or what filters leave of it, as a file to download."""

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.utils.text import slugify
from django.utils.translation import get_language

from events.data.changes import State
from events.data.dataset import Dataset
from events.data.filters import DataFilter
from events.data.sizes import measuring
from events.data.streams import MEDIA_TYPES, written
from twinning.publishing.public_body import public_body

LONGEST_NAME = 100


def file_address(dataset: Dataset, extension: str, query: Mapping[str, str] | None = None) -> str:
    address = reverse("data_file", args=[dataset, extension])
    return f"{address}?{urlencode(query)}" if query else address


def file_response(
    request: HttpRequest, dataset: Dataset, extension: str, chosen: DataFilter, state: State
) -> HttpResponseBase:
    """Streamed, or 304 for who has it. `chosen` must be valid."""
    mark = entity_tag(request, dataset, state)
    language = get_language() or ""
    response: Any = get_conditional_response(request, mark, timestamp(state))
    if response is None:
        pieces = written(dataset, extension, chosen, request.build_absolute_uri, language)
        if not chosen.values:
            pieces = measuring(pieces, dataset, extension, request.build_absolute_uri, state)
        response = StreamingHttpResponse(pieces, content_type=content_type(extension))
        how = "attachment" if extension == "csv" else "inline"
        name = file_name(dataset, extension, chosen)
        response.headers["Content-Disposition"] = f'{how}; filename="{name}"'
    return with_headers(response, mark, state)


def content_type(extension: str) -> str:
    header = "; header=present" if extension == "csv" else ""
    return f"{MEDIA_TYPES[extension]}; charset=utf-8{header}"


def file_name(dataset: Dataset, extension: str, chosen: DataFilter) -> str:
    """What was chosen, and the day: `wydarzenia-katowice-saint-etienne-1994-2026-11-24.csv`."""
    parts = [dataset.slug, *chosen.values.values()]
    name = slugify("-".join(parts).replace("/", "-"))[:LONGEST_NAME].strip("-")
    return f"{name}-{timezone.localdate().isoformat()}.{extension}"


def entity_tag(request: HttpRequest, dataset: Dataset, state: State) -> str:
    """Of what this address answers in this state, as long as the fields are the same."""
    parts = [state.mark, request.build_absolute_uri(), *dataset.shape.model_fields]
    return quote_etag(hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32])


def timestamp(state: State) -> int | None:
    """For `Last-Modified`."""
    return int(state.moment.timestamp()) if state.moment else None


def with_headers(
    response: HttpResponseBase, mark: str, state: State, links: Mapping[str, str] | None = None
) -> HttpResponseBase:
    """Everybody may read it from any page; nobody may show it once it has changed.

    `links` are addresses by their relation to the answer.
    """
    response.headers["ETag"] = mark
    moment = timestamp(state)
    if moment is not None:
        response.headers["Last-Modified"] = http_date(moment)
    related = {**(links or {}), "license": public_body().licence_address}
    told = [f'<{address}>; rel="{name}"' for name, address in related.items() if address]
    if told:
        response.headers["Link"] = ", ".join(told)
    patch_cache_control(response, no_cache=True)
    return open_to_all(response)


def open_to_all(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link, Allow"
    return response
