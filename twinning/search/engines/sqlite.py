"""Full text by SQLite's FTS5, whose rows come in the order of their numbers for nothing.

Migration 0002 makes the index and the triggers that keep it.
"""

from collections.abc import Iterable

from django.db import connection

from twinning.search.engines.base import COLUMNS, Condition, Engine, Row, rows_of
from twinning.search.lexemes import ALL


class SQLite(Engine):
    def rows(self, condition: Condition, limit: int) -> list[Row]:
        narrowed, parameters = self.narrowed(condition)
        # CROSS JOIN: the index goes first, whatever the planner makes of it.
        sql = (
            f"SELECT {COLUMNS} FROM search_words w CROSS JOIN search_entry e ON e.id = w.rowid "  # noqa: S608 — no values
            f"WHERE w.words MATCH %s{narrowed} ORDER BY w.rowid LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [_match(condition), *parameters, limit])
            return rows_of(cursor.fetchall())

    def packed(self, sequence: Iterable[str], unordered: Iterable[str]) -> str:
        written = list(sequence)
        return " ".join([*written, *sorted(set(unordered).difference(written))])

    def surfaces(self, packed: str) -> set[str]:
        return {lexeme[1:] for lexeme in packed.split() if lexeme.startswith("=")}


def _match(condition: Condition) -> str:
    wanted = [_any(lexemes) for lexemes in condition.alternatives]
    wanted += [_phrase(phrase) for phrase in condition.phrases]
    wanted += [f"{_quoted(beginning)} *" for beginning in condition.beginnings]
    unwanted = [_quoted(lexeme) for lexeme in sorted(condition.excluded)]
    unwanted += [_phrase(phrase) for phrase in condition.excluded_phrases]
    match = " AND ".join(wanted) or _quoted(ALL)
    return f"({match}) NOT ({' OR '.join(unwanted)})" if unwanted else match


def _any(lexemes: Iterable[str]) -> str:
    return f"({' OR '.join(map(_quoted, sorted(lexemes)))})"


def _phrase(lexemes: Iterable[str]) -> str:
    return _quoted(" ".join(lexemes))


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))
