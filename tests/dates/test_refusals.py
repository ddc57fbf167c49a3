"""What is not taken for a date, and what the writer is told."""

import pickle

import pytest
from django.utils.translation import override

from twinning.dates import DateNotUnderstood, HistoricalDate
from twinning.dates.errors import REASONS


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("", "empty", ""),
        (" \N{NO-BREAK SPACE}\n", "empty", ""),
        ("maj " * 100, "too_long", "maj maj maj maj maj maj maj maj maj maj maj maj maj maj maj…"),
        ("Chorzów dnia, 2 marca 2020r.", "unreadable", "Chorzów"),
        ("12 foo bar 2014", "unreadable", "foo bar"),
        ("June 1994 or 1995", "unreadable", "or"),
        ("8, 9 i 10 maja 2014", "unreadable", "8, 9"),
        ("12345", "unreadable", "12345"),
        ("١٩٩٤", "unreadable", "١٩٩٤"),
        ("od", "unreadable", "od"),
        ("1994 –  – 1996", "unreadable", "– 1996"),
        ("1994 do 1995 do 1996", "unreadable", "1995 do 1996"),
        ("lata 1995-te", "unreadable", "lata 1995-te"),
        ("lato 2014/2015", "unreadable", "lato 2014/2015"),
        ("zima 2014/2016", "unreadable", "zima 2014/2016"),
        ("31 lutego 2014", "impossible", "31 lutego 2014"),
        ("w dniach 29–31 czerwca 2014 r.", "impossible", "31 czerwca 2014"),
        ("29.02.2001", "impossible", "29.02.2001"),
        ("2001-02-29", "impossible", "2001-02-29"),
        ("12.13.2014", "impossible", "12.13.2014"),
        ("0 maja 2014", "impossible", "0 maja 2014"),
        ("00.2014", "impossible", "00.2014"),
        ("12 XX 2014", "impossible", "12 XX 2014"),
        ("w poniedziałek 16 czerwca 2013", "weekday", "poniedziałek 16 czerwca 2013"),
        ("Monday 16 June 2013", "weekday", "Monday 16 June 2013"),
        ("14 września", "no_year", "14 września"),
        ("Od 10 do 14 grudnia br.", "no_year", "Od 10 do 14 grudnia br."),
        ("1 – 3 czerwca", "no_year", "1 – 3 czerwca"),
        ("01-02.2014", "unreadable", "01-02.2014"),
        ("12 2014", "no_month", "12 2014"),
        ("lata 20.", "two_digits", "lata 20"),
        ("the twenties", "two_digits", "twenties"),
        ("early 1994", "vague", "early"),
        ("w połowie maja 2023", "vague", "połowie"),
        ("przed 1998", "vague", "przed"),
        ("14-12 maja 2014", "backwards", "14-12 maja 2014"),
        ("2010/2009", "backwards", "2010/2009"),
        ("28 grudnia - 3 stycznia 2015", "backwards", "28 grudnia - 3 stycznia 2015"),
        ("10 i 12 września 2021", "apart", "10 i 12 września 2021"),
        ("na przełomie 2009 i 2014", "apart", "na przełomie 2009 i 2014"),
        ("1998–", "dangling", "1998–"),
        ("-1998", "dangling", "-1998"),
        ("1998/", "unsupported", "1998/"),
        ("{1994,1995}", "unsupported", "{1994,1995}"),
        ("Y10000", "unsupported", "Y10000"),
        ("../..", "unsupported", "../.."),
        ("0000", "out_of_range", "0000"),
        ("zima 9999", "out_of_range", "zima 9999"),
    ],
)
def test_is_refused_with_its_reason_and_the_part_that_failed(
    text: str, code: str, part: str
) -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        HistoricalDate.parse(text)
    assert (caught.value.code, caught.value.part) == (code, part)


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_makes_a_message_with_an_example(code: str) -> None:
    message = DateNotUnderstood(code, "100%(x)s").message
    assert "“1994-06”" in message or "1994-06" in message


def test_the_message_quotes_what_was_not_understood() -> None:
    with override("en"), pytest.raises(DateNotUnderstood, match="“Chorzów” can't be read"):
        HistoricalDate.parse("Chorzów dnia, 2 marca 2020r.")


def test_a_huge_text_is_refused_without_being_read_or_quoted_whole() -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        HistoricalDate.parse("1994-" * 1_000_000)
    assert caught.value.code == "too_long"
    assert len(caught.value.message) < 300


def test_the_refusal_survives_a_process_boundary() -> None:
    error = pickle.loads(pickle.dumps(DateNotUnderstood("vague", "early 1994", "early")))  # noqa: S301
    assert (error.code, error.text, error.part) == ("vague", "early 1994", "early")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "W 1997 roku Mer",
        "1997 Dni Katowic",
        "ROK",
        "ROK 19971",
        "LATA 2001-2000",
        "12 maja 2014",
        "ROK 0000",
    ],
)
def test_a_sentence_is_no_heading(text: str) -> None:
    with pytest.raises(DateNotUnderstood):
        HistoricalDate.parse_heading(text)


@pytest.mark.parametrize(
    "edtf", ["", "1994 ", "199x", "94", "1998/", "/1998", "2014-9-1", "1994/1995/1996", "١٩٩٤"]
)
def test_the_value_itself_takes_nothing_but_canonical_edtf(edtf: str) -> None:
    with pytest.raises(DateNotUnderstood):
        HistoricalDate(edtf)
