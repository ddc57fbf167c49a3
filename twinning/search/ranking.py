"""How well an entry fits a query: the same sum of whole numbers on every database.

Each word, phrase and beginning counts by the best field that holds it; several words count more
where a title or name holds them in a row, as they were typed: “wicemer Saint-Étienne”.
"""

from collections.abc import Callable, Sequence

from twinning.search.engines import Row
from twinning.search.query_values import Query
from twinning.search.words import surface

TITLE, NAMES, DATES, BODY = 8, 4, 2, 1
IN_A_ROW = 10  # more than a title over names with one word

Test = Callable[[str], bool]


def row_of(query: Query) -> str:
    """What a text of lexemes holds that has the query's words in a row; "" for a single one."""
    return f" ={' ='.join(query.row)} " if len(query.row) > 1 else ""


def tests_of(query: Query) -> list[Test]:
    """For each thing sought, whether a text of lexemes (`lexemes.field_text`) holds it."""
    tests = [_holding_any([f" {term} " for term in word.terms]) for word in query.words]
    tests += [
        _holding_any([f" ={' ='.join(phrase.surfaces)} "])
        for phrase in query.phrases
        if phrase.surfaces
    ]
    if prefix := surface(query.prefix):
        tests.append(_holding_any([f" ={prefix}"]))
    return tests


def score(row: Row, tests: Sequence[Test], in_a_row: str = "") -> int:
    points = sum(_weight(row, holds) for holds in tests)
    if in_a_row and (in_a_row in row.title or in_a_row in row.names):
        points += IN_A_ROW
    return points


def _weight(row: Row, holds: Test) -> int:
    if holds(row.title):
        return TITLE
    if holds(row.names):
        return NAMES
    return DATES if holds(row.dates) else BODY


def _holding_any(pieces: list[str]) -> Test:
    if len(pieces) == 1:
        only = pieces[0]
        return lambda text: only in text

    def holds(text: str) -> bool:
        for piece in pieces:  # noqa: SIM110 — hundreds of texts a search: a generator takes longer
            if piece in text:
                return True
        return False

    return holds
