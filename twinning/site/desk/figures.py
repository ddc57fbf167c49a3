"""How many entries the chronicle has, by status and home city."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Event
from partners.models import Place
from twinning.publishing.models import Status
from twinning.site.desk.worker import Worker

COUNTED = (Status.PUBLISHED, Status.DRAFT, Status.REVIEW)


@dataclass(frozen=True, slots=True)
class Figures:
    """One line of the table; each count comes with the list that it is the length of."""

    name: str
    counts: Sequence[tuple[int, str]]


def figures_for(worker: Worker) -> list[Figures]:
    """Of all entries that are theirs, and of each home city where there are several."""
    if not worker.may(Event, "view", "change"):
        return []
    counts = {status.value: Count("pk", filter=Q(status=status)) for status in COUNTED}
    entries = worker.own(Event)
    whole = _line(_("All entries"), entries.aggregate(**counts), {})
    counts = {
        status.value: Count("pk", filter=Q(status=status), distinct=True) for status in COUNTED
    }
    homes = (
        entries.order_by()
        .filter(partnerships__home__isnull=False)
        .values("partnerships__home")
        .annotate(**counts)
    )
    names = {place.pk: str(place) for place in Place.objects.homes()}
    lines = [
        _line(
            names[row["partnerships__home"]],
            row,
            {"partnerships__home__id__exact": row["partnerships__home"]},
        )
        for row in homes
        if row["partnerships__home"] in names
    ]
    return [whole, *sorted(lines, key=lambda line: line.name)] if len(lines) > 1 else [whole]


def _line(name: str, counts: dict[str, Any], filters: dict[str, Any]) -> Figures:
    address = reverse("admin:events_event_changelist")
    return Figures(
        name,
        [
            (counts[status], f"{address}?{urlencode({'status__exact': status.value, **filters})}")
            for status in COUNTED
        ],
    )
