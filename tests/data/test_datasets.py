"""Every dataset in every format: of one shape, the same in all, at the same cost."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from events.data.files import file_address
from events.data.registry import DATASETS
from tests.data import tables
from tests.pages.reading import warm_up
from tests.pages.records import add_entries, make_scene

pytestmark = pytest.mark.django_db

# State, filters and count are asked besides the records and what hangs on them.
COSTS = {
    "events": 21,
    "partnerships": 5,
    "organisations": 6,
    "agreements": 12,
    "sources": 2,
    "people": 4,
    "networks": 6,
}


def address(name: str, extension: str, language: str = "pl") -> str:
    with override(language):
        return file_address(DATASETS[name], extension)


def fetched(client: Client, name: str, extension: str, language: str = "pl") -> bytes:
    response: Any = client.get(address(name, extension, language))
    assert response.status_code == 200
    body: bytes = b"".join(response)
    return body


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("name", DATASETS)
def test_the_table_holds_what_the_json_holds_and_the_api_gives(
    client: Client, name: str, language: str
) -> None:
    scene = make_scene()
    add_entries(scene)

    objects = json.loads(fetched(client, name, "json", language))
    table = tables.objects(fetched(client, name, "csv", language))
    page = client.get(f"/{language}/api/v1/{name}?limit=200").json()

    assert objects
    assert table == tables.as_in_a_table(objects)
    assert sorted(objects, key=by_number) == page["items"]
    for each in objects:
        assert [field.name for field in DATASETS[name].fields()] == list(each)
        DATASETS[name].shape.model_validate(each)


def by_number(each: dict[str, Any]) -> int:
    return int(each["id"])


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("form", ["csv", "json", "api"])
def test_three_times_as_much_costs_no_more_queries(client: Client, name: str, form: str) -> None:
    scene = make_scene()
    add_entries(scene)
    assert cost(client, name, form) == cost_known(name, form)
    add_entries(scene, 2)
    assert cost(client, name, form) == cost_known(name, form)


def cost(client: Client, name: str, form: str) -> int:
    warm_up()
    at = f"/pl/api/v1/{name}" if form == "api" else address(name, form)
    with CaptureQueriesContext(connection) as captured:
        response: Any = client.get(at)
        assert response.getvalue()
    return len(captured)


def cost_known(name: str, form: str) -> int:
    """The API counts besides what passes the filters."""
    return COSTS[name] + (form == "api")


class TestFiles:
    def test_a_table_is_saved_under_what_was_chosen_and_the_day(self, client: Client) -> None:
        make_scene()

        response = client.get(f"{address('events', 'csv')}?partnership=katowice/kolonia&year=1994")

        assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
        assert response["Content-Disposition"].startswith(
            'attachment; filename="wydarzenia-katowice-kolonia-1994-20'
        )

    @pytest.mark.parametrize("name", DATASETS)
    def test_an_empty_table_has_its_header(self, client: Client, name: str) -> None:
        assert len(tables.rows(fetched(client, name, "csv"))) == 1

    @pytest.mark.parametrize(
        "wrong", ["/pl/dane/events.csv", "/en/data/wydarzenia.csv", "/pl/dane/wydarzenia.xml"]
    )
    def test_there_are_no_others(self, client: Client, wrong: str) -> None:
        assert client.get(wrong).status_code == 404
