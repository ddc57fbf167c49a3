"""The five source documents, compared with what the fixtures know of them."""

import pytest

from events.legacy import Reading
from events.legacy.values import State
from tests.legacy.facts import FILES, SOURCES, bounds, entry_dates, facts, reading, told_dates
from tests.legacy.test_accounting import check
from twinning.dates import HistoricalDate

pytestmark = pytest.mark.skipif(SOURCES is None, reason="the source documents are not here")

FOUND_AT_LEAST = 0.95
# Dates of entries that no fact has, each with its reason.
TOLD_DIFFERENTLY = {
    # The year alone; the agreement's acts are known by their months from another source.
    ("historia-wspolpracy", "1994"),
    # The sources disagree on the last day of the mission; the fixtures keep the other one's.
    ("klastry-i-parki", "2011-04-06/2011-04-09"),
}


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {name: reading(name) for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_every_character_is_accounted_for(name: str, readings: dict[str, Reading]) -> None:
    check(readings[name])


def test_nearly_every_dated_fact_is_found_with_its_date(readings: dict[str, Reading]) -> None:
    """As an entry, or as one of the other dates that an entry tells."""
    told = {name: told_dates(read) for name, read in readings.items()}
    known = facts()
    missed = [
        f"{fact.date.edtf} {fact.title}"
        for fact in known
        if not any(fact.is_dated(told[name]) for name in fact.sources & FILES.keys())
    ]
    assert len(missed) <= (1 - FOUND_AT_LEAST) * len(known), missed


def test_most_facts_are_entries_of_their_own(readings: dict[str, Reading]) -> None:
    dates = {name: entry_dates(read) for name, read in readings.items()}
    known = facts()
    found = sum(
        any(fact.is_dated(dates[name]) for name in fact.sources & FILES.keys()) for fact in known
    )
    assert found >= 0.8 * len(known)


@pytest.mark.parametrize("name", FILES)
def test_no_entry_is_invented(name: str, readings: dict[str, Reading]) -> None:
    known = {bounds(fact.date) for fact in facts() if name in fact.sources}
    differently = {bounds(HistoricalDate(date)) for of, date in TOLD_DIFFERENTLY if of == name}

    assert entry_dates(readings[name]) <= known | differently


def test_what_stands_around_the_portals_page_is_ignored(readings: dict[str, Reading]) -> None:
    read = readings["historia-wspolpracy"]
    ignored = "".join(
        read.text[each.span.start : each.span.end]
        for each in read.passages
        if each.state is State.IGNORED
    )
    for furniture in ("Pomiń polecenia", "sprawdź także", "Kato TV", "Copyright"):
        assert furniture in ignored
