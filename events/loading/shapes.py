"""Which values a file may give to which field. All functions raise `ValidationError`."""

from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from modeltranslation.translator import NotRegistered, translator


def field_for(record: models.Model, name: str) -> Any:
    """The field or, for rows that belong to the record and go with it, the relation."""
    for relation in record._meta.related_objects:
        if relation.get_accessor_name() == name and relation.on_delete is models.CASCADE:
            return relation
    try:
        field = record._meta.get_field(name)
    except FieldDoesNotExist:
        field = None
    # All that is loaded is published: a file can't say otherwise.
    if field is None or not field.concrete or not field.editable or name in {"id", "status"}:
        raise ValidationError(f"“{name}” is not a field of this record")
    return field


def translated_fields(model: type[models.Model]) -> set[str]:
    try:
        return set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return set()


def texts(name: str, value: Any) -> dict[str, str]:
    """The text of each language's column, of a text for all or of a mapping."""
    languages = [code for code, _name in settings.LANGUAGES]
    given = value if isinstance(value, dict) else dict.fromkeys(languages, value)
    if not given.keys() <= set(languages):
        raise _misshapen(name, f"has other languages than {', '.join(languages)}")
    if not all(isinstance(text, str) for text in given.values()):
        raise _misshapen(name, "must be a text or a text for each language")
    if any(given.values()) and not given.get(settings.LANGUAGE_CODE):
        raise _misshapen(name, f"has no text in the source language, {settings.LANGUAGE_CODE}")
    return {f"{name}_{code}": given.get(code, "") for code in languages}


def rows(name: str, value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise _misshapen(name, "must be a list of records")
    return value


def references(name: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
        raise _misshapen(name, "must be a list of slugs")
    return value


def reference(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _misshapen(name, "must be the slug of a record")
    return value


def plain(field: Any, value: Any) -> Any:
    """The value itself; the lines of a text may be given as a list."""
    if isinstance(value, list) and isinstance(field, models.TextField):
        return "\n".join(map(str, value))
    if isinstance(value, list | dict):
        raise _misshapen(field.name, "must be a single value")
    return value


def _misshapen(name: str, problem: str) -> ValidationError:
    return ValidationError({name: f"{problem}."})
