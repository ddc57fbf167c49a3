from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.utils.translation import gettext as _

from events.models import Event, EventKind, Participation, Series
from events.presentation.linked.naming import named, page_of, told
from events.presentation.linked.organisations import network, organisation, person
from events.presentation.linked.places import both_cities, place
from events.presentation.linked.works import image, source
from twinning.metadata.linked_data import Address, Node, days, thing
from twinning.translation.texts import text_of

KINDS = {
    EventKind.FESTIVAL: "Festival",
    EventKind.EXHIBITION: "ExhibitionEvent",
    EventKind.CONCERT: "MusicEvent",
    EventKind.TRAINING: "EducationEvent",
}

Role = Participation.Role
PROPERTIES = {
    Role.ORGANISER: "organizer",
    Role.CO_ORGANISER: "organizer",
    Role.SPEAKER: "performer",
    Role.PERFORMER: "performer",
    Role.SPONSOR: "sponsor",
    Role.PARTICIPANT: "attendee",
    Role.HONOURED: "attendee",
    Role.GUEST: "attendee",
}  # whoever else had a part in it: contributor
MODES = "https://schema.org/{}EventAttendanceMode"


def event(record: Event, **properties: Any) -> Node:
    """In short. A date that isn't one of days stands with the page that tells of it, as EDTF."""
    when = days(record.date, "startDate", "endDate")
    page = page_of(record)
    told_on = thing("WebPage", url=page, temporalCoverage=record.date.edtf)
    short = {"url": page, **when, **({} if when else {"subjectOf": told_on})}
    return named(KINDS.get(EventKind(record.kind), "Event"), record, **{**short, **properties})


def happened(record: Event) -> Node:
    """In short, with where it happened, if the entry was fetched with its place."""
    return event(record, location=place(record.place) if record.place else None)


def whole_event(record: Event, parts: Iterable[Event]) -> Node:
    """`record` from `for_own_page()`."""
    online = record.online
    mode = ("Mixed" if record.place else "Online") if online else "Offline"
    described = event(
        record,
        description=told(record, "summary"),
        location=_locations(record),
        eventAttendanceMode=MODES.format(mode) if online or record.place else "",
        keywords=[told(topic, "name") for topic in record.topics.all()],
        about=[
            *chain.from_iterable(both_cities(each) for each in record.partnerships.all()),
            *(network(each) for each in record.networks.all()),
        ],
        superEvent=_wholes(record),
        subEvent=[event(part) for part in parts],
        image=[image(each.image) for each in record.event_images.all()],
        subjectOf=[source(each.source) for each in record.citations.all()],
        **_participants(record),
    )
    return _once_each(described)


def series(record: Series, **properties: Any) -> Node:
    return named("EventSeries", record, url=page_of(record), **properties)


def whole_series(record: Series, events: Iterable[Event]) -> Node:
    """`record` with its published partnerships."""
    cities = chain.from_iterable(both_cities(each) for each in record.partnerships.all())
    return _once_each(
        series(
            record,
            description=told(record, "summary"),
            keywords=[told(topic, "name") for topic in record.topics.all()],
            about=list(cities),
            subEvent=[event(each) for each in events],
        )
    )


def _locations(record: Event) -> list[Node]:
    cities = [place(each) for each in (record.place, *record.also_in.all()) if each]
    venue = text_of(record, "venue")
    if venue and cities:
        cities[0] = thing("Place", name=told(record, "venue"), containedInPlace=cities[0])
    online = [thing("VirtualLocation", name=_("online"))] if record.online else []
    return cities + online


def _wholes(record: Event) -> list[Node]:
    parent, its_series = record.public_parent, record.public_series
    return [
        *([event(parent)] if parent else []),
        *([series(its_series)] if its_series else []),
    ]


def _participants(record: Event) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for each in record.participations.all():
        name = PROPERTIES.get(Role(each.role), "contributor")
        who = person(each.person) if each.person else None
        if each.organisation:
            who = organisation(each.organisation)
        if who:
            found.setdefault(name, []).append(who)
    return found


def _once_each(node: Node) -> Node:
    """A city of two partnerships, or somebody in two roles of one property, is named once."""
    return {
        name: _without_repetitions(value) if isinstance(value, list) else value
        for name, value in node.items()
    }


def _without_repetitions(values: list[Any]) -> list[Any]:
    kept: dict[Address | str, Any] = {}
    for value in values:
        key = value.get("@id", str(value)) if isinstance(value, dict) else str(value)
        kept.setdefault(key, value)
    return list(kept.values())
