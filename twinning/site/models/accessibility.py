from datetime import date
from enum import Enum
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LAST_DAY = (3, 31)  # of every year, by the technical conditions of the declaration


class ReviewDuty(Enum):
    """Whether this year's review of the accessibility declaration is still to be made."""

    DONE = "done"
    DUE = "due"
    OVERDUE = "overdue"


def review_duty(last: date | None, today: date) -> ReviewDuty:
    """Due from 1 January until the review of that year is recorded, overdue after 31 March."""
    if last is not None and last.year >= today.year:
        return ReviewDuty.DONE
    return ReviewDuty.OVERDUE if today > date(today.year, *LAST_DAY) else ReviewDuty.DUE


class AccessibilityReviewQuerySet(models.QuerySet["AccessibilityReview"]):
    def latest_first(self) -> Self:
        return self.order_by("-day", "-pk")


class AccessibilityReview(models.Model):
    """Somebody has read through the accessibility declaration and brought it up to date."""

    day = models.DateField(_("day"), default=timezone.localdate)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    reviewer_name = models.CharField(_("reviewed by"), max_length=200, editable=False)
    note = models.TextField(_("note"), blank=True)

    objects = models.Manager.from_queryset(AccessibilityReviewQuerySet)()

    class Meta:
        verbose_name = _("review of the accessibility declaration")
        verbose_name_plural = _("reviews of the accessibility declaration")
        ordering = ["-day", "-pk"]
        default_permissions = ("add", "view", "delete")

    def __str__(self) -> str:
        return f"{self.day} {self.reviewer_name}"
