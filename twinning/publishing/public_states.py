"""The versions of a record that residents have seen, numbered; drafts don't count.

A version is a state of a record from the moment it became public until the record said something
else or ceased to be public. The numbers never change: nothing is ever taken out of the log.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, zip_longest
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from twinning.publishing.models import AuditEntry

_COLUMNS = ("object_id", "moment", "public_from", "public_until", "revision_id")


@dataclass(frozen=True, slots=True)
class PublicState:
    """`until` is None while it stands; `revision` is None where it isn't kept any more."""

    number: int
    since: datetime
    until: datetime | None
    revision: int | None

    def stood_at(self, moment: datetime) -> bool:
        return self.since <= moment and (self.until is None or moment < self.until)


def states_of(record: Model) -> list[PublicState]:
    """All of a record, the first first. One query."""
    opts = record._meta
    entries = AuditEntry.objects.filter(
        content_type__app_label=opts.app_label,
        content_type__model=opts.model_name,
        object_id=record.pk,
    )
    return _states(entries.speaking().values_list(*_COLUMNS))


def states_of_many(model: type[Model], keys: Collection[int]) -> dict[int, list[PublicState]]:
    """Of several records of a model, by primary key. One query."""
    kind = ContentType.objects.get_for_model(model)
    entries = AuditEntry.objects.filter(content_type=kind, object_id__in=keys).speaking()
    rows = entries.order_by("object_id", "moment", "pk").values_list(*_COLUMNS)
    return {key: _states(own) for key, own in groupby(rows, key=lambda row: row[0])}


def _states(entries: Iterable[tuple[Any, ...]]) -> list[PublicState]:
    now = timezone.now()
    found: list[PublicState] = []
    rows = list(entries)
    ends = [row[1] for row in rows]
    for (_key, moment, planned, until, revision), replaced in zip_longest(rows, ends[1:]):
        if planned is None:
            continue
        since = max(planned, moment)
        end = min((each for each in (until, replaced) if each is not None), default=None)
        if since > now or (end is not None and end <= since):
            continue  # still to come, or replaced before it came
        # A plan that is still to come is nobody's business.
        stands = end is None or end > now
        found.append(PublicState(len(found) + 1, since, None if stands else end, revision))
    return found
