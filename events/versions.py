"""Entries of the chronicle as they were published earlier."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet

from events.models import Event
from partners.models import Network, Organisation, Partnership
from twinning.publishing.languages import in_each_language
from twinning.publishing.rebuilding import Rebuilding
from twinning.publishing.snapshot import Snapshot


def rebuilding(snapshots: Iterable[Snapshot]) -> Rebuilding:
    """With what the pages of entries show of the records that these name."""
    return Rebuilding(snapshots, _public_records())


def _public_records() -> dict[type[Model], QuerySet[Any]]:
    return {
        Organisation: Organisation.objects.published().prefetch_related("former_names"),
        Partnership: Partnership.objects.published().with_places(),
        Network: Network.objects.published().with_former_names(),
    }


def as_it_was(snapshot: Snapshot, current: Event, then: Rebuilding) -> Event:
    """The entry as the snapshot tells it, at the address that it has today.

    `current` is the same entry, public today, with its signings.
    """
    event: Event = then.record(snapshot)
    for column in in_each_language("slug"):
        setattr(event, column, getattr(current, column))
    event.is_signing = current.is_signing  # type: ignore[attr-defined] # told by agreements
    return event
