"""Texts that tell the language they are stored in: a word in each that stands in no other."""

import random
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Model, QuerySet, SlugField
from modeltranslation.translator import translator

from twinning.publishing.fields import RichTextField

# A citation writes the names of authors in capitals.
MARK = re.compile(r"Stored-in-([a-z]{2})", re.IGNORECASE)


def stored_in(language: str) -> str:
    return f"Stored-in-{language}"


def languages_in(text: str) -> set[str]:
    """The languages that the marked texts in `text` are stored in."""
    return {code.lower() for code in MARK.findall(text)}


def mark_every_text(*, missing: float = 0, seed: int = 0) -> int:
    """Give every translated field of every record a marked text in each language.

    Of the translations the share `missing` stays empty, each field of each record by chance.
    Gives the number of those left empty.
    """
    chance, empty, number = random.Random(seed), 0, count(1)  # noqa: S311 — no secret
    for record, field in _translated_columns():
        values: dict[str, str] = {}
        for code, _name in settings.LANGUAGES:
            is_missing = code != settings.LANGUAGE_CODE and chance.random() < missing
            empty += is_missing
            text = f"{stored_in(code)} no {next(number)}"
            values[f"{field.name}_{code}"] = "" if is_missing else _written(field, text)
        QuerySet(type(record)).filter(pk=record.pk).update(**values)
    return empty


def _translated_columns() -> Iterator[tuple[Model, Any]]:
    for model in translator.get_registered_models(abstract=False):
        fields = [
            field
            for name in translator.get_options_for_model(model).all_fields
            if not isinstance(field := model._meta.get_field(name), SlugField)
        ]
        records: QuerySet[Model] = QuerySet(model)
        for record in records.order_by("pk"):
            yield from ((record, field) for field in fields)


def _written(field: models.Field[Any, Any], text: str) -> str:
    return f"<p>{text}</p>" if isinstance(field, RichTextField) else text[: field.max_length]
