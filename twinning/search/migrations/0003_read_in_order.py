"""What a search reads of an entry lies close together, in the order of the results.

A common word has a search read hundreds of entries. SQLite finds them in an index that holds all
but the words; PostgreSQL keeps all but the words and the vector within the rows.
"""

from typing import Any

from django.db import migrations

SQLITE = [
    """
    CREATE INDEX search_entry_in_order ON search_entry (
        id, visible_from, visible_until, earliest, latest,
        kind, key, language, title, names, dates, facets
    )
    """
]
WITHOUT_SQLITE = ["DROP INDEX search_entry_in_order"]

READ = ("kind", "language", "title", "names", "dates", "facets")
POSTGRESQL = [
    *(f"ALTER TABLE search_entry ALTER COLUMN {column} SET STORAGE MAIN" for column in READ),
    # Writes anew what lies outside the rows; the words are as they were.
    "UPDATE search_entry SET "  # noqa: S608 — no values
    + ", ".join(f"{column} = {column} || ''" for column in READ),
]
WITHOUT_POSTGRESQL = [
    f"ALTER TABLE search_entry ALTER COLUMN {column} SET STORAGE EXTENDED" for column in READ
]


def create(apps: Any, schema_editor: Any) -> None:
    _execute(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop(apps: Any, schema_editor: Any) -> None:
    _execute(schema_editor, {"sqlite": WITHOUT_SQLITE, "postgresql": WITHOUT_POSTGRESQL})


def _execute(schema_editor: Any, statements: dict[str, list[str]]) -> None:
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text")]

    operations = [migrations.RunPython(create, drop)]
