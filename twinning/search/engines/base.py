from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection


@dataclass(frozen=True, slots=True)
class Condition:
    """What entries to fetch, in lexemes.

    They hold one of each set in `alternatives`, every phrase word by word, a lexeme that begins
    with each of `beginnings`, none of `excluded` and no excluded phrase; their days touch those
    from `earliest` to `latest`; and they are visible at `at`.
    """

    at: datetime
    alternatives: tuple[frozenset[str], ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    beginnings: tuple[str, ...] = ()
    excluded: frozenset[str] = frozenset()
    excluded_phrases: tuple[tuple[str, ...], ...] = ()
    earliest: date | None = None
    latest: date | None = None


class Row(NamedTuple):
    """An entry as it is ranked and counted: texts of lexemes, as the model keeps them."""

    place: int
    kind: str
    key: int
    language: str
    title: str
    names: str
    dates: str
    facets: str


COLUMNS = "e.id, e.kind, e.key, e.language, e.title, e.names, e.dates, e.facets"


def rows_of(fetched: Iterable[tuple[Any, ...]]) -> list[Row]:
    """Past `Row._make`, which takes three times as long: a search makes a thousand."""
    return [tuple.__new__(Row, values) for values in fetched]


class Engine(ABC):
    @abstractmethod
    def rows(self, condition: Condition, limit: int) -> list[Row]:
        """The first `limit` entries that meet the condition, in their order."""

    @abstractmethod
    def packed(self, sequence: Iterable[str], unordered: Iterable[str]) -> str:
        """All lexemes of an entry as its column `words` takes them."""

    @abstractmethod
    def surfaces(self, packed: str) -> set[str]:
        """The words, folded, that a text made by `packed` holds as they are written."""

    def narrowed(self, condition: Condition) -> tuple[str, list[Any]]:
        """The rest of the condition in SQL, which begins with AND, and its parameters."""
        at = connection.ops.adapt_datetimefield_value(condition.at)
        sql = " AND e.visible_from <= %s AND e.visible_until > %s"
        parameters: list[Any] = [at, at]
        if condition.latest:
            sql += " AND e.earliest <= %s"
            parameters.append(connection.ops.adapt_datefield_value(condition.latest))
        if condition.earliest:
            sql += " AND e.latest >= %s"
            parameters.append(connection.ops.adapt_datefield_value(condition.earliest))
        return sql, parameters
