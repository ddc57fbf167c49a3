"""A model's translated fields, language by language, as modeltranslation has registered them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils.text import format_lazy
from modeltranslation.translator import translator


def translated_fields(model: type[Model]) -> set[str]:
    """The names of the fields with a text per language; none for a model that isn't registered."""
    if model not in translator.get_registered_models():
        return set()
    return set(translator.get_options_for_model(model).all_fields)


def in_each_language(name: str) -> list[str]:
    """`title` → [`title_pl`, `title_en`], in the order of settings.LANGUAGES."""
    return [f"{name}_{code}" for code, _name in settings.LANGUAGES]


def translations(model: type[Model]) -> set[str]:
    """The columns that hold a translation: of every translated field all but the source text."""
    return {
        f"{name}_{code}"
        for name in translated_fields(model)
        for code, _name in settings.LANGUAGES
        if code != settings.LANGUAGE_CODE
    }


def language_of(field: Any) -> str | None:
    """The code of the language whose text `field` holds, None for a field of all languages."""
    return getattr(field, "language", None) if hasattr(field, "translated_field") else None


def side_by_side(model: type[Model], row: str | Iterable[str]) -> str | tuple[str, ...]:
    """A row of a fieldset with each translated field replaced by its languages, side by side."""
    translated = translated_fields(model)
    names = [row] if isinstance(row, str) else list(row)
    expanded = [
        column
        for name in names
        for column in (in_each_language(name) if name in translated else [name])
    ]
    return expanded[0] if len(expanded) == 1 else tuple(expanded)


def label_languages(model: type[Model]) -> None:
    """Let the labels of translated fields say their language: “Title (English)”."""
    names = dict(settings.LANGUAGES)
    for field in _columns(model):
        if language := language_of(field):
            label = field.translated_field.verbose_name
            field.verbose_name = format_lazy("{} ({})", label, names[language])


def _columns(model: type[Model]) -> Iterator[Any]:
    yield from model._meta.concrete_fields
