from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person who signs in, by user name or by e-mail address.

    The address is optional and kept in lower case. Neither may differ from somebody else's in
    capital letters alone.
    """

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="publishing_user_one_per_name",
                violation_error_message=_("Somebody has this user name already."),
            ),
            models.UniqueConstraint(
                Lower("email"),
                name="publishing_user_one_per_email",
                condition=~Q(email=""),
                violation_error_message=_("Somebody has this e-mail address already."),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        self._lower_email()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._lower_email()
        super().save(*args, **kwargs)

    def _lower_email(self) -> None:
        self.email = (self.email or "").strip().lower()
