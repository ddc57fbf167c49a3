"""The full-text index of the database that the site runs on, behind one interface."""

from functools import cache

from django.db import connection

from twinning.search.engines.base import Condition, Engine, Row
from twinning.search.engines.postgresql import PostgreSQL
from twinning.search.engines.sqlite import SQLite

__all__ = ["Condition", "Engine", "Row", "engine"]

ENGINES: dict[str, type[Engine]] = {"sqlite": SQLite, "postgresql": PostgreSQL}


def engine() -> Engine:
    return _engine(connection.vendor)


@cache
def _engine(vendor: str) -> Engine:
    return ENGINES[vendor]()
