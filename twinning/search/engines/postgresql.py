"""Full text by PostgreSQL's tsvector and GIN.

Migration 0002 makes the index and the trigger that keeps it.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.db import connection

from twinning.search.engines import shelves
from twinning.search.engines.base import COLUMNS, Condition, Engine, Row, rows_of
from twinning.search.lexemes import ALL, BOUNDARY

LAST_POSITION = 16383  # that a tsvector can tell


# The index gives all entries that hold a word, in no order. Of so many the first are soon found ...
FEW = 1000
# ... and where there are more, the newest are asked for first: those that match among so many.
NEWEST = 2000


class PostgreSQL(Engine):
    def rows(self, condition: Condition, limit: int) -> list[Row]:
        counted = shelves.counted()
        total = counted.between(condition.earliest, condition.latest)
        if total <= NEWEST:
            return self._fetched(condition, limit)
        months = shelves.months_back(condition.latest)
        portion = counted.portion(months, NEWEST, undated=not condition.latest)
        rows = self._fetched(_upon(condition, portion), limit)
        asked = portion.entries
        while len(rows) < limit and len(rows) * (total - asked) > FEW * asked:
            # As many as ought to hold those that are still wanted, and some more.
            wanted = (limit - len(rows)) * asked * 3 // (len(rows) * 2)
            portion = counted.portion(months, wanted, undated=False)
            rows += self._fetched(_upon(condition, portion), limit - len(rows))
            asked += portion.entries
        if len(rows) < limit:
            rows += self._fetched(condition, limit - len(rows), first=portion.end)
        return rows

    def _fetched(self, condition: Condition, limit: int, first: int = 0) -> list[Row]:
        narrowed, parameters = self.narrowed(condition)
        # A bare column has the planner read the table in its order and take every text apart.
        sql = (
            f"SELECT {COLUMNS} FROM search_entry e "  # noqa: S608 — no values
            f"WHERE e.vector @@ %s::tsquery{narrowed} AND e.id + 0 >= %s "
            "ORDER BY e.id + 0 LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [_tsquery(condition), *parameters, first, limit])
            return rows_of(cursor.fetchall())

    def packed(self, sequence: Iterable[str], unordered: Iterable[str]) -> str:
        positions: dict[str, list[int]] = {}
        for position, lexeme in enumerate(sequence, start=1):
            places = positions.setdefault(lexeme, [])
            if position <= LAST_POSITION:
                places.append(position)
        positions.pop(BOUNDARY, None)
        for lexeme in unordered:
            positions.setdefault(lexeme, [])
        return " ".join(
            f"{_quoted(lexeme)}{':' if places else ''}{','.join(map(str, places))}"
            for lexeme, places in positions.items()
        )

    def surfaces(self, packed: str) -> set[str]:
        quoted = (lexeme.rpartition("'")[0] for lexeme in packed.split())
        return {lexeme[2:] for lexeme in quoted if lexeme.startswith("'=")}


def _upon(condition: Condition, portion: shelves.Portion) -> Condition:
    return replace(condition, alternatives=(*condition.alternatives, portion.shelves))


def _tsquery(condition: Condition) -> str:
    wanted = [_any(lexemes) for lexemes in condition.alternatives]
    wanted += [_phrase(phrase) for phrase in condition.phrases]
    wanted += [f"{_quoted(beginning)}:*" for beginning in condition.beginnings]
    unwanted = [_quoted(lexeme) for lexeme in sorted(condition.excluded)]
    unwanted += [_phrase(phrase) for phrase in condition.excluded_phrases]
    if not wanted:
        wanted = [_quoted(ALL)]
    return " & ".join([*wanted, *(f"!{each}" for each in unwanted)])


def _any(lexemes: Iterable[str]) -> str:
    return f"({' | '.join(map(_quoted, sorted(lexemes)))})"


def _phrase(lexemes: Iterable[str]) -> str:
    return f"({' <-> '.join(map(_quoted, lexemes))})"


def _quoted(lexeme: str) -> str:
    return "'{}'".format(lexeme.replace("\\", "\\\\").replace("'", "''"))
