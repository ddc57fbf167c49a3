"""Dates in templates."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from twinning.dates import HistoricalDate


def rendered(source: str, date: HistoricalDate | None) -> str:
    with override("en"):
        return Template("{% load historical_dates %}" + source).render(Context({"date": date}))


@pytest.mark.parametrize(
    ("edtf", "html"),
    [
        ("2014-09-12", '<time datetime="2014-09-12">12 September 2014</time>'),
        ("1994-06", '<time datetime="1994-06">June 1994</time>'),
        ("1994", '<time datetime="1994">1994</time>'),
        ("0966", '<time datetime="0966">966</time>'),
    ],
)
def test_a_certain_day_month_or_year_is_a_time_element(edtf: str, html: str) -> None:
    assert rendered("{% historical_date date %}", HistoricalDate(edtf)) == html


@pytest.mark.parametrize(
    "edtf",
    ["1994~", "2014-09-12?", "2014-22", "199X", "19XX", "1998/..", "2014-09-12/2014-09-14"],
)
def test_what_html_has_no_datetime_for_is_text(edtf: str) -> None:
    date = HistoricalDate(edtf)
    assert rendered("{% historical_date date %}", date) == date.render("en")


def test_the_style_is_chosen_by_name() -> None:
    date = HistoricalDate("1994-06")
    assert rendered('{% historical_date date style="in" %}', date) == (
        '<time datetime="1994-06">in June 1994</time>'
    )
    assert rendered('{{ date|historical_date:"short" }}', date) == "Jun 1994"
    assert rendered("{{ date|historical_date }}{{ date }}", date) == "June 1994June 1994"


def test_an_absent_date_leaves_nothing() -> None:
    assert rendered("{% historical_date date %}{{ date|historical_date }}", None) == ""
