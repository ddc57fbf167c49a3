"""When what residents see changed last, anywhere on the site.

One moment for all feeds and calendars: who asks `If-Modified-Since` then never misses that an
entry moved elsewhere, was taken back, ran out or had its city renamed. What exactly a feed holds
is told by its ETag.
"""

from datetime import datetime

from django.db.models import Max, Q
from django.utils import timezone

from events.models import Agreement, Event, Series
from partners.models import Partnership, Place, Topic
from twinning.publishing.models import Action, AuditEntry, Status

PUBLISHED = (Event, Series, Agreement, Partnership)
ALWAYS_PUBLIC = (Place, Topic)


def last_change() -> datetime | None:
    """Seven queries. An archived draft moves it, too, which tells nothing of the draft."""
    now = timezone.now()
    approved = Q(status=Status.PUBLISHED)
    begun = approved & Q(published_at__lte=now)
    moments: list[datetime | None] = [_last_vanished()]
    for model in PUBLISHED:
        moments += model.objects.aggregate(
            changed=Max("updated_at", filter=begun),
            begun=Max("published_at", filter=begun),
            run_out=Max("unpublish_at", filter=approved & Q(unpublish_at__lte=now)),
        ).values()
    for always_public in ALWAYS_PUBLIC:
        moments += always_public.objects.aggregate(changed=Max("updated_at")).values()
    return max((each for each in moments if each), default=None)


def _last_vanished() -> datetime | None:
    taken_back = Q(action__in=(Action.ARCHIVED, Action.WITHDRAWN))
    deleted = Q(action=Action.DELETED, was_public=True)
    last: datetime | None = AuditEntry.objects.aggregate(
        last=Max("moment", filter=taken_back | deleted)
    )["last"]
    return last
