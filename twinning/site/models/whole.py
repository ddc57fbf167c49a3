from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from twinning.publishing.languages import translated_fields
from twinning.publishing.models import PublicBody
from twinning.publishing.public_body import public_body

# A field, or NON_FIELD_ERRORS where the public body lacks something; and what the law calls it.
Missing = list[tuple[str, str]]


class Whole(models.Model):
    """A page of the law: public with all that it has to say, or not at all.

    `needed` names the fields that it can't do without, each with what is to be told.
    """

    needed: ClassVar[dict[str, str | Promise]] = {}

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        record: Any = self
        if record.is_approved:
            self.require_whole()

    def missing(self, body: PublicBody) -> Missing:
        """What is still to be told before it may be public."""
        return [(name, str(told)) for name, told in self.needed.items() if self._is_empty(name)]

    def _is_empty(self, name: str) -> bool:
        return getattr(self, self._column(name)) in (None, "")

    def require_whole(self) -> None:
        """Raises `ValidationError` that names each missing element at its field."""
        found: dict[str, list[str]] = {}
        for name, told in self.missing(public_body()):
            text = (
                _("Public body, missing: %(told)s")
                if name == NON_FIELD_ERRORS
                else _("It can’t be public without this: %(told)s")
            )
            found.setdefault(self._column(name), []).append(text % {"told": told})
        if found:
            raise ValidationError(found)

    def _column(self, name: str) -> str:
        """What a form knows a field by: of a translated one, the source language’s."""
        return f"{name}_{settings.LANGUAGE_CODE}" if name in translated_fields(type(self)) else name
