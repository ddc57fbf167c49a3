from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.data import shapes, values
from events.data.dataset import Dataset
from events.data.filters import EventFilter
from events.data.shapes import Day, Edtf, described
from events.data.values import Absolute, Values
from events.models import Delegation, Event
from twinning.translation.texts import text_of


class Participant(shapes.Shape):
    name: str | None = described(_("name on that day"))
    role: str = described(_("role, a word that is the same in every language"))
    function: str | None = described(_("function at that time"))


class Travel(shapes.Shape):
    origin: str = described(_("city it came from"))
    destination: str = described(_("city it went to"))
    size: int | None = described(_("number of people"))
    size_precision: str | None = described(_("how exactly the source gives the number"))
    description: str | None = described(_("description"))


class Traveller(shapes.Shape):
    delegation: int = described(_("which of the delegations, counted from 1"))
    name: str | None = described(_("name on that day"))
    function: str | None = described(_("function at that time"))
    count: int | None = described(_("number of people"))
    leads: bool = described(_("whether they lead the delegation"))


class EventObject(shapes.Record):
    """An entry of the chronicle."""

    date: Edtf = described(_("date as EDTF (ISO 8601-2), as precise as the source and no more"))
    date_earliest: Day | None = described(_("first day that the date may mean"))
    date_latest: Day | None = described(
        _("last day that the date may mean; empty where the end is open")
    )
    date_text: str = described(_("date as people write it"))
    title: str = described(_("title"))
    summary: str = described(_("one or two sentences"))
    text: str | None = described(_("the text, where there is more than the summary"))
    kind: str = described(_("kind, a word that is the same in every language"))
    topics: list[str] = described(_("what it is about"))
    topic_keys: list[str] = described(_("the topics as words that are the same in every language"))
    partnerships: list[shapes.Pair] = described(_("partnerships it belongs to"))
    networks: list[shapes.Named] = described(
        _("networks it belongs to, under the names of that day")
    )
    place: str | None = described(_("city where it happened"))
    also_in: list[str] = described(_("further cities"))
    venue: str | None = described(_("building or site"))
    online: bool = described(_("whether it was held online"))
    series: str | None = described(_("series it is an edition of"))
    edition: int | None = described(_("number of the edition"))
    part_of: int | None = described(_("number of the entry that it is a part of"))
    attendance: int | None = described(_("number of participants"))
    attendance_precision: str | None = described(_("how exactly the source gives the number"))
    attendance_unit: str | None = described(_("who was counted, if not participants"))
    participants: list[Participant] = described(_("who took part"))
    delegations: list[Travel] = described(_("delegations that travelled"))
    delegation_members: list[Traveller] = described(_("who travelled with them"))
    sources: list[shapes.Cited] = described(_("sources that the entry rests on"))


def _records() -> Any:
    return Event.objects.published().for_own_page().in_order()


def _values(event: Event, absolute: Absolute) -> Values:
    series = event.public_series
    delegations = list(event.delegations.all())
    return {
        **values.heading(event, absolute),
        **values.dated("date", event.date),
        "title": text_of(event, "title"),
        "summary": text_of(event, "summary"),
        "text": values.rich(event, "body"),
        "kind": event.kind,
        **values.topics(event.topics.all()),
        "partnerships": [values.pair(each, absolute) for each in event.partnerships.all()],
        "networks": [
            {
                **values.reference(network, absolute),
                "name": text_of(network.called_on(event.date), "name"),
            }
            for network in event.networks.all()
        ],
        "place": text_of(event.place, "name") if event.place else None,
        "also_in": [text_of(place, "name") for place in event.also_in.all()],
        "venue": values.optional(event, "venue"),
        "online": event.online,
        "series": text_of(series, "name") if series else None,
        "edition": event.public_edition,
        "part_of": event.parent_id if event.public_parent else None,
        "attendance": event.attendance,
        "attendance_precision": event.attendance_qualifier if event.attendance else None,
        "attendance_unit": values.optional(event, "attendance_unit") if event.attendance else None,
        "participants": [
            {
                "name": values.who(each, event.date),
                "role": each.role,
                "function": values.optional(each, "function"),
            }
            for each in event.participations.all()
        ],
        "delegations": [_travel(each) for each in delegations],
        "delegation_members": _travellers(event, delegations),
        "sources": values.sources(event.citations.all(), absolute),
        **values.imprint(event),
    }


def _travel(delegation: Delegation) -> Values:
    return {
        "origin": text_of(delegation.origin, "name"),
        "destination": text_of(delegation.destination, "name"),
        "size": delegation.size,
        "size_precision": delegation.size_qualifier if delegation.size else None,
        "description": values.optional(delegation, "description"),
    }


def _travellers(event: Event, delegations: list[Delegation]) -> list[Values]:
    return [
        {
            "delegation": number,
            "name": values.who(member, event.date),
            "function": values.optional(member, "function"),
            "count": member.count,
            "leads": member.leads,
        }
        for number, delegation in enumerate(delegations, start=1)
        for member in delegation.members.all()
    ]


EVENTS = Dataset(
    name="events",
    segment=pgettext_lazy("address", "events/"),
    title=_("Entries of the chronicle"),
    about=_(
        "What has happened between the cities: dated entries with place, kind, topics, who took "
        "part, delegations and sources."
    ),
    themes=("GOVE", "EDUC", "INTR"),
    model=Event,
    shape=EventObject,
    filters=EventFilter,
    records=_records,
    values=_values,
    landing="home",
)
