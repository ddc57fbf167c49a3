from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

ONLY = 1
ONLY_ONE = _("There is only one of these for the whole site.")


class OnlyOne(models.Model):
    """A record of which a site has one at most: number 1."""

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=ONLY),
                name="%(app_label)s_%(class)s_only_one",
                violation_error_message=ONLY_ONE,
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.pk = ONLY
            kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self._state.adding and type(self)._base_manager.exists():
            raise ValidationError(ONLY_ONE, code="second")
