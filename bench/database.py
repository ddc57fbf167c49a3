"""A database of the bench's own: a fresh SQLite file, or the empty one that DATABASE_URL names."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django


def prepare() -> None:
    """Set Django up on it and make the tables. Call it before any model is imported."""
    folder = Path(tempfile.mkdtemp(prefix="twinning-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'bench.sqlite3'}")
    os.environ.update(
        DEBUG="false",
        HTTPS="false",
        SECRET_KEY="0" * 50,
        ALLOWED_HOSTS="localhost",
        TAG_AUTHORITY="localhost,2026",
    )
    os.environ["DJANGO_SETTINGS_MODULE"] = "twinning.settings"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
