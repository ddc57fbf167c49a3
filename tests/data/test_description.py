"""The description of the API is valid, and the API does as it says: schemathesis tries."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.test import Client
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from pytest_django import DjangoDbBlocker
from schemathesis.generation import GenerationMode

from events.data.registry import DATASETS
from tests import factories as make
from tests.pages.records import add_entries, make_scene

pytestmark = pytest.mark.django_db


def described(client: Client, language: str = "en") -> dict[str, Any]:
    document: dict[str, Any] = json.loads(client.get(f"/{language}/api/v1/openapi.json").content)
    return document


@pytest.mark.parametrize("language", ["pl", "en"])
def test_it_is_valid_openapi(client: Client, language: str) -> None:
    make.make_public_body(licence="cc-by")

    OpenAPIV31SpecValidator(described(client, language)).validate()


def test_it_speaks_the_language_of_its_address(client: Client) -> None:
    polish, english = (
        described(client, language)["components"]["schemas"]["EventObject"]["properties"]["topics"]
        for language in ("pl", "en")
    )
    assert (polish["description"], english["description"]) == ("czego dotyczy", "what it is about")


def test_it_names_licence_contact_and_both_languages(client: Client) -> None:
    make.make_public_body(licence="cc-by")
    document = described(client)

    assert document["info"]["license"]["name"] == "CC BY 4.0"
    assert document["info"]["contact"]["email"] == "partnerzy@przykladowo.example"
    assert [server["description"] for server in document["servers"]] == ["English", "Polski"]
    assert set(document["paths"]) == {
        path for name in DATASETS for path in (f"/{name}", f"/{name}/{{key}}")
    }


def test_it_passes_no_polish_name_off_as_english(client: Client) -> None:
    make.make_public_body(name_en="")

    assert "name" in described(client, "pl")["info"]["contact"]
    assert "name" not in described(client, "en")["info"]["contact"]


def test_the_manual_tells_every_parameter(client: Client) -> None:
    page = client.get("/en/data/api/").content.decode()

    for methods in described(client)["paths"].values():
        for parameter in methods["get"]["parameters"]:
            if parameter["in"] == "query":
                assert f"<code>{parameter['name']}</code>" in page


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic(), override("pl"):
        add_entries(make_scene())
        yield
        transaction.set_rollback(True)


def contradicts_itself(case: Any) -> bool:
    """What JSON Schema can't say: rules between two parameters, which are told as 400."""
    query = case.query or {}
    since, until = query.get("since"), query.get("until")
    backwards = isinstance(since, int) and isinstance(until, int) and since > until
    placeless = query.get("place") in ("home", "partner") and "partnership" not in query
    return backwards or placeless


@contextmanager
def on_the_tests_connection() -> Iterator[None]:
    """Requests leave it open, as those of Django's client do, which listens again after each."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("path", ["/{name}", "/{name}/{{key}}"])
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_api_does_as_it_says(
    client: Client, told: None, name: str, path: str, mode: GenerationMode
) -> None:
    schema = schemathesis.openapi.from_dict(described(client))
    schema.app = get_wsgi_application()
    operation = schema[path.format(name=name)]["GET"]

    @settings(
        max_examples=12, derandomize=True, database=None, deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(operation.as_strategy(generation_mode=mode))
    def attempt(case: Any) -> None:
        if not contradicts_itself(case):
            case.call_and_validate()

    with on_the_tests_connection():
        attempt()
