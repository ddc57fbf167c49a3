"""A model with a required and an optional date, in a table of its own."""

from collections.abc import Iterator

import pytest
from django.db import connection, models
from django.test.utils import isolate_apps
from pytest_django import DjangoDbBlocker

from twinning.dates.fields import HistoricalDateField
from twinning.dates.querysets import DateQuerySet

with isolate_apps("twinning.dates"):

    class Dated(models.Model):
        date = HistoricalDateField()

        class Meta:
            abstract = True
            app_label = "dates"

    class Entry(Dated):
        """Inherits its date, as a model of the house may."""

        title = models.CharField(max_length=20, default="entry")
        ended = HistoricalDateField(null=True, blank=True)

        objects = DateQuerySet.as_manager()

        class Meta:
            app_label = "dates"

        def __str__(self) -> str:
            return self.title


@pytest.fixture(scope="module")
def _entry_table(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Made outside a transaction, because SQLite can't change its schema inside one."""
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Entry)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Entry)


@pytest.fixture
def entries(_entry_table: None, db: None) -> type[Entry]:
    """The model, with its table ready."""
    return Entry
