"""Processes of their own for tests: another server, on a database that it shares with the test."""

import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

ROOT = Path(__file__).parents[1]


def shared_database(folder: Path) -> str:
    """The address of the test's database, or of a copy in `folder` where it is in memory."""
    if connection.vendor == "sqlite":
        path = folder / "copy.sqlite3"
        own: Any = connection.connection
        with sqlite3.connect(path) as copy:
            own.backup(copy)
        copy.close()
        return f"sqlite:///{path}"
    given = connection.settings_dict
    user, password = given["USER"], given["PASSWORD"]
    who = f"{user}:{password}@" if user else ""
    port = f":{given['PORT']}" if given["PORT"] else ""
    return f"postgres://{who}{given['HOST']}{port}/{given['NAME']}"


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """The address of the site, served until the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()
