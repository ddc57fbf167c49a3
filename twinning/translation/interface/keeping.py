"""Saving what a translator has worded: under a lock, with its history, one text at a time."""

import json
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from twinning.translation.interface.live import take_over_now
from twinning.translation.interface.texts import InterfaceText, text_in
from twinning.translation.models import ChangedMessage, MessageEdit


class StaleTextError(Exception):
    """Somebody, or a new catalogue, has changed the text since it was opened."""


def token_of(text: InterfaceText) -> str:
    """Tells whether a text is still as it was when a form or a file was opened."""
    version = text.change.version if text.change else 0
    changed = text.change.updated_at.isoformat() if text.change else ""
    return sha256(json.dumps([text.written, version, changed]).encode()).hexdigest()


def keep(
    language: str, key: str, forms: list[str], *, token: str, user: Any, note: str | None = None
) -> bool:
    """Word a text anew; False where it says that already. Raises `StaleTextError`."""
    try:
        with transaction.atomic():
            changed = _keep_locked(language, key, forms, token=token, user=user, note=note)
    except IntegrityError as error:
        raise StaleTextError from error  # somebody was the first to change it, a moment ago
    if changed:
        transaction.on_commit(take_over_now, robust=True)
    return changed


def _keep_locked(
    language: str, key: str, forms: list[str], *, token: str, user: Any, note: str | None
) -> bool:
    # Locked before it is read; of a text that has no row yet, the constraint lets one through.
    list(ChangedMessage.objects.select_for_update().filter(language=language, key=key))
    text = text_in(language, key)
    if text is None or token_of(text) != token:
        raise StaleTextError
    before, had_note = text.forms, text.change.note if text.change else ""
    note = had_note if note is None else note
    if forms == before and note == had_note and not text.is_contested and not text.is_doubtful:
        return False
    _write(language, text, forms, user, note)
    MessageEdit.objects.create(
        language=language, key=key, message=text.ids[0], before=before, after=forms,
        user=user, user_name=_name(user),
    )  # fmt: skip
    return True


def _write(language: str, text: InterfaceText, forms: list[str], user: Any, note: str) -> None:
    if forms == text.written and not note and not text.is_fuzzy:
        if text.change:
            text.change.delete()  # the catalogue's own words again
        return
    change = text.change or ChangedMessage(language=language, key=text.key, version=0)
    change.context, change.message = text.context, text.ids[0]
    change.plural = text.ids[1] if len(text.ids) > 1 else ""
    change.forms, change.made_from, change.note = forms, text.written, note
    change.version += 1
    change.user_name, change.updated_at = _name(user), timezone.now()
    change.save()


def drop(language: str, key: str, *, user: Any) -> None:
    """Take back a change: of a text that the catalogue no longer has, or to its own words."""
    with transaction.atomic():
        for change in ChangedMessage.objects.select_for_update().filter(language=language, key=key):
            MessageEdit.objects.create(
                language=language, key=key, message=change.message, before=change.forms,
                user=user, user_name=_name(user),
            )  # fmt: skip
            change.delete()
    transaction.on_commit(take_over_now, robust=True)


def _name(user: Any) -> str:
    return str(user.get_full_name() or user.get_username())[:200]
