"""Links by which somebody without an account sees one unpublished page."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from twinning.publishing.history import note_action
from twinning.publishing.models import Action, PreviewLink
from twinning.publishing.previewing import Subject


@transaction.atomic
def make_link(
    subject: Subject, whole: Any, *, maker: Any, expires_at: datetime, note: str = ""
) -> tuple[PreviewLink, str]:
    """The link and its secret, which can't be had again.

    `whole` is the record in whose log it is noted; without one, as long as the record is only a
    working copy, the link stands there itself.
    """
    record, copy = subject.record, subject.copy
    link = PreviewLink(
        content_type=copy.content_type if copy else ContentType.objects.get_for_model(record),
        object_id=None if record is None else record.pk,
        copy_key=copy.key if copy else None,
        title=str(subject)[:300],
        maker=maker,
        note=note,
        expires_at=expires_at,
    )
    token = link.give_token()
    link.save()
    note_action(whole or link, Action.LINK_MADE, user=maker, comment=note)
    return link, token


@transaction.atomic
def withdraw_link(link: PreviewLink, whole: Any, *, user: Any) -> None:
    """Let the link lead nowhere from now on. Twice is once."""
    if link.withdrawn_at is None:
        link.withdraw()
        note_action(whole or link, Action.LINK_WITHDRAWN, user=user, comment=link.note)
