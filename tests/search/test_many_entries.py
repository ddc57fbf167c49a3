"""In a large archive a search looks at part of what fits, the same on both databases."""

from datetime import date

import pytest

from tests.search.texts import document, index
from twinning.search import searching
from twinning.search.engines import postgresql, shelves
from twinning.search.query_values import Query, words_typed
from twinning.search.results import Results
from twinning.search.searching import search

pytestmark = pytest.mark.django_db

DAYS = ("1994-06-01", "1994-05-31", "2014-12-31", "1962-02-02", "1994-06-30", "2014-01-01")
NEWEST_FIRST = [7, 3, 6, 5, 1, 2, 4]  # 7 has no date


@pytest.fixture
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if three entries were many."""
    monkeypatch.setattr(postgresql, "NEWEST", 2)
    monkeypatch.setattr(postgresql, "FEW", 0)
    monkeypatch.setattr(shelves, "_counted", shelves.Counted({}))


@pytest.fixture
def few_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "LARGE", 3)
    monkeypatch.setattr(searching, "MOST_OF_MANY", 2)


def entries_of_all_times() -> None:
    dated = [document(key, "Wizyta", on=day) for key, day in enumerate(DAYS, start=1)]
    index(*dated, document(7, "Wizyta"), document(8, "Spacer", on="1999-01-01"))


def results(text: str, **given: object) -> Results:
    return search(Query("pl", words=words_typed(text), **given))  # type: ignore[arg-type]


def found(text: str, **given: object) -> list[int]:
    return [hit.key for hit in results(text, **given).hits]


@pytest.mark.usefixtures("small_portions")
class TestNewestFirst:
    def test_nothing_is_lost_between_the_portions(self) -> None:
        entries_of_all_times()

        assert found("wizyta") == NEWEST_FIRST
        assert found("spacer") == [8]

    @pytest.mark.parametrize("month", ["1994-05", "2031-01", "0001-01"])
    def test_an_entry_of_a_month_that_was_not_counted_yet_is_found(self, month: str) -> None:
        entries_of_all_times()
        assert len(found("wizyta")) == len(NEWEST_FIRST)
        index(document(9, "Wizyta", on=f"{month}-15"))

        assert sorted(found("wizyta")) == [*range(1, 8), 9]

    def test_days_narrow_from_both_ends(self) -> None:
        entries_of_all_times()
        first, last = date(1994, 5, 31), date(1994, 6, 15)

        assert found("wizyta", latest=last) == [1, 2, 4]
        assert found("wizyta", earliest=first) == [3, 6, 5, 1, 2]
        assert found("wizyta", earliest=first, latest=last) == [1, 2]


@pytest.mark.usefixtures("few_looked_at")
class TestMoreThanIsLookedAt:
    def test_the_newest_stand_for_all_and_the_results_say_so(self) -> None:
        entries_of_all_times()

        given = results("wizyta")

        assert [hit.key for hit in given.hits] == NEWEST_FIRST[:2]
        assert (given.total, given.is_more) == (2, True)
        assert [each.count for each in given.facets["type"]] == [2]

    def test_a_title_goes_before_what_is_newer(self) -> None:
        index(
            document(1, "Park", on="1994-06-01"),
            *(document(key, "Wizyta", body="w parku", on="2014-06-01") for key in range(2, 7)),
        )

        assert found("park") == [1, 2]

    def test_what_fits_in_is_all_there_is(self) -> None:
        index(document(1, "Park"), document(2, "Park"), document(3, "Las"), document(4, "Las"))

        assert not results("park").is_more

    def test_a_small_archive_is_looked_at_whole(self) -> None:
        index(document(1, "Park"), document(2, "Park"), document(3, "Park"))

        assert (results("park").total, results("park").is_more) == (3, False)
