"""What opening, keeping and saving a form costs: the same for one row and for thirty."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import Event
from tests.admin.entries import ADD, as_new, changed_rows, crowded, page
from tests.admin.forms import opened
from twinning.publishing.models import WorkingCopy

Cost = Callable[..., int]

MOST = 60  # what the site promises for an entry with thirty participants
LOCKS = re.compile("FOR UPDATE|pg_advisory_xact_lock")
# An organisation and a person take a query each, however many there are.
SIZES = [2, 30]


@pytest.fixture
def cost(staff: Client) -> Cost:
    """How many queries posting a form to a path takes, after a first one that fills caches."""

    def measure(path: str, form: dict[str, Any], status: int = 302) -> int:
        with CaptureQueriesContext(connection) as captured:
            response = staff.post(path, form)
        assert response.status_code == status
        # PostgreSQL locks with queries what SQLite's transaction locks by itself.
        return sum(not LOCKS.search(query["sql"]) for query in captured.captured_queries)

    event = crowded(2)
    measure(page(event), opened(staff, page(event)))
    return measure


@pytest.mark.parametrize("count", SIZES)
def test_saving_a_new_title_alone(staff: Client, cost: Cost, count: int) -> None:
    event = crowded(count)
    form = opened(staff, page(event)) | {"title_pl": "Inny tytuł"}

    assert cost(page(event), form) == 56 <= MOST


@pytest.mark.parametrize("count", SIZES)
def test_saving_what_residents_read(staff: Client, cost: Cost, count: int) -> None:
    """The index of the search is kept in the same transaction."""
    event = crowded(count, status="published")
    form = opened(staff, page(event)) | {"title_pl": "Inny tytuł"}

    assert cost(page(event), form) == 59 <= MOST


@pytest.mark.parametrize("count", SIZES)
def test_saving_changes_of_all_participants(staff: Client, cost: Cost, count: int) -> None:
    event = crowded(count)
    form = opened(staff, page(event))

    spent = cost(page(event), form | changed_rows(form, "function_pl", "Funkcja"))

    assert spent == 55 <= MOST
    functions = event.participations.values_list("function_pl", flat=True)
    assert list(functions) == [f"Funkcja {index}" for index in range(count)]


@pytest.mark.parametrize("count", SIZES)
def test_saving_a_new_entry(staff: Client, cost: Cost, count: int) -> None:
    form = as_new(staff, crowded(count), title_pl="Zupełnie nowy")

    assert cost(ADD, form) == 54 <= MOST
    new: Any = Event.objects.get(title_pl="Zupełnie nowy")
    assert new.participations.count() == count
    assert new.citations.count() == 10


@pytest.mark.parametrize("count", SIZES)
def test_removing_all_participants(staff: Client, cost: Cost, count: int) -> None:
    event: Any = crowded(count)
    form = opened(staff, page(event))
    removed = {f"participations-{index}-DELETE": "on" for index in range(count)}

    assert cost(page(event), form | removed) == 51 <= MOST
    assert not event.participations.exists()


@pytest.mark.parametrize("count", SIZES)
def test_refusing_a_form_with_a_mistake_in_every_row(staff: Client, cost: Cost, count: int) -> None:
    event = crowded(count)
    form = opened(staff, page(event))
    nobody = changed_rows(form, "function_pl", "Nikt")
    for index in range(count):
        nobody |= {f"participations-{index}-{who}": "" for who in ("person", "organisation")}

    assert cost(page(event), form | nobody, 200) == 30


@pytest.mark.parametrize("count", SIZES)
def test_refusing_a_late_form_and_telling_all_differences(
    staff: Client, cost: Cost, count: int
) -> None:
    event = crowded(count)
    form = opened(staff, page(event))
    Event.objects.filter(pk=event.pk).update(version=7)

    assert cost(page(event), form | changed_rows(form, "function_pl", "Funkcja"), 409) == 46


@pytest.mark.parametrize("count", SIZES)
def test_keeping_a_form_while_it_is_written(staff: Client, cost: Cost, count: int) -> None:
    event = crowded(count)
    path = page(event).replace("/change/", "/keep/")
    form = opened(staff, page(event))
    cost(path, form, 200)
    kept: Any = WorkingCopy.objects.get()

    again = form | {"copy": str(kept.key), "sequence": "1", "title_pl": "Inny"}

    assert cost(path, again, 200) == 9 <= 12


@pytest.mark.parametrize("count", SIZES)
def test_opening_a_form_and_its_working_copy(staff: Client, count: int) -> None:
    event = crowded(count)
    staff.get(page(event))
    with CaptureQueriesContext(connection) as saved:
        form = opened(staff, page(event))
    staff.post(page(event).replace("/change/", "/keep/"), form)
    with CaptureQueriesContext(connection) as kept:
        again = opened(staff, page(event))

    assert (len(saved), len(kept)) == (18, 25)
    sequence = {"copy", "sequence", "csrfmiddlewaretoken"}
    assert {name: form[name] for name in form.keys() - sequence} == {
        name: again[name] for name in again.keys() - sequence
    }
