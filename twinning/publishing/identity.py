"""The name of a record for other programs: it outlives its address, the host and the next database.

Feeds, calendars, data and citations take it from here, so that they speak of the same thing. The
authority in it is the setting `TAG_AUTHORITY`; the number is the record's own, which a backup, a
recovery after deletion and an update from files all keep.
"""

from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db.models import Model

SITE = "site"


def tag_of(record: Model | None, *parts: str | int) -> str:
    """A tag URI (RFC 4151): `tag:katowice.eu,2026:event/42`; of the site itself without a record.

    `parts` name something of the record that is told apart: a language, a version, a jubilee.
    """
    named = [SITE] if record is None else [record._meta.model_name or "", str(record.pk)]
    return f"tag:{settings.TAG_AUTHORITY}:{'/'.join([*named, *map(str, parts)])}"


def uid_of(record: Model | None, *parts: str | int) -> str:
    """The same as a UUID, which calendars take (RFC 7986, section 5.3): as stable, and opaque."""
    return str(uuid5(NAMESPACE_URL, tag_of(record, *parts)))
