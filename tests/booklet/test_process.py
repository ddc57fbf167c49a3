"""The whole way with real processes: a server, its visitor, and the process it starts."""

import os
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests import factories as make
from tests.pages.records import make_scene
from tests.processes import served, shared_database

PAGE = "/pl/katowice/kolonia/broszura/"
LANGUAGES = ("pl", "en", "pl-en")


@pytest.fixture
def environment(
    transactional_db: None, django_db_serialized_rollback: None, tmp_path: Path
) -> dict[str, str]:
    scene = make_scene()
    make.make_event(date="1994", partnerships=[scene.partnership])
    return {
        **os.environ,
        "DATABASE_URL": shared_database(tmp_path),
        "DEBUG": "true",
        "BOOKLET_PROCESSES": "1",
        "BOOKLET_ROOT": str(tmp_path / "booklets"),
    }


def query(language: str) -> dict[str, str]:
    return {"first": "1994", "last": "1994", "language": language, "format": "pdf"}


def text_at(url: str) -> str:
    with urlopen(url, timeout=60) as response:  # noqa: S310 — of a server of our own
        return str(response.read().decode())


def begin(site: str) -> None:
    end = monotonic() + 90
    while True:
        try:
            text_at(f"{site}{PAGE}")
        except OSError:
            assert monotonic() < end
            sleep(0.3)
        else:
            return


def test_booklets_ordered_at_once_are_made_beside_the_server(environment: dict[str, str]) -> None:
    with served(environment) as site:
        begin(site)
        for language in LANGUAGES:
            data = urlencode(query(language)).encode()
            with urlopen(Request(f"{site}{PAGE}zamowienie/", data), timeout=60) as page:  # noqa: S310
                assert page.headers["Refresh"] == "3"
                assert "Set-Cookie" not in page.headers

        end = monotonic() + 180
        for language in LANGUAGES:
            while "Pobierz broszurę" not in text_at(f"{site}{PAGE}?{urlencode(query(language))}"):
                assert monotonic() < end
                sleep(0.5)
            with urlopen(f"{site}{PAGE}1994-1994.{language}.pdf", timeout=60) as file:  # noqa: S310
                assert file.read(5) == b"%PDF-"
