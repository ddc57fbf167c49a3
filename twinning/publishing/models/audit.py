from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Action(models.TextChoices):
    """What somebody did with a record."""

    ADDED = "added", _("added")
    CHANGED = "changed", _("changed")
    SUBMITTED = "submitted", _("sent for review")
    RETURNED = "returned", _("returned to the author")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("taken back to draft")
    ARCHIVED = "archived", _("archived")
    REOPENED = "reopened", _("taken out of the archive")
    RESTORED = "restored", _("restored to an earlier version")
    DELETED = "deleted", _("deleted")
    RECOVERED = "recovered", _("recovered after deletion")
    DISCARDED = "discarded", _("working copy discarded")
    LINK_MADE = "link_made", _("preview link made")
    LINK_WITHDRAWN = "link_withdrawn", _("preview link withdrawn")


# After these a record says, or shows, something else than before; the others are only noted.
SPEAKING = (
    Action.ADDED,
    Action.CHANGED,
    Action.PUBLISHED,
    Action.WITHDRAWN,
    Action.ARCHIVED,
    Action.REOPENED,
    Action.RESTORED,
    Action.DELETED,
    Action.RECOVERED,
)
# Working copies and reviews are the office's own business.
TOLD_IN_PUBLIC = (Action.ADDED, Action.CHANGED, Action.PUBLISHED, Action.RESTORED)


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    def of(self, record: models.Model) -> Self:
        """Everything done with the record, the latest first."""
        return self.filter(
            content_type=ContentType.objects.get_for_model(record), object_id=record.pk
        )

    def with_revision(self) -> Self:
        return self.filter(revision__isnull=False)

    def of_deleted(self, model: type[models.Model]) -> Self:
        """The deletions of those records of the model that are gone now, each once."""
        kind = ContentType.objects.get_for_model(model)
        deletions = self.filter(content_type=kind, action=Action.DELETED)
        later = deletions.filter(object_id=OuterRef("object_id"), pk__gt=OuterRef("pk"))
        there = model._base_manager.filter(pk=OuterRef("object_id"))
        return deletions.exclude(Exists(later)).exclude(Exists(there))

    def of_kind(self, model: type[models.Model], key: Any) -> Self:
        """As `of()`, for the record with this key, which may be an outer query's."""
        return self.filter(content_type=ContentType.objects.get_for_model(model), object_id=key)

    def told_of(self, record: models.Model) -> Self:
        """What residents may know: what was done with a record that was public afterwards.

        One query, whether the kinds of content have been read before or not.
        """
        opts = record._meta
        return self.filter(
            content_type__app_label=opts.app_label,
            content_type__model=opts.model_name,
            object_id=record.pk,
            was_public=True,
            action__in=TOLD_IN_PUBLIC,
        )

    def speaking(self) -> Self:
        """What made a record say or show something else; the earliest first."""
        return self.filter(action__in=SPEAKING).order_by("moment", "pk")

    def by_people(self) -> Self:
        """Without what the site did itself, as when it loaded files."""
        return self.exclude(user_name="")

    def newest_first(self) -> Self:
        return self.order_by("-moment", "-pk")


class AuditEntry(models.Model):
    """Who did what with which record, when and why. Written once, never changed.

    Names are kept as they were, so that the list stays readable when the account or the record is
    gone. `revision` holds what the record said afterwards, or last before its deletion; there is
    none where it said nothing new.
    """

    moment = models.DateTimeField(_("moment"), default=timezone.now, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="audit_entries",
        verbose_name=_("user"),
    )
    user_name = models.CharField(_("user"), max_length=200, blank=True)
    action = models.CharField(_("action"), max_length=16, choices=Action)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    record_name = models.CharField(_("record"), max_length=300)
    version = models.PositiveIntegerField(_("version"), null=True, blank=True)
    comment = models.TextField(_("comment"), blank=True)
    was_public = models.BooleanField(
        _("public at that moment"), default=False, help_text=_("Whether residents saw the record.")
    )
    # When residents were to see what the record said afterwards, as it was planned then. A later
    # entry may have put an end to it before; no beginning: never.
    public_from = models.DateTimeField(null=True, blank=True, editable=False)
    public_until = models.DateTimeField(null=True, blank=True, editable=False)
    revision = models.ForeignKey(
        "reversion.Revision", on_delete=models.SET_NULL, null=True, blank=True, related_name="audit"
    )

    objects = models.Manager.from_queryset(AuditEntryQuerySet)()

    class Meta:
        verbose_name = _("entry of the log")
        verbose_name_plural = _("log")
        ordering = ["-moment", "-pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["content_type", "object_id", "-moment"], name="publishing_audit_of_record"
            ),
            models.Index(
                fields=["content_type", "action", "object_id"], name="publishing_audit_of_action"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_name}: {self.get_action_display()}"

    @staticmethod
    def values_for(
        record: models.Model, action: Action, user: Any = None, comment: str = ""
    ) -> dict[str, Any]:
        now = timezone.now()
        shown = action in SPEAKING and action != Action.DELETED
        shown = shown and getattr(record, "is_approved", False)
        known = user if user is not None and user.pk else None
        return {
            "moment": now,
            "user": known,
            "user_name": (known.get_full_name() or known.get_username()) if known else "",
            "action": action,
            "content_type": ContentType.objects.get_for_model(record),
            "object_id": record.pk,
            "record_name": str(record)[:300],
            "version": getattr(record, "version", None),
            "comment": comment,
            "was_public": bool(getattr(record, "is_published", False)),
            "public_from": max(getattr(record, "publish_at", None) or now, now) if shown else None,
            "public_until": getattr(record, "unpublish_at", None) if shown else None,
        }
