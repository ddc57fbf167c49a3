from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models.status import Status, is_public
from twinning.publishing.models.version import Versioned

Record = TypeVar("Record", bound=models.Model)


class PublishableQuerySet(models.QuerySet[Record]):
    """Starts every public page: fetch from `published()`, never filter afterwards."""

    def published(self, at: datetime | None = None) -> Self:
        """What residents see now, or at another moment."""
        return self.filter(is_public(at=at))

    def last_published_first(self) -> Self:
        """By when they became public."""
        return self.order_by("-published_at", "-pk")

    def drafts(self) -> Self:
        return self.filter(status=Status.DRAFT)

    def in_review(self) -> Self:
        return self.filter(status=Status.REVIEW)

    def archived(self) -> Self:
        return self.filter(status=Status.ARCHIVED)

    def scheduled(self) -> Self:
        """Approved, with a publication that is still to come."""
        return self.filter(status=Status.PUBLISHED, publish_at__gt=timezone.now())


class Publishable(Versioned):
    """A record that residents see only once it is published.

    Who may publish gives it a status by way of `twinning.publishing.lifecycle`; two moments narrow
    down when the published record is public.
    """

    status = models.CharField(
        _("status"),
        max_length=16,
        choices=Status,
        default=Status.DRAFT,
        db_index=True,
        editable=False,
    )
    publish_at = models.DateTimeField(
        _("public from"),
        null=True,
        blank=True,
        help_text=_("Left empty, a published entry is public at once. The time is that of Warsaw."),
    )
    unpublish_at = models.DateTimeField(
        _("public until"),
        null=True,
        blank=True,
        help_text=_("Left empty, it stays public."),
    )
    published_at = models.DateTimeField(_("first published"), null=True, blank=True, editable=False)

    class Meta(Versioned.Meta):
        abstract = True
        default_permissions: ClassVar[Sequence[str]] = (
            *Versioned.Meta.default_permissions,
            "publish",
        )
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values),
                name="%(app_label)s_%(class)s_status_known",
                violation_error_message=_("An entry has no such status."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=Status.PUBLISHED, published_at=None),
                name="%(app_label)s_%(class)s_published_has_moment",
            ),
            models.CheckConstraint(
                condition=models.Q(publish_at=None)
                | models.Q(unpublish_at=None)
                | models.Q(publish_at__lt=models.F("unpublish_at")),
                name="%(app_label)s_%(class)s_public_for_a_while",
                violation_error_message=_("It can't stop being public before it begins to be."),
            ),
        ]

    @property
    def is_published(self) -> bool:
        """Whether residents see it now."""
        return self.is_published_at(timezone.now())

    def is_published_at(self, moment: datetime) -> bool:
        """The same as the condition `is_public`, of a record in hand."""
        return (
            self.is_approved
            and (self.publish_at is None or self.publish_at <= moment)
            and (self.unpublish_at is None or self.unpublish_at > moment)
        )

    @property
    def is_approved(self) -> bool:
        """Whether it is public now or by a plan: writing to it takes the right to publish."""
        return self.status == Status.PUBLISHED

    @property
    def is_scheduled(self) -> bool:
        moment = self.publish_at
        return self.is_approved and moment is not None and moment > timezone.now()

    @property
    def is_past(self) -> bool:
        """Whether its time of being public is over."""
        moment = self.unpublish_at
        return self.is_approved and moment is not None and moment <= timezone.now()

    @property
    def status_label(self) -> str:
        """The status as an editor should know it, planned moments included."""
        if self.is_scheduled:
            return str(_("Scheduled"))
        if self.is_past:
            return str(_("No longer public"))
        return str(Status(self.status).label)

    def clean(self) -> None:
        super().clean()
        self._note_first_publication()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._note_first_publication() and kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "published_at"}
        super().save(*args, **kwargs)

    def _note_first_publication(self) -> bool:
        """Set the first moment residents see it; a planned one moves as long as it is to come."""
        now = timezone.now()
        still_open = self.published_at is None or self.published_at > now
        if not (self.is_approved and still_open):
            return False
        moment = max(self.publish_at or now, now)
        changed = moment != self.published_at
        self.published_at = moment
        return changed
