"""Give each record that has no history its first revision, so that it can be cited."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Exists, OuterRef

from twinning.publishing.history import record_action
from twinning.publishing.models import Action, AuditEntry, Versioned

SOON = timedelta(minutes=1)


class Command(BaseCommand):
    help = (
        "Keeps what each record without a history says now as its first revision, dated with its "
        "last change. For databases that were filled before the site kept histories."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            count = sum(
                _keep_first(record)
                for model in apps.get_models()
                if issubclass(model, Versioned)
                for record in model._base_manager.filter(~Exists(_history(model))).order_by("pk")
            )
        self.stdout.write(f"{count} first revisions kept.")


def _history(model: type[Versioned]) -> Any:
    return AuditEntry.objects.of_kind(model, OuterRef("pk")).with_revision()


def _keep_first(record: Any) -> int:
    published = getattr(record, "published_at", None) or record.created_at
    changed = record.updated_at > published + SOON
    record_action(record, Action.CHANGED if changed else Action.ADDED)
    entry = AuditEntry.objects.of(record).latest("pk")
    entry.moment = record.updated_at if changed else published
    if entry.public_from is not None:
        entry.public_from = max(getattr(record, "publish_at", None) or entry.moment, entry.moment)
    entry.save(update_fields=["moment", "public_from"])
    return 1
