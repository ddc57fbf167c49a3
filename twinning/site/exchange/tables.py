"""How the tables in which a record and its parts keep texts are read for whole files."""

from typing import Any

from django.conf import settings
from django.db.models import F, Model
from django.utils.text import capfirst

from twinning.publishing.fields import RichTextField
from twinning.site.translating.subjects import Subject


def texts_of(subject: Subject) -> list[str]:
    """In the order of the model's fields."""
    known = set(subject.texts)
    return [field.name for field in subject.model._meta.concrete_fields if field.name in known]


def rows_of(subject: Subject, records: Any, language: str) -> Any:
    """The keys, of the row and of its record, and the texts in both languages; as plain values.

    Plain, because modeltranslation would put other columns in their place.
    """
    languages = (settings.LANGUAGE_CODE, language)
    texts = [f"{name}_{code}" for name in texts_of(subject) for code in languages]
    rows = records.rewrite(False).annotate(row_key=F("pk"), whole_key=subject.key_of_whole)
    return rows.order_by("pk").values("row_key", "whole_key", *texts)


def label_of(model: type[Model]) -> str:
    return model._meta.label_lower


def column_of(model: type[Model], name: str, language: str) -> Any:
    """The field that holds a text in a language."""
    return model._meta.get_field(f"{name}_{language}")


def field_label(model: type[Model], name: str) -> str:
    label: Any = model._meta.get_field(name).verbose_name  # type: ignore[union-attr]
    return str(label)


def kind_label(model: type[Model]) -> str:
    return capfirst(str(model._meta.verbose_name))


def is_rich(model: type[Model], name: str) -> bool:
    return isinstance(model._meta.get_field(name), RichTextField)
