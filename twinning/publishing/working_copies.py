"""Keeping forms that aren't finished: nobody's, in no tab, is overwritten unseen."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import QueryDict

from twinning.publishing.languages import in_each_language
from twinning.publishing.models import User, WorkingCopy

# Where a title stands in the forms of our records, the first that is filled in.
TITLES = ("title", "name", "headline", "alt", "family_name")


class KeptElsewhereError(Exception):
    """The copy has been kept meanwhile by another tab of the same person."""

    def __init__(self, copy: WorkingCopy) -> None:
        super().__init__(str(copy))
        self.copy = copy


def copy_of(
    user: User, model: type[models.Model], record: models.Model | None, key: str = ""
) -> WorkingCopy | None:
    """The user's own copy of the record, or of the new record begun under this key."""
    if record is not None:
        return WorkingCopy.objects.of(record).by(user).first()
    if not key:
        return None
    return WorkingCopy.objects.of_new(model).by(user).filter(key=key).first()


def keep(
    user: User,
    model: type[models.Model],
    record: models.Model | None,
    posted: QueryDict,
    *,
    state: WorkingCopy.State = WorkingCopy.State.WRITING,
) -> WorkingCopy:
    """Keep what was posted as the user's copy; call it in a transaction.

    `posted` carries the key of the copy it goes on from and the sequence at which it knows it.
    Raises `KeptElsewhereError`, and keeps nothing, if the copy has gone on since.
    """
    copy = copy_of(user, model, record, posted.get("copy", ""))
    if copy is None:
        copy = WorkingCopy(
            author=user,
            content_type=ContentType.objects.get_for_model(model),
            object_id=None if record is None else record.pk,
            origin=_origin(user, posted),
        )
    elif str(copy.sequence) != posted.get("sequence", "0"):
        raise KeptElsewhereError(copy)
    copy.posted = posted
    copy.title = _title(model, record, copy.posted)
    copy.comment = posted.get("comment", "").replace("\0", "").strip()
    copy.state = state
    copy.sequence += 1
    copy.save()
    return copy


def says_the_same(posted: QueryDict, other: QueryDict) -> bool:
    """Whether two forms have the same contents, rows that nobody has added aside."""
    return _contents(posted) == _contents(other)


def _contents(posted: QueryDict) -> dict[str, list[str]]:
    """Without the fields that a browser sends empty and the server doesn't know of."""
    copy = WorkingCopy()
    copy.posted = posted
    return {
        name: ["\n".join(value.splitlines()) for value in values]
        for name, values in copy.data.items()
        if "__prefix__" not in name and any(values)
    }


def _origin(user: User, posted: QueryDict) -> WorkingCopy | None:
    """Somebody else's copy that the form was opened from."""
    key = posted.get("copy", "")
    return WorkingCopy.objects.by_others(user).filter(key=key).first() if key else None


def drop_finished(user: User, record: Any, key: str = "") -> None:
    """Do away with the copies whose contents have been saved: one's own, and the one reviewed."""
    own = WorkingCopy.objects.of(record).by(user)
    of_whom = models.Q(pk__in=own.values("pk")) | models.Q(continued_in__in=own.values("pk"))
    WorkingCopy.objects.filter(of_whom).delete()
    if key:
        in_hand = WorkingCopy.objects.filter(key=key, content_type=_type_of(record))
        in_hand.filter(models.Q(object_id=record.pk) | models.Q(object_id=None)).delete()


def _type_of(record: models.Model) -> ContentType:
    return ContentType.objects.get_for_model(record)


def _title(model: type[models.Model], record: models.Model | None, posted: QueryDict) -> str:
    for name in TITLES:
        for column in (*in_each_language(name), name):
            if text := posted.get(column, "").strip():
                return text[:300]
    return str(record)[:300] if record is not None else ""
