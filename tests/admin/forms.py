"""Reads the form of an admin page the way a browser would post it."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client


def opened(client: Client, path: str) -> dict[str, Any]:
    """What the browser would post if the page were saved untouched."""
    response = client.get(path)
    assert response.status_code == 200, response
    return posted_by(response.content.decode())


def posted_by(html: str) -> dict[str, Any]:
    page = BeautifulSoup(html, "html.parser")
    form = page.select_one("#content-main form[method=post]:not(.object-tool)")
    assert form is not None
    data: dict[str, Any] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name = str(field["name"])
        if field.has_attr("disabled") or "__prefix__" in name:
            continue
        values = _values(field)
        if values is not None:
            data[name] = values
    return data


def _values(field: Tag) -> Any:
    if field.name == "textarea":
        return field.get_text().removeprefix("\n")
    if field.name == "select":
        chosen = [str(option.get("value", "")) for option in field.select("option[selected]")]
        if field.has_attr("multiple"):
            return chosen
        first = field.select_one("option")
        return chosen[0] if chosen else str(first.get("value", "")) if first else ""
    kind = field.get("type")
    if kind in ("submit", "file"):
        return None
    if kind in ("checkbox", "radio") and not field.has_attr("checked"):
        return None
    return str(field.get("value", "on" if kind == "checkbox" else ""))
