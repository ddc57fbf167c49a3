"""The form field takes what people write and says how it read it."""

from typing import Any

import pytest
from django import forms
from django.utils.translation import override

from tests.dates.conftest import Entry
from twinning.dates import HistoricalDate
from twinning.dates.forms import HistoricalDateField, HistoricalDateInput


class EntryForm(forms.ModelForm[Entry]):
    class Meta:
        model = Entry
        fields = ["date", "ended"]


def form(**data: str) -> EntryForm:
    return EntryForm({"date": "1994", **data})


@pytest.fixture(autouse=True)
def _english() -> Any:
    with override("en"):
        yield


def test_a_phrase_becomes_the_value_on_the_instance() -> None:
    entry = form(date="12–14 września 2014 r.").save(commit=False)
    assert entry.date == HistoricalDate("2014-09-12/2014-09-14")


@pytest.mark.parametrize("text", ["", "  "])
def test_an_optional_date_left_empty_is_none(text: str) -> None:
    filled = form(ended=text)
    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["ended"] is None


@pytest.mark.parametrize("text", ["", "  "])
def test_a_required_date_left_empty_is_refused(text: str) -> None:
    assert form(date=text).errors.as_data()["date"][0].code == "required"


@pytest.mark.parametrize(
    ("text", "code"),
    [("31 lutego 2014", "impossible"), ("early 1994", "vague"), ("<b>", "unreadable")],
)
def test_an_unreadable_date_is_refused_with_its_reason(text: str, code: str) -> None:
    refused = form(date=text)
    assert refused.errors.as_data()["date"][0].code == code
    assert "“12–14 September 2014”" in refused.errors["date"][0]


def test_what_was_typed_stays_and_is_escaped_when_refused() -> None:
    html = str(form(date='"><b>1994')["date"])
    assert "<b>" not in html
    assert "&lt;b&gt;1994" in html
    assert "Read as" not in html


def test_what_was_typed_is_echoed_as_it_was_read() -> None:
    html = str(form(date="12-14.09.2014")["date"])
    assert 'value="12-14.09.2014"' in html
    assert "Read as: 12–14 September 2014 (2014-09-12/2014-09-14)" in html


def test_the_echo_speaks_the_language_of_the_page() -> None:
    with override("pl"):
        assert "12–14 września 2014\N{NO-BREAK SPACE}r." in str(
            form(date="2014-09-12/2014-09-14")["date"]
        )


def test_a_stored_date_is_shown_in_words_that_can_be_read_again() -> None:
    field = EntryForm(instance=Entry(date="2014-09-12/2014-09-14"))["date"]
    assert 'value="12–14 September 2014"' in str(field)


def test_a_stored_date_is_shown_in_edtf_where_its_words_could_not_be_read() -> None:
    with override("fr"):
        assert 'value="1994-06"' in str(EntryForm(instance=Entry(date="1994-06"))["date"])


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        *[("June 1994", False), ("czerwiec 1994", False), ("06.1994", False)],
        *[("1994", True), ("", True), ("nonsense", True)],
    ],
)
def test_only_another_date_counts_as_a_change(text: str, changed: bool) -> None:
    filled = EntryForm({"date": text}, instance=Entry(date="1994-06"))
    assert filled.has_changed() is changed


def test_this_year_is_the_year_the_form_was_made_for() -> None:
    assert HistoricalDateField(context_year=2019).clean("w maju br.") == HistoricalDate("2019-05")


def test_input_and_echo_belong_together() -> None:
    html = str(form()["date"])
    assert 'data-date-echo="id_date_reading"' in html
    assert 'id="id_date_reading"' in html
    assert 'aria-live="polite"' in html
    assert "data-date-read-url" not in html


def test_the_live_echo_is_asked_for_only_where_there_is_an_address() -> None:
    html = HistoricalDateInput(read_url="/read/").render("date", None, {"id": "id_date"})
    assert 'data-date-read-url="/read/"' in html
    assert "dates/echo.js" in str(HistoricalDateInput().media)
