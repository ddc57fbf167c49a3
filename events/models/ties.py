"""What an entry has that others may share, and which entries share most of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models
from django.db.models import (
    Case,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from partners.models import Network, Organisation, Person
from twinning.publishing.models import is_public

if TYPE_CHECKING:
    from events.models.agreement import Agreement
    from events.models.event import Event
    from events.models.series import Series

A_DOZEN = 12

ModelT = TypeVar("ModelT", bound=models.Model, covariant=True)


@dataclass(frozen=True, slots=True)
class Ties:
    """The public records on an entry's page that tie it to others, by primary key.

    From the strongest kind of tie to the weakest: another act of one agreement goes on with the
    same thing; what a network does may be anything.
    """

    agreement: Mapping[int, "Agreement"]
    series: Mapping[int, "Series"]
    organisation: Mapping[int, Organisation]
    person: Mapping[int, Person]
    network: Mapping[int, Network]

    @classmethod
    def of(cls, event: "Event", agreements: Iterable["Agreement"]) -> "Ties":
        """`event` from `for_own_page()`, with the published `agreements` acted on at it."""
        series = event.public_series
        members = [each for trip in event.delegations.all() for each in trip.members.all()]
        who = [*event.participations.all(), *members]
        return cls(
            agreement=_by_key(agreements),
            series=_by_key([series] if series else []),
            organisation=_by_key(each.organisation for each in who if each.organisation),
            person=_by_key(each.person for each in who if each.person),
            network=_by_key(event.networks.all()),
        )

    def of_few(self) -> "Ties":
        """Without organisations and people who take part in more than `A_DOZEN` entries.

        A city hall or a mayor is met everywhere, which makes nothing related. One query, or none.
        """
        counted = [
            _counted(rows, kind, event)
            for kind in ("organisation", "person")
            if (keys := list(getattr(self, kind)))
            for rows, event in _rows_of(kind, keys)
        ]
        if not counted:
            return self
        entries: Counter[tuple[str, int]] = Counter()
        for kind, key, count in counted[0].union(*counted[1:], all=True):
            entries[kind, key] += count
        return replace(
            self,
            **{
                kind: {
                    key: record
                    for key, record in getattr(self, kind).items()
                    if entries[kind, key] <= A_DOZEN
                }
                for kind in ("organisation", "person")
            },
        )

    def shared_with(self, other: "Event") -> dict[str, Any]:
        """Of each kind of tie the record shared, strongest first; `other` is from `tied_by()`."""
        keys = {kind: getattr(other, f"shared_{kind}") for kind in self.kinds()}
        return {kind: getattr(self, kind)[key] for kind, key in keys.items() if key is not None}

    @classmethod
    def kinds(cls) -> list[str]:
        return [field.name for field in fields(cls)]

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in self.kinds())


def _by_key(records: Iterable[Any]) -> dict[int, Any]:
    return {record.pk: record for record in records}


class TiedQuerySet(models.QuerySet[ModelT]):
    """Entries that are related to another."""

    def tied_by(self, ties: Ties, to: "Event") -> Self:
        """Entries that share a tie with `to`, with `shared_agreement` … `shared_person`: its key.

        First those tied in more ways; then those tied more strongly, as `Ties` has them; then
        those nearest in time. What the page of `to` shows anyway, its whole and its parts, isn't
        among them.
        """
        found = self.exclude(Q(pk=to.pk) | Q(parent__isnull=False, parent=to.pk))
        found = found.exclude(pk=to.parent_id) if to.parent_id else found
        shared = {kind: _shared(kind, list(getattr(ties, kind))) for kind in Ties.kinds()}
        named = {f"shared_{kind}": key for kind, key in shared.items()}
        return (
            found.filter(_tied(ties))
            .annotate(**named)
            .order_by(_how_many(named).desc(), _strongest(named), _apart(to), "pk")
        )


def _rows_of(kind: str, keys: list[int]) -> list[tuple[models.QuerySet[Any], str]]:
    """Rows that tie entries to these records, and where they name the entry.

    Not through the managers: those of translated models give columns in an order of their own,
    another one in each process, which a union would mix up.
    """
    from events.models.agreement import Act
    from events.models.delegation import DelegationMember
    from events.models.event import Event
    from events.models.participation import Participation

    among = {f"{kind}__in": keys}
    if kind == "agreement":
        return [(models.QuerySet(Act).filter(**among), "event")]
    if kind == "network":
        return [(Event.networks.through.objects.filter(**among), "event")]
    members: models.QuerySet[Any] = models.QuerySet(DelegationMember).filter(**among)
    return [
        (models.QuerySet(Participation).filter(**among), "event"),
        (members, "delegation__event"),
    ]


def _counted(rows: models.QuerySet[Any], kind: str, event: str) -> models.QuerySet[Any, Any]:
    """Kind, key of the record, and in how many public entries the rows tell of it."""
    named = rows.filter(is_public(event)).order_by().values_list(Value(kind), kind)
    counted: models.QuerySet[Any, Any] = named.annotate(entries=Count(event, distinct=True))
    return counted


def _tied(ties: Ties) -> Q:
    """By keys that the database finds in its indexes, not by looking at every entry."""
    tied = Q(series__in=list(ties.series))
    for kind in Ties.kinds():
        if kind != "series" and (keys := list(getattr(ties, kind))):
            for rows, event in _rows_of(kind, keys):
                tied |= Q(pk__in=rows.order_by().values(event))
    return tied


def _shared(kind: str, keys: list[int]) -> Combinable:
    """The key of a record that an entry shares, of several the one known longest; or nothing."""
    if not keys:
        return Value(None, output_field=IntegerField())
    if kind == "series":
        return Case(When(series__in=keys, then=F("series")), output_field=IntegerField())
    found = [
        Subquery(rows.filter(**{event: OuterRef("pk")}).order_by(kind).values(kind)[:1])
        for rows, event in _rows_of(kind, keys)
    ]
    return Coalesce(*found) if len(found) > 1 else found[0]


def _how_many(named: Iterable[str]) -> ExpressionWrapper[Combinable]:
    count: Combinable = Value(0)
    for name in named:
        there = When(**{f"{name}__isnull": False}, then=Value(1))
        count = count + Case(there, default=Value(0), output_field=IntegerField())
    return ExpressionWrapper(count, output_field=IntegerField())


def _strongest(named: Iterable[str]) -> Case:
    whens = [
        When(**{f"{name}__isnull": False}, then=Value(place)) for place, name in enumerate(named)
    ]
    return Case(*whens, output_field=IntegerField())


def _apart(event: "Event") -> Case:
    """How far the beginnings lie apart."""
    day = Value(event.date.earliest, output_field=models.DateField())
    began = F("date_earliest")
    return Case(
        When(date_earliest__gte=event.date.earliest, then=began - day),
        default=day - began,
        output_field=DurationField(),
    )
