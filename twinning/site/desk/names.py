"""The names of records of any kind, as the database can tell them."""

from typing import Any

from django.conf import settings
from django.db.models import Case, F, Model, Q, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.utils.text import capfirst
from django.utils.translation import get_language

from events.models import YearNote
from partners.models import Partnership, Person
from twinning.media.models import Image
from twinning.publishing.languages import translated_fields
from twinning.publishing.models import PublicBody
from twinning.site.models import FundingNotice, Whole

# What stands between the parts of a name, and the fields they are.
_NAMES: dict[type[Model], tuple[str, tuple[str, ...]]] = {
    FundingNotice: ("", ("text",)),
    Image: ("", ("alt",)),
    Partnership: (" – ", ("home__name", "partner__name")),
    Person: (" ", ("given_name", "family_name")),
    PublicBody: ("", ("name",)),
    YearNote: ("", ("headline",)),
}


def name_of(model: type[Model], at: str = "") -> Any:
    """The name in the active language, or else in the source language.

    `at` leads to the record from that which is asked for: “delegation__event__”.
    """
    if issubclass(model, Whole):  # the one of its kind, called what it is
        return Value(capfirst(str(model._meta.verbose_name)), output_field=TextField())
    between, paths = _parts(model)
    first, *others = (_in_a_language(model, path, at) for path in paths)
    pieces = [piece for other in others for piece in (Value(between), other)]
    whole = Concat(first, *pieces, output_field=TextField()) if pieces else first
    return Cast(whole, TextField())


def language_of_name(model: type[Model], at: str = "") -> Any:
    """The code of the language that `name_of` is in; empty where that goes without saying."""
    if issubclass(model, Whole):
        return Value("", output_field=TextField())
    _between, paths = _parts(model)
    own, source = _columns(model, paths[0])
    if len(paths) > 1 or own == source:
        return Value("", output_field=TextField())
    empty = Q(**{f"{at}{own}": ""}) | Q(**{f"{at}{own}__isnull": True})
    code = Value(settings.LANGUAGE_CODE)
    return Case(When(empty, then=code), default=Value(""), output_field=TextField())


def _parts(model: type[Model]) -> tuple[str, tuple[str, ...]]:
    return _NAMES.get(model) or ("", (getattr(model, "slug_source", "title"),))


def _columns(model: type[Model], path: str) -> tuple[str, str]:
    """The columns of the active and of the source language."""
    *steps, name = path.split("__")
    for step in steps:
        relation: Any = model._meta.get_field(step)
        model = relation.related_model
    if name not in translated_fields(model):
        return path, path
    code = get_language() or settings.LANGUAGE_CODE
    return f"{path}_{code}", f"{path}_{settings.LANGUAGE_CODE}"


def _in_a_language(model: type[Model], path: str, at: str) -> Any:
    own, source = (f"{at}{column}" for column in _columns(model, path))
    if own == source:
        return F(own)
    return Coalesce(NullIf(F(own), Value("")), F(source), output_field=TextField())
