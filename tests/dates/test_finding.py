"""Dates among other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twinning.dates.finding import FIRST_YEAR, LAST_YEAR, mentioned


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.date.edtf) for each in mentioned(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "1999": [("1999", "1999")],
        "koncert 1999": [("1999", "1999")],
        "koncerty w latach 90.": [("w latach 90.", "199X")],
        "lata dziewięćdziesiąte w Katowicach": [("lata dziewięćdziesiąte w", "199X")],
        "concerts of the 1990s in Katowice": [("of the 1990s in", "199X")],
        "wizyty 1994-1996": [("1994-1996", "1994/1996")],
        "wizyty 1994 - 1996": [("1994 - 1996", "1994/1996")],
        "jubileusz wrzesień 2014": [("wrzesień 2014", "2014-09")],
        "12-14 września 2014 r. jubileusz": [("12-14 września 2014 r.", "2014-09-12/2014-09-14")],
        "exhibitions since 1998": [("since 1998", "1998/..")],
        "od 31 stycznia do 2 lutego 2007 r.": [
            ("od 31 stycznia do 2 lutego 2007 r.", "2007-01-31/2007-02-02")
        ],
        "delegacje przed 1994": [("przed 1994", "../1994")],
        "delegations after 1994": [("after 1994", "1994/..")],
        "początek lat 90.": [("początek lat 90.", "199X")],
        "koncerty 1994 i 1996": [("1994", "1994"), ("1996", "1996")],
        "1999 koncert 2004": [("1999", "1999"), ("2004", "2004")],
    }.items(),
)
def test_a_date_is_found_with_its_little_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "koncert",
        "COP24",
        "WUF11",
        "100 osób",
        "72 osoby",
        "ul. Różyckiego 14c",
        "9 września",  # of which year?
        "Michał Luty",
        "maj",
        "koncert -1999",
        "3000",
        "rok",
        "przed po",
        "w",
    ],
)
def test_what_names_no_year_is_no_date(text: str) -> None:
    assert found(text) == []


def test_a_heading_swallows_no_words() -> None:
    assert found("rok 2014 delegacja") == [("rok 2014", "2014")]


@given(st.text(max_size=120))
def test_any_text_can_be_looked_through(text: str) -> None:
    last = 0
    for each in mentioned(text):
        assert last <= each.start < each.end <= len(text)
        last = each.end


@given(
    st.lists(
        st.sampled_from(
            [
                "w",
                "od",
                "do",
                "przed",
                "1994",
                "1996",
                "90.",
                "lata",
                "-",
                "–",
                "wrzesień",
                "12",
                "since",
            ]
        )
    )
)
def test_any_row_of_dates_words_keeps_within_the_years(words: list[str]) -> None:
    for each in mentioned(" ".join(words)):
        ends = [each.date.span.first, each.date.span.last]
        years = [end.earliest.year for end in ends if end]
        assert all(FIRST_YEAR <= year <= LAST_YEAR for year in years)
