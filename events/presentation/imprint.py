"""The “metryczka” of a page: who produced it, when it was published, and what changed since."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Window

from twinning.publishing.models import Action, AuditEntry, PublicBody
from twinning.publishing.public_body import public_body

MOST = 20


@dataclass(frozen=True, slots=True)
class Imprint:
    """`changes`, the latest first, each with its moment; `more` is how many older there are."""

    publisher: PublicBody
    published: datetime
    changed: datetime
    changes: list[tuple[datetime, str]]
    more: int


def imprint(record: Any) -> Imprint:
    """Of a published record. It tells neither who, nor why, nor what happened unseen. One query."""
    entries = list(
        AuditEntry.objects.told_of(record)
        .newest_first()
        .annotate(total=Window(Count("pk")))
        .values_list("moment", "action", "total")[:MOST]
    )
    total = entries[0][2] if entries else 0
    changes = [(moment, _word(action)) for moment, action, _total in entries]
    if total == len(entries) and not (entries and _is_publication(entries[-1][1])):
        # It became public by a plan, or before the site kept a register.
        changes.append((record.published_at, str(Action.PUBLISHED.label)))
    return Imprint(
        publisher=public_body(),
        published=record.published_at,
        changed=record.updated_at,
        changes=changes,
        more=total - len(entries),
    )


def _is_publication(action: str) -> bool:
    """What was loaded from files was public at once."""
    return action in (Action.ADDED, Action.PUBLISHED)


def _word(action: str) -> str:
    return str(Action.PUBLISHED.label if _is_publication(action) else Action(action).label)
