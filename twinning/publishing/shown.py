"""A value of a revision as an editor reads it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from twinning.dates.errors import DateNotUnderstood
from twinning.dates.fields import HistoricalDateField
from twinning.dates.value import HistoricalDate
from twinning.publishing.fields import RichTextField
from twinning.publishing.languages import language_of
from twinning.publishing.naming import Names


@dataclass(frozen=True, slots=True)
class Shown:
    """`whole`: it changes as a whole, as a name or a date does; else it is compared by words."""

    text: str
    rich: bool = False
    whole: bool = True


def label_of(field: Any) -> str:
    """“Title (Polish)”."""
    language = language_of(field)
    if language is None:
        return capfirst(str(field.verbose_name))
    name = dict(settings.LANGUAGES)[language]
    return f"{capfirst(str(field.translated_field.verbose_name))} ({name})"


def shown(field: Any, value: Any, names: Names) -> Shown:
    """The text of a value; an empty one for nothing."""
    if value is None or value == "":
        return Shown("", whole=False)
    if field.remote_field:
        return Shown(names.of((field.related_model, int(value))))
    if field.flatchoices:
        return Shown(str(dict(field.flatchoices).get(value, value)))
    if isinstance(field, RichTextField):
        return Shown(str(value), rich=True, whole=False)
    if isinstance(field, models.CharField | models.TextField):
        return Shown(str(value), whole=False)
    return Shown(_of_type(field, value))


def _of_type(field: Any, value: Any) -> str:
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, HistoricalDateField):
        with suppress(DateNotUnderstood):
            return HistoricalDate(str(value)).render(style="plain")
    if isinstance(field, models.DateField):
        with suppress(ValidationError):
            return _moment(field.to_python(value))
    if isinstance(field, models.FileField):
        return PurePosixPath(str(value)).name
    return str(value)


def _moment(value: Any) -> str:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return date_format(value)
