"""What a preview answers, and what it leaves in the database."""

from typing import Any

from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client

# Signing in and out writes these by itself.
ASIDE = {"django_session", "usersessions_usersession"}


def dump() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the site."""
    tables = sorted(set(connection.introspection.table_names()) - ASIDE)
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 — the names are ours
            found[table] = sorted(cursor.fetchall(), key=repr)
    return found


def address(record: Any, what: str = "preview/", language: str = "pl") -> str:
    opts = record._meta
    return f"/{language}/admin/{opts.app_label}/{opts.model_name}/{record.pk}/{what}"


def copy_address(copy: Any, what: str = "preview/", language: str = "pl") -> str:
    model = copy.content_type
    return f"/{language}/admin/{model.app_label}/{model.model}/copy/{copy.key}/{what}"


def frames(client: Client, path: str) -> dict[str, str]:
    """The framed page in each language, by its code."""
    shell = client.get(path)
    assert shell.status_code == 200, shell.content.decode()[-3000:]
    soup = BeautifulSoup(shell.content, "html.parser")
    found = {}
    for frame in soup.select("iframe"):
        answer = client.get(str(frame["src"]))
        assert answer.status_code == 200
        found[str(frame["lang"])] = answer.content.decode()
    return found


def main_of(html: str) -> str:
    main = BeautifulSoup(html, "html.parser").select_one("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())
