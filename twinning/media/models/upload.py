from functools import reduce
from operator import or_
from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models import Versioned

Record = TypeVar("Record", bound=models.Model)


class UploadQuerySet(models.QuerySet[Record]):
    def lacking(self, field: str, language: str) -> Self:
        """Those whose translated `field` is empty in `language`."""
        return self.filter(_empty(f"{field}_{language}"))

    def lacking_in_any_language(self, field: str) -> Self:
        conditions = [_empty(f"{field}_{code}") for code, _name in settings.LANGUAGES]
        return self.filter(reduce(or_, conditions))


def _empty(column: str) -> models.Q:
    return models.Q(**{column: None}) | models.Q(**{column: ""})


class Upload(Versioned):
    """A record around a file. The same file is taken once."""

    digest = models.CharField(
        _("fingerprint of the uploaded file"),
        max_length=64,
        blank=True,
        editable=False,
        help_text="SHA-256 of the bytes as they came; what is stored is written anew.",
    )

    class Meta(Versioned.Meta):
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["digest"],
                condition=~models.Q(digest=""),
                name="%(app_label)s_%(class)s_uploaded_once",
            )
        ]
