"""A changed text reaches a process that was running before, and that nobody tells."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests import factories as make
from tests.processes import ROOT, served, shared_database

SECONDS = 1
CHANGE = """
from twinning.publishing.models import User
from twinning.translation.interface.keeping import keep, token_of
from twinning.translation.interface.texts import text_in
from twinning.translation.models import key_of
for message, context, form in [
    ("Organisations", "", "Nowa nazwa"), ("people/", "address", "ludzie/")
]:
    key = key_of(message, context)
    text = text_in("pl", key)
    keep("pl", key, [form], token=token_of(text), user=User.objects.get())
"""


@pytest.fixture
def environment(
    transactional_db: None, django_db_serialized_rollback: None, tmp_path: Path
) -> dict[str, str]:
    """Of processes on a database that others can open: a copy of the test's, or that itself."""
    make.make_user(role="superuser")  # groups are gone once a test before has committed
    return {
        **os.environ,
        "DATABASE_URL": shared_database(tmp_path),
        "DEBUG": "true",
        "CATALOGUE_CHECK_SECONDS": str(SECONDS),
    }


def read(url: str) -> str:
    with urlopen(url, timeout=20) as response:  # noqa: S310 — of a server of our own
        return str(response.read().decode())


def within(seconds: float, url: str, text: str) -> bool:
    end = monotonic() + seconds
    while monotonic() < end:
        try:
            if text in read(url):
                return True
        except URLError:
            pass
        sleep(0.2)
    return False


def test_two_running_servers_show_what_a_third_process_changed(
    environment: dict[str, str],
) -> None:
    with ExitStack() as running:
        sites = [running.enter_context(served(environment)) for _server in range(2)]
        for site in sites:
            assert within(90, f"{site}/pl/", "Organizacje")
        subprocess.run(
            [sys.executable, "manage.py", "shell", "-c", CHANGE],
            cwd=ROOT, env=environment, check=True, capture_output=True,
        )  # fmt: skip

        for site in sites:
            assert within(SECONDS + 10, f"{site}/pl/", "Nowa nazwa")
            assert "/pl/ludzie/" in read(f"{site}/pl/")
            assert read(f"{site}/pl/ludzie/")
            assert "/en/people/" in read(f"{site}/en/")
