from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, Q

from events.models import Act, Agreement, Series, Signatory, Source, YearNote
from events.search.event import kind_named
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


class SeriesOfEvents(SearchedRecords):
    kind, rank, model = "series", 6, Series
    told_in = "name"
    watches = ("partnerships", "partnerships__home", "partnerships__partner", "topics")

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Series]:
        partnerships = Partnership.objects.published(at).with_places()
        found = Series.objects.published(at).filter(pk__in=keys)
        return found.prefetch_related("topics", Prefetch("partnerships", queryset=partnerships))

    def document(self, record: Series, language: str) -> Document:
        topics, partnerships = record.topics.all(), record.partnerships.all()
        return Document(
            record.pk,
            language,
            title=unrepeated(said(record, "name", language=language)),
            names=unrepeated(names_of_partnerships(partnerships)),
            body=unrepeated(
                said(record, "summary", "description", language=language),
                [kind_named(record.kind, language)],
                *(said(topic, "name", language=language) for topic in topics),
            ),
            facets=frozenset([*facet("topic", topics), *facet("partnership", partnerships)]),
        )


class Agreements(SearchedRecords):
    kind, rank, model = "agreement", 7, Agreement
    told_in = "title"
    watches = (
        "partnership",
        "partnership__home",
        "partnership__partner",
        "network",
        "acts__place",
        "acts__signatories__person",
        "acts__signatories__organisation",
    )

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Agreement]:
        signatories = Signatory.objects.filter(
            Q(person=None) | is_public("person", at=at),
            Q(organisation=None) | is_public("organisation", at=at),
        ).select_related("person", "organisation")
        acts = Act.objects.select_related("place").prefetch_related(
            Prefetch(
                "signatories", queryset=signatories.prefetch_related("organisation__former_names")
            )
        )
        networks = Network.objects.published(at).with_former_names()
        return (
            Agreement.objects.published(at)
            .filter(pk__in=keys)
            .prefetch_related(
                Prefetch("partnership", queryset=Partnership.objects.published(at).with_places()),
                Prefetch("network", queryset=networks),
                Prefetch("acts", queryset=acts),
            )
        )

    def document(self, record: Agreement, language: str) -> Document:
        acts: list[Any] = list(record.acts.all())
        partnerships = [record.partnership] if record.partnership else []
        earliest, latest = days_of(*(act.date for act in acts))
        return Document(
            record.pk,
            language,
            title=unrepeated(said(record, "title", language=language)),
            names=unrepeated(
                names_of_partnerships(partnerships),
                names_of_renamed(record.network) if record.network else (),
                _signatories(acts, language),
            ),
            dates=unrepeated(*(dates_of(act.date, language=language) for act in acts)),
            body=unrepeated(
                said(record, "summary", language=language),
                *(said(act, "venue", "note", language=language) for act in acts),
                *(names_of_place(act.place) for act in acts),
            ),
            facets=frozenset(facet("partnership", partnerships)),
            earliest=earliest,
            latest=latest,
        )


def _signatories(acts: Iterable[Any], language: str) -> Iterator[Passage]:
    for act in acts:
        for signatory in act.signatories.all():
            if signatory.person:
                yield Passage(signatory.person.full_name, language)
            if signatory.organisation:
                yield from names_of_renamed(signatory.organisation)
            yield from said(signatory, "function", language=language)


class YearNotes(SearchedRecords):
    """The headline of a year, of a partnership that is public itself."""

    kind, rank, model = "year_note", 8, YearNote
    told_in = "headline"
    watches = ("partnership", "partnership__home", "partnership__partner")

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[YearNote]:
        public = YearNote.objects.published(at).filter(is_public("partnership", at=at), pk__in=keys)
        return public.select_related("partnership__home", "partnership__partner")

    def document(self, record: YearNote, language: str) -> Document:
        years = dict.fromkeys([record.first_year, record.last_year])
        return Document(
            record.pk,
            language,
            title=unrepeated(said(record, "headline", language=language)),
            names=unrepeated(names_of_partnerships([record.partnership])),
            dates=unrepeated(Passage(str(year), language) for year in years),
            body=unrepeated(said(record, "lead", language=language)),
            facets=frozenset(facet("partnership", [record.partnership])),
            earliest=date(record.first_year, 1, 1),
            latest=date(record.last_year, 12, 31),
        )


class Sources(SearchedRecords):
    kind, rank, model = "source", 10, Source
    told_in = "title"

    def fetched(self, keys: Collection[int], at: datetime) -> Iterable[Source]:
        return Source.objects.published(at).filter(pk__in=keys)

    def document(self, record: Source, language: str) -> Document:
        earliest, latest = days_of(record.issued)
        return Document(
            record.pk,
            language,
            title=unrepeated(said(record, "title", language=language)),
            names=unrepeated(said(record, "issuer", "addressee", "reference", language=language)),
            dates=unrepeated(dates_of(record.issued, record.received, language=language)),
            body=unrepeated(said(record, "description", "transcription", language=language)),
            earliest=earliest,
            latest=latest,
        )
