"""Where an entry stands in its life, and when residents see it."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("In review")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


def is_public(path: str = "", *, at: datetime | None = None) -> Q:
    """The condition under which residents see a record, or the one that `path` leads to.

    Decided when it is read: nothing has to run at the hour that somebody planned. `at` stands in
    for now.
    """
    now = at or timezone.now()
    before = f"{path}__" if path else ""
    begun = Q(**{f"{before}publish_at": None}) | Q(**{f"{before}publish_at__lte": now})
    going_on = Q(**{f"{before}unpublish_at": None}) | Q(**{f"{before}unpublish_at__gt": now})
    return Q(**{f"{before}status": Status.PUBLISHED}) & begun & going_on
