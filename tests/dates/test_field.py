"""The model field keeps a text and two days that can't drift apart."""

import json
from datetime import date
from typing import Any

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter
from django.db.models import F
from django.test.utils import isolate_apps

from tests.dates.conftest import Entry
from twinning.dates import HistoricalDate
from twinning.dates.fields import HistoricalDateField

Row = tuple[str, date, date]
Entries = type[Entry]


def stored(entry: Entry) -> tuple[Any, ...]:
    """The three columns as the database has them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT date, date_earliest, date_latest FROM dates_entry WHERE id = %s", [entry.pk]
        )
        return tuple(str(value) for value in cursor.fetchone())


def test_saving_writes_the_text_and_both_bounds(entries: Entries) -> None:
    entry = entries.objects.create(date=HistoricalDate("1994-06"))
    assert stored(entry) == ("1994-06", "1994-06-01", "1994-06-30")
    assert entries.objects.get().date == HistoricalDate("1994-06")


def test_edtf_text_becomes_the_value_on_assignment() -> None:
    entry: Any = Entry(date="1994-06")
    assert entry.date == HistoricalDate("1994-06")
    assert (entry.date_earliest, entry.date_latest) == (date(1994, 6, 1), date(1994, 6, 30))


def test_bounds_follow_a_later_assignment(entries: Entries) -> None:
    entry = entries.objects.create(date="1994")
    entry.date = HistoricalDate("2014-09-12")
    entry.save()
    assert stored(entry) == ("2014-09-12", "2014-09-12", "2014-09-12")


def test_bounds_can_not_be_set_from_outside(entries: Entries) -> None:
    entry: Any = Entry(date="1994", date_earliest=date(2000, 1, 1))
    entry.date_latest = date(2000, 1, 1)
    entry.save()
    assert stored(entry) == ("1994", "1994-01-01", "1994-12-31")


def test_bounds_are_saved_with_a_date_that_was_not_loaded(entries: Entries) -> None:
    entries.objects.create(date="1994")
    entry = entries.objects.only("title").get()
    entry.date = HistoricalDate("2001")
    entry.save()
    assert stored(entry) == ("2001", "2001-01-01", "2001-12-31")


def test_bounds_can_be_loaded_without_the_date(entries: Entries) -> None:
    entries.objects.create(date="1994")
    assert entries.objects.defer("date").get().date_latest == date(1994, 12, 31)


def test_many_entries_at_once_have_their_bounds(entries: Entries) -> None:
    entries.objects.bulk_create([Entry(date="1994"), Entry(date="199X")])
    assert sorted(entries.objects.values_list("date_earliest", flat=True)) == [
        date(1990, 1, 1),
        date(1994, 1, 1),
    ]


def test_update_or_create_brings_the_bounds_along(entries: Entries) -> None:
    entry = entries.objects.create(date="1994")
    entries.objects.update_or_create(pk=entry.pk, defaults={"date": "2002"})
    assert stored(entry) == ("2002", "2002-01-01", "2002-12-31")


def test_a_queryset_update_brings_the_bounds_along(entries: Entries) -> None:
    entry = entries.objects.create(date="1994")
    entries.objects.update(date=HistoricalDate("2002"))
    assert stored(entry) == ("2002", "2002-01-01", "2002-12-31")


def test_a_queryset_update_by_expression_is_refused(entries: Entries) -> None:
    with pytest.raises(TypeError, match="HistoricalDate"):
        entries.objects.update(date=F("ended"))


def test_saving_the_date_without_its_bounds_is_refused(entries: Entries) -> None:
    entry = entries.objects.create(date="1994")
    entry.date = HistoricalDate("2002")
    with pytest.raises(ValueError, match="date_earliest"):
        entry.save(update_fields=["date"])
    entry.save(update_fields=["date", "date_earliest", "date_latest"])
    assert stored(entry) == ("2002", "2002-01-01", "2002-12-31")


def test_a_required_date_can_not_be_left_out(entries: Entries) -> None:
    with pytest.raises(IntegrityError):
        entries.objects.create()


def test_no_date_is_null_in_all_columns(entries: Entries) -> None:
    entry = entries.objects.create(date="1994", ended="")
    assert entry.ended is None
    assert entries.objects.filter(
        ended=None, ended_earliest__isnull=True, ended_latest__isnull=True
    ).exists()


def test_removing_a_date_removes_its_bounds(entries: Entries) -> None:
    entry = entries.objects.create(date="1994", ended="2001")
    entry.ended = None
    entry.save()
    entry.refresh_from_db()
    assert (entry.ended, entry.ended_earliest, entry.ended_latest) == (None, None, None)


@pytest.mark.parametrize("text", ["31 lutego", "1994-02-31", "June 1994", "199u"])
def test_text_that_is_no_edtf_is_reported_by_validation(text: str) -> None:
    entry = Entry(date=text)
    with pytest.raises(ValidationError) as caught:
        entry.full_clean()
    assert [error.code for error in caught.value.error_dict["date"]] == ["edtf"]


def test_text_that_is_no_edtf_is_never_stored(entries: Entries) -> None:
    with pytest.raises(ValidationError), transaction.atomic():
        entries.objects.create(date="June 1994")
    assert not entries.objects.exists()


def test_dates_are_found_by_value_and_by_text(entries: Entries) -> None:
    entries.objects.create(date="1994-06")
    assert entries.objects.filter(date="1994-06").exists()
    assert entries.objects.filter(date__in=[HistoricalDate("1994-06")]).exists()
    assert entries.objects.filter(date__startswith="1994").exists()
    assert not entries.objects.filter(date=HistoricalDate("1994")).exists()


def test_a_serialised_entry_holds_edtf_and_comes_back(entries: Entries) -> None:
    entries.objects.create(date="2009~/2010~")
    text = serializers.serialize("json", entries.objects.all())
    assert json.loads(text)[0]["fields"]["date"] == "2009~/2010~"
    assert json.loads(text)[0]["fields"]["ended"] is None


def test_raw_saving_without_bounds_still_fills_them(entries: Entries) -> None:
    """As a fixture by hand gives the date alone, and loading it skips pre_save."""
    entry = Entry(date="199X")
    entry.save_base(raw=True)
    assert stored(entry) == ("199X", "1990-01-01", "1999-12-31")


def test_a_migration_lists_each_column_once_and_keeps_the_bounds_right(entries: Entries) -> None:
    state = ProjectState()
    state.add_model(ModelState.from_model(Entry))
    past: Any = state.apps.get_model("dates", "Entry")
    columns = [field.column for field in past._meta.local_fields]
    assert sorted(columns) == sorted(
        [
            *("id", "title", "date", "date_earliest", "date_latest"),
            *("ended", "ended_earliest", "ended_latest"),
        ]
    )
    assert stored(past.objects.create(date="1990")) == ("1990", "1990-01-01", "1990-12-31")


def test_a_migration_is_written_and_read_without_a_difference() -> None:
    field = Entry._meta.get_field("ended")
    source, _imports = MigrationWriter.serialize(field)
    assert source == (
        "twinning.dates.fields.HistoricalDateField(blank=True, bounds=False, null=True)"
    )
    assert field.clone().deconstruct()[1:] == field.deconstruct()[1:]


@isolate_apps("twinning.dates")
def test_a_stranger_in_the_place_of_a_bound_is_found_by_the_checks() -> None:
    class Clash(models.Model):
        date_latest = models.DateField()
        date = HistoricalDateField()

        class Meta:
            app_label = "dates"

        def __str__(self) -> str:
            return "clash"

    assert [error.id for error in Clash.check()] == ["dates.E001"]
    assert Entry.check() == []
