from collections.abc import Iterator
from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.data import CHUNK, described_fields, event_object, json_array, published_events
from events.models import Event
from twinning.publishing.pages import public_page


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    events = Event.objects.published()
    count = events.count()
    return public_page(
        request,
        "events/data.html",
        address=lambda: reverse("data"),
        trail=[(_("Open data"), None)],
        description=ngettext(
            "%(counter)s published entry of the chronicle, for programs to read.",
            "All %(counter)s published entries of the chronicle, for programs to read.",
            count,
        )
        % {"counter": count},
        modified=events.aggregate(last=Max("updated_at"))["last"],
        fields=described_fields(),
        json_url=request.build_absolute_uri(reverse("events_json")),
    )


@require_safe
def events_json(request: HttpRequest) -> StreamingHttpResponse:
    """Streamed: rows are fetched in chunks and written as they come."""
    language = get_language() or ""

    def objects() -> Iterator[dict[str, Any]]:
        # The stream is written after the middleware is done, by somebody with a language of their
        # own: each object is made in the reader's language and handed over outside it.
        with override(language):
            events = published_events().iterator(chunk_size=CHUNK)
        while True:
            with override(language):
                event = next(events, None)
                if event is None:
                    return
                described = event_object(event, request)
            yield described

    return StreamingHttpResponse(
        json_array(objects()), content_type="application/json; charset=utf-8"
    )
