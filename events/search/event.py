from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q
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
from partners.models import Network, Partnership
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
from twinning.publishing.models import is_public
from twinning.search.documents import Document, Passage


class Events(SearchedRecords):
    """Entries, found by the names of all that took part and by where and in what it was."""

    kind, rank, model = "event", 9, Event
    told_in = "title"
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

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Event]:
        found = Event.objects.published(at).filter(pk__in=keys)
        return found.select_related("place").prefetch_related(
            "topics",
            "also_in",
            Prefetch("series", queryset=Series.objects.published(at)),
            Prefetch("partnerships", queryset=Partnership.objects.published(at).with_places()),
            Prefetch("networks", queryset=Network.objects.published(at).with_former_names()),
            Prefetch("participations", queryset=_participations(at)),
            Prefetch("delegations", queryset=_delegations(at)),
            Prefetch("citations", queryset=Citation.objects.filter(is_public("source", at=at))),
        )

    def document(self, record: Event, language: str) -> Document:
        topics, partnerships = record.topics.all(), record.partnerships.all()
        earliest, latest = days_of(record.date)
        return Document(
            record.pk,
            language,
            title=unrepeated(said(record, "title", language=language)),
            names=unrepeated(_names(record, language)),
            dates=unrepeated(dates_of(record.date, language=language)),
            body=unrepeated(_body(record, language), [kind_named(record.kind, language)]),
            facets=frozenset(
                [
                    ("kind", record.kind),
                    *facet("topic", topics),
                    *facet("partnership", partnerships),
                ]
            ),
            earliest=earliest,
            latest=latest,
        )


def _participations(at: datetime) -> Any:
    public = is_public("organisation", at=at) | is_public("person", at=at)
    rows = Participation.objects.filter(public).select_related("organisation", "person")
    return rows.prefetch_related("organisation__former_names")


def _delegations(at: datetime) -> Any:
    members = DelegationMember.objects.filter(
        Q(person=None) | is_public("person", at=at),
        Q(organisation=None) | is_public("organisation", at=at),
    )
    rows = members.select_related("person", "organisation")
    return Delegation.objects.select_related("origin", "destination").prefetch_related(
        Prefetch("members", queryset=rows.prefetch_related("organisation__former_names"))
    )


def _names(record: Event, language: str) -> Iterator[Passage]:
    for place in (record.place, *record.also_in.all()):
        yield from names_of_place(place)
    yield from names_of_partnerships(record.partnerships.all())
    if record.series:
        yield from said(record.series, "name", language=language)
    for network in record.networks.all():
        yield from names_of_renamed(network)
    for each in _people_of(record):
        if each.organisation:
            yield from names_of_renamed(each.organisation)
        if each.person:
            yield Passage(each.person.full_name, language)


def _people_of(record: Event) -> Iterator[Any]:
    yield from record.participations.all()
    for delegation in record.delegations.all():
        yield from delegation.members.all()


def _body(record: Event, language: str) -> Iterator[Passage]:
    yield from said(record, "summary", "body", "venue", language=language)
    for topic in record.topics.all():
        yield from said(topic, "name", language=language)
    for each in _people_of(record):
        yield from said(each, "function", language=language)
    for delegation in record.delegations.all():
        yield from said(delegation, "description", language=language)
        yield from names_of_place(delegation.origin)
        yield from names_of_place(delegation.destination)
    for citation in record.citations.all():
        yield from said(citation, "claim", language=language)


def kind_named(kind: str, language: str) -> Passage:
    with override(language):
        return Passage(str(EventKind(kind).label), language)
