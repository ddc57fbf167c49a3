"""What programs read of a page."""

import json
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from tests.pages.reading import read, words

HOST = "http://testserver"
DATA = "script[type='application/ld+json']"


def linked_data(client: Client, path: str) -> dict[str, Any]:
    return data_of(read(client, path))


def data_of(page: BeautifulSoup) -> dict[str, Any]:
    [script] = page.select(DATA)
    whole: dict[str, Any] = json.loads(script.get_text())
    return whole


def page_node(client: Client, path: str) -> dict[str, Any]:
    """The node of the page itself."""
    [node] = linked_data(client, path)["@graph"]
    assert isinstance(node, dict)
    return node


def main_of(client: Client, path: str) -> dict[str, Any]:
    """What the page is all about."""
    main: dict[str, Any] = page_node(client, path)["mainEntity"]
    return main


def properties(page: BeautifulSoup) -> dict[str, str]:
    """Open Graph and what goes with it; what stands twice, by its last."""
    found = page.select("meta[property], meta[name^='twitter:']")
    return {str(each.get("property") or each["name"]): str(each["content"]) for each in found}


def title_of(page: BeautifulSoup) -> str:
    return words(page.title)
