"""The settings read the environment, refuse nonsense, and keep the tests apart from it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRODUCTION = {
    "DEBUG": "false",
    "HTTPS": "true",
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "partner-cities.example",
}


def start(expression: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Print an expression of the settings in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", f"from twinning import settings; print({expression})"],
        env={**os.environ, **PRODUCTION, **environment},
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.mark.parametrize(
    ("variable", "nonsense"),
    [
        ("DEBUG", "perhaps"),
        ("HTTPS", "perhaps"),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", ""),
        ("BEHIND_PROXY", "nginx"),
        ("REQUIRE_MFA", "sometimes"),
        ("EMAIL_URL", "by post"),
        ("DATABASE_URL", "the usual one"),
        ("LOG_LEVEL", "loud"),
        ("TAG_AUTHORITY", "katowice.eu"),
        ("TAG_AUTHORITY", ""),
    ],
)
def test_a_value_that_makes_no_sense_stops_the_start_by_its_name(
    variable: str, nonsense: str
) -> None:
    run = start("1", **{variable: nonsense})
    assert run.returncode != 0
    assert variable in run.stderr


def test_production_sends_everything_over_https() -> None:
    run = start("settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE")
    assert run.stdout == "True True\n"


def test_sqlite_lets_readers_read_while_somebody_writes() -> None:
    run = start(
        "settings.DATABASES['default']['OPTIONS']['init_command']",
        DATABASE_URL="sqlite:///anywhere.sqlite3",
    )
    assert "journal_mode=WAL" in run.stdout


def test_the_tests_give_every_variable_that_the_settings_read() -> None:
    """Otherwise a developer's own environment or `.env` could change what a test finds."""
    settings = (ROOT / "twinning" / "settings.py").read_text(encoding="utf-8")
    given = (ROOT / "tests" / "environment.py").read_text(encoding="utf-8")
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', settings))
    assert read
    assert {name for name in read if not re.search(rf"\b{name}\b", given)} == set()
