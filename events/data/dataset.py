"""A dataset: one kind of record with all that is to be known for giving it away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from events.data.filters import DataFilter
from events.data.shapes import FieldOfData, Record, fields_of
from events.data.values import Absolute, Values
from twinning.publishing.models import Publishable
from twinning.translation.pointers import as_plain, fallbacks

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Rows fetched at once, with their related records: what a stream holds in memory.
CHUNK = 200


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """`name` is the same in every language, `segment` the last part of its address in each.

    `records` starts from what is published, with all that `values` reads; `landing` is the name of
    the page that shows the same to people.
    """

    name: str
    segment: "StrOrPromise"
    title: "StrOrPromise"
    about: "StrOrPromise"
    themes: tuple[str, ...]
    model: type[Publishable]
    shape: type[Record]
    filters: type[DataFilter]
    records: Callable[[], Any]
    values: Callable[[Any, Absolute], Values]
    landing: str

    @property
    def slug(self) -> str:
        """Its segment in the active language, without the slash."""
        return str(self.segment).strip("/")

    def fields(self) -> list[FieldOfData]:
        return list(fields_of(self.shape))

    def chosen(self, form: DataFilter) -> Any:
        """The records that the filters leave, in order. The form must be valid."""
        return form.passing(self.records())

    def described(self, record: Any, absolute: Absolute) -> Values:
        """The object that everybody gets for a record, whatever the format."""
        values = self.values(record, absolute)
        return {**as_plain(values), "fallbacks": fallbacks(values)}


@dataclass(frozen=True, slots=True)
class Span:
    count: int
    issued: datetime | None
    modified: datetime | None
