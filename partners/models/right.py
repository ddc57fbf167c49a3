from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models.place import Place


class EditingRight(models.Model):
    """Limits a user to a home city. A user without any such right may edit for every city."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="editing_rights",
        verbose_name=_("user"),
    )
    home = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,  # deleting the city would open all the others to its editors
        related_name="editing_rights",
        limit_choices_to={"is_home": True},
        verbose_name=_("home city"),
    )

    class Meta:
        verbose_name = _("home city of an editor")
        verbose_name_plural = _("home cities of editors")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "home"], name="partners_editingright_once_per_city"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.home}"
