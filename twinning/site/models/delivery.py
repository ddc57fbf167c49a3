from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models import User

KEPT_FOR = timedelta(days=14)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def by(self, user: User) -> Self:
        return self.filter(user=user)

    def newest_first(self) -> Self:
        return self.order_by("-moment", "-pk")

    def forgotten(self) -> Self:
        """Those that nobody needs any longer: what was taken over is in the history."""
        return self.filter(moment__lt=timezone.now() - KEPT_FOR)


class Delivery(models.Model):
    """A translators' file that somebody has sent in, kept while they look at what it would change.

    It is read anew each time, against what the site says then. The content is text, so that a
    redaction reaches it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="deliveries",
        verbose_name=_("user"),
    )
    moment = models.DateTimeField(_("moment"), default=timezone.now)
    name = models.CharField(_("file"), max_length=200)
    language = models.CharField(_("language"), max_length=12)
    takes_unfinished = models.BooleanField(_("with unfinished texts"), default=False)
    content = models.TextField(_("content"))

    objects = models.Manager.from_queryset(DeliveryQuerySet)()

    class Meta:
        verbose_name = _("translators’ file")
        verbose_name_plural = _("translators’ files")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
