"""What is searched, told by the rooms above. They register it in their `ready()`."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Model

from twinning.search.documents import Document


class Searchable(ABC):
    """One kind of records that are searched. `rank` orders the kinds among hits that fit alike.

    `watches` are lookups from the record to others whose names its documents hold, and whose
    publication they depend on (“participations__organisation”).
    """

    kind: ClassVar[str]
    rank: ClassVar[int]
    model: ClassVar[type[Model]]
    watches: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def documents(
        self, keys: Collection[int], at: datetime, whole: Collection[Model] = ()
    ) -> Iterable[Document]:
        """The documents, one a language, of those of the records that residents see `at`.

        Nothing that isn't public then may be in them. `whole` are the same records with all their
        parts, where somebody has just fetched them.
        """

    @abstractmethod
    def moments(self, keys: Collection[int], after: datetime) -> set[datetime]:
        """When the documents of these records may change without anybody's doing."""


_known: dict[str, Searchable] = {}


def add(searchable: Searchable) -> None:
    _known[searchable.kind] = searchable


def searchables() -> list[Searchable]:
    return sorted(_known.values(), key=lambda each: each.rank)


def searchable_of(model: type[Model]) -> Searchable | None:
    return next((each for each in _known.values() if each.model is model), None)


def watching(model: type[Model]) -> Iterator[tuple[Searchable, str]]:
    """Who has records of the model in its documents, and the lookup that leads there."""
    for searchable in searchables():
        for path in searchable.watches:
            if model_at(searchable.model, path) is model:
                yield searchable, path


def models_of(searchable: Searchable) -> set[type[Model]]:
    """Its own and those that it watches."""
    return {searchable.model, *(model_at(searchable.model, each) for each in searchable.watches)}


def model_at(model: type[Model], path: str) -> type[Model]:
    """The model that a lookup path leads to."""
    found: Any = model
    for name in path.split("__"):
        found = found._meta.get_field(name).related_model
    result: type[Model] = found
    return result
