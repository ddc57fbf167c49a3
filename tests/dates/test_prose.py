"""Dates in sentences that tell of something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.strategies import historical_dates
from twinning.dates import HistoricalDate
from twinning.dates.prose import told


def found(text: str, year: int | None = None) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.date.edtf) for each in told(text, context_year=year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "Gościli 12-14 września 2014 r. w Katowicach": [
            ("12-14 września 2014 r.", "2014-09-12/2014-09-14")
        ],
        "spotkali się 12 maja 2005 i mają wrócić": [("12 maja 2005", "2005-05-12")],
        "W 1997 roku, i w 1999 r. w Lyonie": [("W 1997 roku", "1997"), ("w 1999 r.", "1999")],
        "12 maja i 3 czerwca 2005 r.": [
            ("12 maja", "2005-05-12"),
            ("3 czerwca 2005 r.", "2005-06-03"),
        ],
        "W październiku 2004 roku, w dniach 13-17 października.": [
            ("W październiku 2004 roku", "2004-10"),
            ("w dniach 13-17 października", "2004-10-13/2004-10-17"),
        ],
        "na przełomie lat 2009 i 2010 zbadano": [("na przełomie lat 2009 i 2010", "2009~/2010~")],
        "1994 – umowa": [("1994", "1994")],
        "W sobotę 16 czerwca 2007 r. grano": [("W sobotę 16 czerwca 2007 r.", "2007-06-16")],
        "In 1996 the mayor, on 3 May 1997 the choir": [
            ("In 1996", "1996"),
            ("on 3 May 1997", "1997-05-03"),
        ],
    }.items(),
)
def test_a_date_is_told_with_the_words_that_belong_to_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("W sierpniu prezydent", "2021-08"),
        ("Od 10 do 14 grudnia br. przebywała", "2021-12-10/2021-12-14"),
        ("20 marca odbyła się", "2021-03-20"),
        ("12.05. – turniej", "2021-05-12"),
        ("dnia 12.05. grano", "2021-05-12"),
        ("On 3 May the choir", "2021-05-03"),
    ],
)
def test_a_day_takes_its_year_from_the_context_and_says_so(text: str, expected: str) -> None:
    (each,) = told(text, context_year=2021)

    assert each.date == HistoricalDate(expected)
    assert not each.is_whole
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "300 łóżek i 2000 osób",
        "targi GLOB 2002 w Katowicach",
        "Michał Luty i Anna Maj",
        "They may march in",
        "obywatele tego kraju",
        "this is it",
        "rozgrywki o godz. 12.05 i 9.30-19.00",
        "pokój 3/1",
        "ul. Różyckiego 14c, tel. 32 205 31 24",
        "w X-leciu i w 10-tej rocznicy",
        "31 lutego 2010",
        "się 12",
    ],
)
def test_what_is_no_date_is_passed_over(text: str) -> None:
    assert found(text, 2021) == []


@given(
    st.text(alphabet=st.sampled_from("12 0./-–,\nrwoku maj lat się w i d do")),
    st.none() | st.just(2010),
)
def test_any_text_is_read_without_complaint_and_in_order(text: str, year: int | None) -> None:
    places = [place for each in told(text, context_year=year) for place in (each.start, each.end)]

    assert places == sorted(places)
    assert len(places) == len(set(places))
    assert all(0 <= place <= len(text) for place in places)


@given(historical_dates(), st.sampled_from(["pl", "en"]))
def test_a_day_that_we_write_is_told_wherever_it_stands(
    date: HistoricalDate, language: str
) -> None:
    days = date.certain_days
    if days is None or not 1000 <= days[0].year <= days[1].year <= 2199:
        return
    text = f"Goście Guests {date.render(language, 'plain')} Katowice"

    assert [each.date for each in told(text)] == [date]
