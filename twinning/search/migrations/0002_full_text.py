"""The index of each database's own full-text engine, kept by triggers on search_entry.

Whoever changes that table later must make the triggers anew: SQLite loses them when Django remakes
a table.
"""

from typing import Any

from django.db import migrations

# The FTS5 index keeps no copy of the texts. Its tokenizer divides at blanks: no lexeme holds any
# other of ASCII's separators.
SQLITE = [
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        words, content='search_entry', content_rowid='id', columnsize=0,
        tokenize="ascii tokenchars '=~^#/.-_'"
    )
    """,
    """
    CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_words(rowid, words) VALUES (new.id, new.words);
    END
    """,
    """
    CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);
    END
    """,
    """
    CREATE TRIGGER search_entry_changed AFTER UPDATE OF id, words ON search_entry BEGIN
        INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);
        INSERT INTO search_words(rowid, words) VALUES (new.id, new.words);
    END
    """,
]
WITHOUT_SQLITE = [
    "DROP TRIGGER search_entry_added",
    "DROP TRIGGER search_entry_removed",
    "DROP TRIGGER search_entry_changed",
    "DROP TABLE search_words",
]

# `words` are in tsvector's own notation. Texts and vector lie beside the table's pages, so that
# reading many entries reads few of these. A pending list would be read through by each search.
POSTGRESQL = [
    "ALTER TABLE search_entry ADD COLUMN vector tsvector",
    "ALTER TABLE search_entry ALTER COLUMN vector SET STORAGE EXTERNAL",
    "ALTER TABLE search_entry SET (toast_tuple_target = 128)",
    """
    CREATE FUNCTION search_entry_vector() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        NEW.vector := NEW.words::tsvector;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER search_entry_written BEFORE INSERT OR UPDATE OF words ON search_entry
        FOR EACH ROW EXECUTE FUNCTION search_entry_vector()
    """,
    """
    CREATE INDEX search_entry_words ON search_entry USING gin (vector) WITH (fastupdate = off)
    """,
]
WITHOUT_POSTGRESQL = [
    "DROP INDEX search_entry_words",
    "DROP TRIGGER search_entry_written ON search_entry",
    "DROP FUNCTION search_entry_vector()",
    "ALTER TABLE search_entry DROP COLUMN vector",
]


def create(apps: Any, schema_editor: Any) -> None:
    _execute(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop(apps: Any, schema_editor: Any) -> None:
    _execute(schema_editor, {"sqlite": WITHOUT_SQLITE, "postgresql": WITHOUT_POSTGRESQL})


def _execute(schema_editor: Any, statements: dict[str, list[str]]) -> None:
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
