"""What a dataset's objects look like: typed fields, each described in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema
from pydantic import WithJsonSchema
from pydantic.fields import FieldInfo

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Address = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]
Edtf = Annotated[str, WithJsonSchema({"type": "string", "examples": ["1994-06", "1998/.."]})]
Day = date
Moment = datetime


def described(meaning: "StrOrPromise") -> Any:
    """A field that is always there. `meaning` is read when the description is, in its language."""
    return Field(json_schema_extra=_Meaning(meaning))


@dataclass(frozen=True, slots=True)
class _Meaning:
    meaning: "StrOrPromise"

    def __call__(self, schema: dict[str, Any]) -> None:
        schema.pop("title", None)
        schema["description"] = str(self.meaning)


class Shape(Schema):
    """An object. Lists in it hold plain values or objects of plain values, so that a row of a table
    can hold all of it (`events.data.tables`)."""


class Record(Shape):
    """What every record has; the second half stands at the end of an object."""

    id: int = described(_("number of the record; it never changes"))
    url: Address = described(_("address of its page"))
    language: str = described(_("language of the texts"))
    published: Moment | None = described(_("when it was first published"))
    modified: Moment = described(_("when it was last changed"))
    fallbacks: dict[str, str] = described(
        _(
            "texts that stand in another language for want of a translation: where they are "
            "(JSON Pointer) and their language"
        )
    )


AT_THE_END = ("published", "modified", "fallbacks")


class Reference(Shape):
    """Another record of these data."""

    id: int = described(_("its number"))
    url: Address = described(_("address of its page"))


class Titled(Reference):
    title: str = described(_("its title"))


class Named(Reference):
    name: str = described(_("its name"))


class Pair(Reference):
    home: str = described(_("home city"))
    partner: str = described(_("partner"))


class Former(Shape):
    name: str = described(_("name"))
    short_name: str | None = described(_("short name"))
    used: Edtf = described(_("when it was used, as EDTF"))


class Cited(Reference):
    title: str = described(_("title of the source"))
    locator: str | None = described(_("place in the source"))
    claim: str | None = described(_("what exactly the source says"))
    stated_date: Edtf | None = described(_("date that the source gives, where it gives its own"))
    disagrees: bool = described(_("whether it disagrees with the entry"))


@dataclass(frozen=True, slots=True)
class FieldOfData:
    """One field as documentation tells it; `parts` are those of an object or of listed objects."""

    name: str
    meaning: str
    is_list: bool
    parts: tuple["FieldOfData", ...] = ()

    @property
    def columns(self) -> list[str]:
        return [f"{self.name}_{part.name}" for part in self.parts] or [self.name]


def fields_of(shape: type[Schema]) -> Iterator[FieldOfData]:
    """In the order in which they stand in an object."""
    own = [name for name in shape.model_fields if name not in AT_THE_END]
    for name in [*own, *(each for each in AT_THE_END if each in shape.model_fields)]:
        field = shape.model_fields[name]
        is_list, inner = _unwrapped(field)
        parts = tuple(fields_of(inner)) if inner else ()
        yield FieldOfData(name, str(meaning_of(field)), is_list, parts)


def meaning_of(field: FieldInfo) -> "StrOrPromise":
    extra = field.json_schema_extra
    return extra.meaning if isinstance(extra, _Meaning) else ""


def _unwrapped(field: FieldInfo) -> tuple[bool, type[Schema] | None]:
    """Whether it is a list, and the shape of the object or objects it holds."""
    given: Any = field.annotation
    if get_origin(given) in (Union, UnionType):
        [given] = [each for each in get_args(given) if each is not NoneType]
    is_list = get_origin(given) is list
    if is_list:
        [given] = get_args(given)
    is_shape = isinstance(given, type) and issubclass(given, Schema)
    return is_list, given if is_shape else None
