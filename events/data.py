"""An entry as open data: one flat object, the same keys in every language."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.models import Citation, Event, Participation
from events.models.event_queryset import EventQuerySet

CHUNK = 200


def published_events() -> EventQuerySet:
    return Event.objects.published().for_own_page().in_order()


def event_object(event: Event, request: HttpRequest) -> dict[str, Any]:
    """What a reader of the data gets for an entry. Dates are EDTF, addresses absolute."""
    return {
        "id": event.pk,
        "url": request.build_absolute_uri(event.get_absolute_url()),
        "language": get_language(),
        "date": event.date.edtf,
        "date_earliest": event.date.earliest.isoformat(),
        "date_latest": event.date.latest.isoformat(),
        "date_text": event.date.render(get_language() or settings.LANGUAGE_CODE),
        "title": event.title,
        "summary": event.summary,
        "kind": event.kind,
        "topics": [topic.name for topic in event.topics.all()],
        "partnerships": [
            {
                "home": partnership.home.name,
                "partner": partnership.partner.name,
                "url": request.build_absolute_uri(partnership.get_absolute_url()),
            }
            for partnership in event.partnerships.all()
        ],
        "networks": [network.name_on(event.date) for network in event.networks.all()],
        "place": event.place.name if event.place else None,
        "also_in": [place.name for place in event.also_in.all()],
        "venue": event.venue or None,
        "online": event.online,
        "series": event.public_series.name if event.public_series else None,
        "edition": event.public_edition,
        "part_of": event.parent_id if event.public_parent else None,
        "attendance": event.attendance,
        "attendance_precision": event.attendance_qualifier if event.attendance else None,
        "participants": [_participant(each) for each in event.participations.all()],
        "sources": [_source(citation, request) for citation in event.citations.all()],
    }


def _participant(participation: Participation) -> dict[str, Any]:
    return {
        "name": participation.name,
        "role": participation.role,
        "function": participation.function or None,
    }


def _source(citation: Citation, request: HttpRequest) -> dict[str, Any]:
    return {
        "title": citation.source.title,
        "url": request.build_absolute_uri(citation.source.get_absolute_url()),
        "locator": citation.locator or None,
        "stated_date": citation.stated_date.edtf if citation.stated_date else None,
        "disagrees": citation.disagrees,
    }


def json_array(objects: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A JSON array of `objects`, piece by piece, one object a line."""
    encoder = DjangoJSONEncoder(ensure_ascii=False)
    opening = "[\n"
    for each in objects:
        yield opening + encoder.encode(each)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def described_fields() -> list[tuple[str, str]]:
    """Every key of `event_object`, in its order, with what it holds."""
    return [
        ("id", _("number of the entry; it never changes")),
        ("url", _("address of its page")),
        ("language", _("language of the texts")),
        ("date", _("date as EDTF (ISO 8601-2), as precise as the source and no more")),
        ("date_earliest", _("first day that the date may mean")),
        ("date_latest", _("last day that the date may mean; 9999-12-31 for an open end")),
        ("date_text", _("date as people write it")),
        ("title", _("title")),
        ("summary", _("one or two sentences")),
        ("kind", _("kind of event, a word that is the same in every language")),
        ("topics", _("what it is about")),
        ("partnerships", _("partnerships it belongs to: home city, partner, address")),
        ("networks", _("networks it belongs to, under the names of that day")),
        ("place", _("city where it happened")),
        ("also_in", _("further cities")),
        ("venue", _("building or site")),
        ("online", _("whether it was held online")),
        ("series", _("series it is an edition of")),
        ("edition", _("number of the edition")),
        ("part_of", _("number of the entry that it is a part of")),
        ("attendance", _("number of participants")),
        ("attendance_precision", _("how exactly the source gives the number")),
        ("participants", _("who took part: name on that day, role, function")),
        ("sources", _("sources with address, place in the source, and what they say otherwise")),
    ]
