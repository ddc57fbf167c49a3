"""Whether anything that the data tell of has changed, and when: asked in one query.

Not read off the records of one dataset: an entry's object also holds names of places, topics,
organisations and sources, and changes with them.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, DateTimeField, Max, Q, QuerySet, Sum, Value
from django.db.models.functions import Cast
from django.utils import timezone

from events.models import Agreement, Event, Series, Source
from partners.models import Network, Organisation, Partnership, Person, Place, Topic
from twinning.publishing.models import Action, AuditEntry, is_public

PUBLISHED: tuple[Any, ...] = (
    Event,
    Series,
    Agreement,
    Source,
    Partnership,
    Organisation,
    Person,
    Network,
)
ALWAYS_PUBLIC: tuple[Any, ...] = (Place, Topic)
TAKEN_AWAY = (Action.WITHDRAWN, Action.ARCHIVED, Action.DELETED)


@dataclass(frozen=True, slots=True)
class State:
    """`mark` is another one whenever the data are; `moment` only moves forwards."""

    mark: str
    moment: datetime | None


def state(
    published: Iterable[Any] = PUBLISHED, always_public: Iterable[Any] = ALWAYS_PUBLIC
) -> State:
    """Of what the data tell, or of other tables: those with a status, and those without."""
    first, *others = _parts(published, always_public)
    found = sorted(first.union(*others, all=True), key=str)
    moments = [each for row in found for each in row if isinstance(each, datetime)]
    mark = hashlib.sha256(repr(found).encode()).hexdigest()
    return State(mark, max(moments, default=None))


def _parts(published: Iterable[Any], always_public: Iterable[Any]) -> Iterator[Any]:
    """Of each table what changes with every change that residents see.

    Not through the managers: those of translated models name the columns in an order of their own,
    another one in each process, and group by all of them.
    """
    now, never = timezone.now(), Cast(Value(None), DateTimeField())
    for model in published:
        public = is_public(at=now)
        yield _grouped(
            QuerySet(model),
            Max("updated_at", filter=public),
            Max("publish_at", filter=public),
            # Gone since then, by a plan.
            Max("unpublish_at", filter=Q(unpublish_at__lte=now, published_at__isnull=False)),
            Count("pk", filter=public),
            Sum("version", filter=public),
        )
    for model in always_public:
        yield _grouped(
            QuerySet(model),
            Max("updated_at"),
            never,
            never,
            Count("pk"),
            Sum("version"),
        )
    gone = AuditEntry.objects.filter(action__in=TAKEN_AWAY)
    yield _grouped(gone, Max("moment"), never, never, Count("pk"), Value(0))


def _grouped(rows: Any, *columns: Any) -> Any:
    named = {f"c{number}": column for number, column in enumerate(columns)}
    table = Value(rows.model._meta.label_lower)
    return rows.order_by().values(table=table).annotate(**named).values_list("table", *named)
