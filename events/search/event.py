from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.utils.translation import override

from events.models import (
    Citation,
    Delegation,
    DelegationMember,
    Event,
    EventKind,
    Participation,
    Series,
)
from partners.models import Network, Organisation, Partnership, Person
from partners.search.base import (
    SearchedRecords,
    dates_of,
    days_of,
    facet,
    names_of_partnerships,
    names_of_place,
    names_of_renamed,
    said,
    unrepeated,
)
from twinning.publishing.models import Publishable
from twinning.publishing.models.with_parts import with_parts
from twinning.search.documents import Document, Passage

UNSEARCHED = ("event_images", "event_documents")


class Events(SearchedRecords):
    """Entries, found by the names of all that took part and by where and in what it was."""

    kind, rank, model = "event", 9, Event
    told_in = "title"
    takes_whole = True
    watches = (
        "place",
        "also_in",
        "topics",
        "series",
        "networks",
        "partnerships",
        "partnerships__home",
        "partnerships__partner",
        "participations__organisation",
        "participations__person",
        "delegations__origin",
        "delegations__destination",
        "delegations__members__organisation",
        "delegations__members__person",
        "citations__source",
    )

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Any]:
        found: Any = Event.objects.published(at).filter(pk__in=keys)
        return with_parts(found, without=UNSEARCHED)

    def as_seen(self, record: Event, at: datetime) -> "Seen":
        return Seen.at(record, at)

    def document(self, record: "Seen", language: str) -> Document:
        event, topics = record.event, record.event.topics.all()
        earliest, latest = days_of(event.date)
        return Document(
            event.pk,
            language,
            title=unrepeated(said(event, "title", language=language)),
            names=unrepeated(_names(record, language)),
            dates=unrepeated(dates_of(event.date, language=language)),
            body=unrepeated(_body(record, language), [kind_named(event.kind, language)]),
            facets=frozenset(
                [
                    ("kind", event.kind),
                    *facet("topic", topics),
                    *facet("partnership", record.partnerships),
                ]
            ),
            earliest=earliest,
            latest=latest,
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """A public event as residents see it at some moment, without anything that they don't."""

    event: Event
    series: Series | None
    partnerships: list[Partnership]
    networks: list[Network]
    people: list[Participation | DelegationMember]
    delegations: list[Delegation]
    citations: list[Citation]

    @classmethod
    def at(cls, event: Any, moment: datetime) -> Self:
        """Of an event with all its parts."""

        def public(each: Publishable | None) -> bool:
            return each is not None and each.is_published_at(moment)

        delegations = list(event.delegations.all())
        members = [each for delegation in delegations for each in delegation.members.all()]
        participations = event.participations.all()
        return cls(
            event,
            event.series if public(event.series) else None,
            [each for each in event.partnerships.all() if public(each)],
            [each for each in event.networks.all() if public(each)],
            [
                *(each for each in participations if public(each.organisation or each.person)),
                *(each for each in members if all(map(public, _named_by(each)))),
            ],
            delegations,
            [each for each in event.citations.all() if public(each.source)],
        )


def _named_by(member: DelegationMember) -> list[Organisation | Person]:
    """Nobody, where a function alone describes who travelled."""
    return [each for each in (member.organisation, member.person) if each]


def _names(seen: Seen, language: str) -> Iterator[Passage]:
    for place in (seen.event.place, *seen.event.also_in.all()):
        yield from names_of_place(place)
    yield from names_of_partnerships(seen.partnerships)
    if seen.series:
        yield from said(seen.series, "name", language=language)
    for network in seen.networks:
        yield from names_of_renamed(network)
    for each in seen.people:
        if each.organisation:
            yield from names_of_renamed(each.organisation)
        if each.person:
            yield Passage(each.person.full_name, language)


def _body(seen: Seen, language: str) -> Iterator[Passage]:
    yield from said(seen.event, "summary", "body", "venue", language=language)
    for topic in seen.event.topics.all():
        yield from said(topic, "name", language=language)
    for each in seen.people:
        yield from said(each, "function", language=language)
    for delegation in seen.delegations:
        yield from said(delegation, "description", language=language)
        yield from names_of_place(delegation.origin)
        yield from names_of_place(delegation.destination)
    for citation in seen.citations:
        yield from said(citation, "claim", language=language)


def kind_named(kind: str, language: str) -> Passage:
    with override(language):
        return Passage(str(EventKind(kind).label), language)
