from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import DatabaseError

from twinning.search.building import is_current
from twinning.search.models import Entry


def check_index(
    databases: Sequence[str] | None = None, **_kwargs: Any
) -> list[checks.CheckMessage]:
    """Run where the database may be asked: by `check --database default`."""
    try:
        stale = bool(databases) and not is_current() and Entry.objects.exists()
    except DatabaseError:  # before the first migration
        return []
    if not stale:
        return []
    return [
        checks.Warning(
            "The search index isn't whole, or was made by other analysers of words.",
            hint="Run manage.py build_search_index.",
            id="search.W001",
        )
    ]
