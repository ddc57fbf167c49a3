"""Revisions: what every record said after each change, kept with its parts.

django-reversion stores them. A revision holds the record and all its parts, so that any two can be
compared and a deleted record comes back whole.
"""

from collections.abc import Collection
from typing import Any

import reversion
from django.apps import apps
from django.db import models

from twinning.publishing.languages import translated_fields
from twinning.publishing.models import Action, AuditEntry, Status, Versioned
from twinning.publishing.models.part import part_relations
from twinning.publishing.models.with_parts import with_parts
from twinning.publishing.signals import recorded


def register_all() -> None:
    """Let every record keep its history. Called once all models and translations are known."""
    for model in apps.get_models():
        if issubclass(model, Versioned):
            _register(model)


def _register(model: type[models.Model]) -> None:
    if reversion.is_registered(model):
        return
    relations = list(part_relations(model))
    for relation in relations:
        _register(relation.related_model)
    reversion.register(
        model,
        # The column without a language repeats whichever language is active.
        # So does, in other words, the key by which it is found.
        exclude={*translated_fields(model), "find_key"},
        follow=[relation.get_accessor_name() for relation in relations],
    )


def record_action(
    record: models.Model, action: Action, *, user: Any = None, comment: str = ""
) -> None:
    """Keep what the record says now as a revision, and note who did what.

    Call it in the transaction that saves, after the last part has been saved. Without a user the
    site itself did it, as when files are loaded.
    """
    record_actions(type(record), [record.pk], action, user=user, comment=comment)


def record_actions(
    model: type[models.Model],
    keys: Collection[Any],
    action: Action,
    *,
    user: Any = None,
    comment: str = "",
) -> None:
    """The same for many records of one model, each with a revision of its own."""
    withheld = set()
    # Fetched anew: what the caller holds may have stale parts.
    whole = list(with_parts(model._default_manager.filter(pk__in=keys)))
    for record in whole:
        with reversion.create_revision(manage_manually=True, atomic=False):
            reversion.add_to_revision(record)
            reversion.set_comment(comment)
            values = AuditEntry.values_for(record, action, user, comment)
            if values["user"] is not None:
                reversion.set_user(values["user"])
            reversion.add_meta(AuditEntry, **values)
        if getattr(record, "status", Status.PUBLISHED) != Status.PUBLISHED:
            withheld.add(record.pk)
    recorded.send(model, keys=keys, whole=whole, withheld=withheld)


def record_deletion(record: models.Model, *, user: Any = None, comment: str = "") -> None:
    """Keep what the record says before it goes, so that it can come back; call it before that.

    Records that fall with it, as the notes on years do with their partnership, are kept each for
    itself.
    """
    for relation in record._meta.related_objects:
        model: Any = relation.related_model
        if relation.on_delete is models.CASCADE and issubclass(model, Versioned):
            for other in model._default_manager.filter(**{relation.field.name: record}):
                record_deletion(other, user=user, comment=comment)
    record_action(record, Action.DELETED, user=user, comment=comment)


def note_action(
    record: models.Model, action: Action, *, user: Any = None, comment: str = ""
) -> None:
    """Note who did what with a record that says the same as before."""
    AuditEntry.objects.create(**AuditEntry.values_for(record, action, user, comment))
