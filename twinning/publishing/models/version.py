from collections.abc import Sequence
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models.checked import Checked


class Versioned(Checked):
    """Counts the saves of a record, so that a form opened before somebody else's save is noticed.

    The admin form carries the number it was opened with; see `twinning.publishing.forms`.
    """

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        abstract = True
        # "translate" opens the translations alone, to whom "change" isn't given.
        default_permissions: ClassVar[Sequence[str]] = (
            "add",
            "change",
            "delete",
            "view",
            "translate",
        )
