"""The translators' desk as somebody reads and fills it in."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from tests.pages.reading import words

QUEUE = "/pl/admin/translations/"
COVERAGE = f"{QUEUE}coverage/"


def sheet_of(record: Any, code: str = "en") -> str:
    return f"{QUEUE}{code}/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/"


def page(client: Client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "html.parser")


def waiting(client: Client, query: str = "") -> list[tuple[str, str]]:
    """What the queue lists: the record with its text, and the state."""
    rows = page(client, f"{QUEUE}{query}").select(".desk-rows li")
    return [
        (words(row.select_one(".desk-name")), words(row.select_one(".translating-state")))
        for row in rows
    ]


def fields(soup: BeautifulSoup) -> dict[str, str]:
    """The form of a sheet as a browser would post it without anything being changed."""
    form = soup.select_one("form.sheet")
    assert form is not None
    given: dict[str, str] = {}
    for each in form.select("input[name], textarea[name]"):
        if each.get("type") in ("submit", "checkbox"):
            continue
        value = each.text.removeprefix("\n") if each.name == "textarea" else each.get("value", "")
        given[str(each["name"])] = str(value)
    return given


def opened(client: Client, record: Any) -> dict[str, str]:
    return fields(page(client, sheet_of(record)))


def text(record: Any, field: str) -> str:
    return f"{record._meta.model_name}-{record.pk}-{field}"
