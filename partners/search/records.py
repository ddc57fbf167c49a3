from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from partners.models import Network, Office, Organisation, Partnership, Person, Place
from partners.search.base import (
    SearchedRecords,
    dates_of,
    facet,
    names_of_partnerships,
    names_of_place,
    names_of_renamed,
    said,
    unrepeated,
)
from twinning.search.documents import Document, Passage


class Partnerships(SearchedRecords):
    kind, rank, model = "partnership", 1, Partnership
    watches = ("home", "partner", "topics")

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Partnership]:
        found = Partnership.objects.published(at).with_places().filter(pk__in=keys)
        return found.prefetch_related("topics", "reasons")

    def document(self, record: Partnership, language: str) -> Document:
        places = (record.home, record.partner)
        topics = record.topics.all()
        return Document(
            record.pk,
            language,
            title=unrepeated(*(said(place, "name", language=language) for place in places)),
            names=unrepeated(names_of_partnerships([record])),
            body=unrepeated(
                said(record, "summary", "introduction", language=language),
                *(said(each, "title", "text", language=language) for each in record.reasons.all()),
                *(said(topic, "name", language=language) for topic in topics),
            ),
            facets=frozenset([*facet("partnership", [record]), *facet("topic", topics)]),
        )


class Places(SearchedRecords):
    """Home cities: a partner is found as what it is, one of two."""

    kind, rank, model = "place", 2, Place

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Place]:
        return Place.objects.homes().filter(pk__in=keys)

    def document(self, record: Place, language: str) -> Document:
        return Document(
            record.pk,
            language,
            title=unrepeated(said(record, "name", language=language)),
            names=unrepeated(names_of_place(record)),
            body=unrepeated(said(record, "description", language=language)),
        )


class Organisations(SearchedRecords):
    kind, rank, model = "organisation", 3, Organisation
    told_in = "name"
    watches = ("seat", "partnerships", "partnerships__home", "partnerships__partner")

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Organisation]:
        partnerships = Partnership.objects.published(at).with_places()
        found = Organisation.objects.published(at).filter(pk__in=keys).select_related("seat")
        return found.with_former_names().prefetch_related(
            Prefetch("partnerships", queryset=partnerships)
        )

    def document(self, record: Organisation, language: str) -> Document:
        partnerships = record.partnerships.all()
        return Document(
            record.pk,
            language,
            title=unrepeated(said(record, "name", "short_name", language=language)),
            names=unrepeated(names_of_renamed(record)),
            body=unrepeated(
                said(record, "summary", "aims", language=language),
                names_of_place(record.seat),
                names_of_partnerships(partnerships),
                dates_of(record.founded, record.dissolved, language=language),
            ),
            facets=frozenset(facet("partnership", partnerships)),
        )


class People(SearchedRecords):
    """People in a public function, under their names and offices."""

    kind, rank, model = "person", 4, Person
    watches = ("offices__place", "offices__organisation")

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Person]:
        organisations = Organisation.objects.published(at).with_former_names()
        offices = Office.objects.select_related("place").prefetch_related(
            Prefetch("organisation", queryset=organisations)
        )
        found = Person.objects.published(at).filter(pk__in=keys)
        return found.prefetch_related(Prefetch("offices", queryset=offices))

    def document(self, record: Person, language: str) -> Document:
        offices: list[Any] = list(record.offices.all())
        return Document(
            record.pk,
            language,
            title=(Passage(record.full_name, language),),
            names=unrepeated(*(said(office, "title", language=language) for office in offices)),
            body=unrepeated(
                said(record, "summary", language=language),
                *(said(office, "note", language=language) for office in offices),
                *(dates_of(office.held, language=language) for office in offices),
                *(names_of_place(office.place) for office in offices),
                *(names_of_renamed(each.organisation) for each in offices if each.organisation),
            ),
        )


class Networks(SearchedRecords):
    kind, rank, model = "network", 5, Network
    told_in = "name"
    watches = ("memberships__place",)

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Network]:
        return Network.objects.published(at).with_members().filter(pk__in=keys)

    def document(self, record: Network, language: str) -> Document:
        members = record.memberships.all()
        return Document(
            record.pk,
            language,
            title=unrepeated(said(record, "name", "short_name", language=language)),
            names=unrepeated(names_of_renamed(record)),
            body=unrepeated(
                said(record, "summary", "description", language=language),
                *(said(member, "note", language=language) for member in members),
                *(names_of_place(member.place) for member in members),
                dates_of(record.founded, language=language),
            ),
        )
