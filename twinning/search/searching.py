"""Where a search begins."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from twinning.search import lexemes
from twinning.search.engines import Condition, Row, engine
from twinning.search.models import Entry
from twinning.search.place_in_order import record_of
from twinning.search.query_values import Query, SoughtPhrase, SoughtWord
from twinning.search.ranking import row_of, score, tests_of
from twinning.search.results import FacetCount, Hit, Results
from twinning.search.words import surface

PAGE = 20
# Records that a search ranks and counts: 500 in an archive of up to LARGE entries, each language of
# a record for itself; 60 in a larger one, where a common word stands in thousands. Of more, those
# with all words in the title go first, then the first in order.
MOST, MOST_OF_MANY = 500, 60
LARGE = 2000
YEARS_LISTED = 60  # of a longer span the days alone are compared
_FACET = re.compile(r"[a-z_]{1,32}/[A-Za-z0-9_.-]{1,64}")
_NOTHING = frozenset({"#nothing"})  # that any entry has


def search(
    query: Query, *, start: int = 0, count: int = PAGE, at: datetime | None = None
) -> Results:
    """The hits from number `start` (0 for the first), of what residents see now, or `at`.

    An empty query finds nothing. In order of how well the text fits; of those alike, what has no
    date comes first (a partnership, an organisation), then the newest, then by kind and key.
    """
    if query.is_empty:
        return Results()
    records, is_more = _found(query, at or timezone.now())
    hits = _best(records, query)[start : start + count]
    return Results(
        tuple(Hit(row.kind, row.key, row.language, points) for points, row in hits),
        len(records),
        is_more,
        _facets(records),
    )


def is_answered(query: Query, at: datetime | None = None) -> bool:
    """Whether there is anything to be found; cheaper than finding it."""
    return not query.is_empty and bool(engine().rows(_condition(query, at or timezone.now()), 1))


Record = list[Row]  # the entries of one record that were found


def _found(query: Query, at: datetime) -> tuple[list[Record], bool]:
    """The records to look at, and whether there are more."""
    condition, languages, most = _condition(query, at), len(settings.LANGUAGES), MOST_OF_MANY
    rows = engine().rows(condition, most * languages + 1)
    if len(rows) <= most * languages:
        most = MOST  # these are all
    elif not _is_large():
        most = MOST
        rows = engine().rows(condition, most * languages + 1)
    records, is_more = _by_record(rows, most)
    if is_more and (query.words or query.phrases or query.prefix):
        limit = most * languages
        if titled := engine().rows(_condition(query, at, in_titles=True), limit):
            places = {row.place for row in titled}
            others = (row for row in rows if row.place not in places)
            records, _ = _by_record([*titled, *others], most)
    return records, is_more


def _is_large() -> bool:
    return Entry.objects.order_by()[LARGE : LARGE + 1].exists()


def _by_record(rows: Iterable[Row], most: int) -> tuple[list[Record], bool]:
    """So many records in the order in which they first occur, and whether there are more."""
    records: dict[int, Record] = {}
    is_more = False
    for row in rows:
        record = record_of(row.place)
        if known := records.get(record):
            known.append(row)
        elif len(records) < most:
            records[record] = [row]
        else:
            is_more = True
    return list(records.values()), is_more


def _best(records: Iterable[Record], query: Query) -> list[tuple[int, Row]]:
    """Of each record the entry to show with its points, the best first."""
    tests, in_a_row = tests_of(query), row_of(query)

    def shown(record: Record) -> tuple[int, Row]:
        hits = [(score(row, tests, in_a_row), row) for row in record]
        return min(hits, key=lambda hit: (hit[1].language != query.language, -hit[0], hit[1].place))

    return sorted(map(shown, records), key=lambda hit: (-hit[0], hit[1].place))


def _facets(records: Iterable[Record]) -> dict[str, tuple[FacetCount, ...]]:
    texts = (
        rows[0].facets
        if len(rows) == 1
        else " ".join({lexeme for row in rows for lexeme in row.facets.split()})
        for rows in records
    )
    counts = Counter(" ".join(texts).split())
    facets: dict[str, list[FacetCount]] = {}
    for lexeme, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        facet, value = lexemes.facet_of(lexeme)
        facets.setdefault(facet, []).append(FacetCount(value, count))
    return {facet: tuple(values) for facet, values in facets.items()}


def _condition(query: Query, at: datetime, *, in_titles: bool = False) -> Condition:
    mark = lexemes.titled if in_titles else str
    alternatives = [frozenset(map(mark, word.terms)) for word in query.words]
    phrases = [tuple(f"={word}" for word in phrase.surfaces) for phrase in query.phrases]
    if in_titles:
        alternatives += [frozenset({mark(word)}) for phrase in phrases for word in phrase]
    prefix = surface(query.prefix)
    return Condition(
        at=at,
        alternatives=(*alternatives, *_facet_alternatives(query), *_year_alternatives(query)),
        phrases=tuple(filter(None, phrases)),
        beginnings=(mark(f"={prefix}"),) if prefix else (),
        excluded=frozenset().union(
            *(each.terms for each in query.without if isinstance(each, SoughtWord))
        ),
        excluded_phrases=tuple(
            tuple(f"={word}" for word in each.surfaces)
            for each in query.without
            if isinstance(each, SoughtPhrase) and each.surfaces
        ),
        earliest=query.earliest,
        latest=query.latest,
    )


def _facet_alternatives(query: Query) -> Iterable[frozenset[str]]:
    for facet, values in query.facets.items():
        if values:
            pairs = (f"{facet}/{value}" for value in values)
            known = frozenset(f"#{pair}" for pair in pairs if _FACET.fullmatch(pair))
            yield known or _NOTHING


def _year_alternatives(query: Query) -> Iterable[frozenset[str]]:
    """The years asked for: the index finds them faster than days."""
    if query.earliest and query.latest:
        first, last = query.earliest.year, query.latest.year
        if last - first < YEARS_LISTED:
            yield frozenset([*map(lexemes.of_year, range(first, last + 1)), lexemes.MANY_YEARS])
