"""Which texts a model has in every language, and which records lack one of them."""

from collections.abc import Collection

from django.conf import settings
from django.db.models import Model, Q, SlugField
from modeltranslation.translator import translator


def translated_texts(model: type[Model]) -> list[str]:
    """The names of the fields with a text per language. Addresses are no texts: they are filled."""
    if model not in translator.get_registered_models():
        return []
    return [
        name
        for name in translator.get_options_for_model(model).all_fields
        if not isinstance(model._meta.get_field(name), SlugField)
    ]


def other_languages() -> list[str]:
    """All but the source language, in the order of settings.LANGUAGES."""
    return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def lacking(model: type[Model], code: str, *, but: Collection[str] = ()) -> Q:
    """Records that show a text of the source language for want of one in this language.

    `but` names texts that are looked for elsewhere.
    """
    condition = Q(pk__in=[])
    for name in translated_texts(model):
        if name in but:
            continue
        condition |= _empty(f"{name}_{code}") & ~_empty(f"{name}_{settings.LANGUAGE_CODE}")
    return condition


def _empty(column: str) -> Q:
    return Q(**{column: ""}) | Q(**{f"{column}__isnull": True})
