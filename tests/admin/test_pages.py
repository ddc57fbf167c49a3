"""Every page of the admin opens, in both languages, at a price that doesn't grow with the data."""

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.admin.records import KINDS

OWN_APPS = ("events", "partners", "media")
PARTS = ("events/delegation", "events/act")


def queries(client: Client, path: str) -> int:
    client.get(path)  # content types are read once and kept
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(path)
    assert response.status_code == 200, path
    return len(captured)


def test_every_registered_model_is_in_these_tests() -> None:
    registered = {
        f"{model._meta.app_label}/{model._meta.model_name}"
        for model in admin.site._registry
        if model._meta.app_label in OWN_APPS
    }
    assert registered == set(KINDS)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_list_opens_and_costs_the_same_with_one_and_three_records(
    staff: Client, kind: str, language: str
) -> None:
    path = f"/{language}/admin/{kind}/"
    KINDS[kind](1)
    one = queries(staff, path)
    KINDS[kind](2)
    KINDS[kind](2)

    assert queries(staff, path) == one
    assert one <= 12


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in PARTS])
def test_an_empty_form_opens(staff: Client, kind: str, language: str) -> None:
    assert staff.get(f"/{language}/admin/{kind}/add/").status_code == 200


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_form_costs_the_same_with_one_and_three_rows_of_each_kind(
    staff: Client, kind: str, language: str
) -> None:
    one, three = KINDS[kind](1), KINDS[kind](3)

    def path(record: Model) -> str:
        return f"/{language}/admin/{kind}/{record.pk}/change/"

    assert queries(staff, path(one)) == queries(staff, path(three))
