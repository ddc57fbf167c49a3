from collections.abc import Sequence
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models.version import Versioned

Record = TypeVar("Record", bound=models.Model)


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")


class PublishableQuerySet(models.QuerySet[Record]):
    """Starts every public page: fetch from `published()`, never filter afterwards."""

    def published(self) -> Self:
        return self.filter(status=Status.PUBLISHED)

    def drafts(self) -> Self:
        return self.filter(status=Status.DRAFT)


class Publishable(Versioned):
    """A record that residents see only once it is published."""

    status = models.CharField(
        _("status"),
        max_length=16,
        choices=Status,
        default=Status.DRAFT,
        db_index=True,
        help_text=_("Only published entries are visible to the public, anywhere."),
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
            ),
            models.CheckConstraint(
                condition=~models.Q(status=Status.PUBLISHED, published_at=None),
                name="%(app_label)s_%(class)s_published_has_moment",
            ),
        ]

    @property
    def is_published(self) -> bool:
        return self.status == Status.PUBLISHED

    def clean(self) -> None:
        super().clean()
        self._note_first_publication()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._note_first_publication() and kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "published_at"}
        super().save(*args, **kwargs)

    def _note_first_publication(self) -> bool:
        if self.is_published and self.published_at is None:
            self.published_at = timezone.now()
            return True
        return False
