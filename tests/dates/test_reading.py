"""What people write, in either language, and how it is kept."""

import pytest
from django.utils.translation import override

from twinning.dates import HistoricalDate

SEEN_ON_CITY_PAGES = {
    "1994r.": "1994",
    "9 września 1998r.": "1998-09-09",
    "6-8 września 2007 roku": "2007-09-06/2007-09-08",
    "30.05.-01.06. 2003 r.": "2003-05-30/2003-06-01",
    "W lutym 2006 roku": "2006-02",
    "31 stycznia - 2 lutego 2007 r.": "2007-01-31/2007-02-02",
    "Od 8 do 12 grudnia 2018": "2018-12-08/2018-12-12",
    "Maj 2022-": "2022-05",
    "13-15.06.2010": "2010-06-13/2010-06-15",
    "na przełomie lat 2009 i 2010": "2009~/2010~",
    "ROK 1997": "1997",
    "LATA 2000-2001": "2000/2001",
    "2004 r.": "2004",
    "2011": "2011",
    "ROK 2014 ROKIEM OBCHODÓW": "2014",
    "W dniach od 9-12 czerwca 2005 r.": "2005-06-09/2005-06-12",
    "11 -16 czerwca 2007 r.": "2007-06-11/2007-06-16",
    "W niedzielę 16 czerwca 2013 r.": "2013-06-16",
    "Dnia 12  września 2014r.": "2014-09-12",
    "19 czerwca 2016r,": "2016-06-19",
    "Grudzień 2020 r. -": "2020-12",
    "10 i 11 września 2021": "2021-09-10/2021-09-11",
    "kwi 9, 2011": "2011-04-09",
    "04 -03- 2020": "2020-03-04",
    "10-12.10.16": "2016-10-10/2016-10-12",
}

POLISH = {
    "12 wrzesnia 2014": "2014-09-12",
    "12 WRZEŚNIA 2014 R.": "2014-09-12",
    "12\N{NO-BREAK SPACE}września\N{NO-BREAK SPACE}2014\N{NO-BREAK SPACE}r.": "2014-09-12",
    "12\N{NON-BREAKING HYPHEN}14 września 2014": "2014-09-12/2014-09-14",
    "12 — 14 września 2014": "2014-09-12/2014-09-14",
    "między 12 a 14 września 2014": "2014-09-12/2014-09-14",
    "28 grudnia 2014 – 3 stycznia 2015": "2014-12-28/2015-01-03",
    "12 IX 2014": "2014-09-12",
    "1 I 2004 r.": "2004-01-01",
    "10 I 11 WRZEŚNIA 2021": "2021-09-10/2021-09-11",
    "20-tego maja 2018": "2018-05-20",
    "w czerwcu i lipcu 2014": "2014-06/2014-07",
    "styczeń–marzec 2011": "2011-01/2011-03",
    "ok. 1991": "1991~",
    "około 12–14 maja 2014": "2014-05-12~/2014-05-14~",
    "prawdopodobnie w 1991 r.": "1991?",
    "czerwiec 1994 (?)": "1994-06?",
    "prawdopodobnie od 1998": "1998?/..",
    "lata 90.": "199X",
    "w latach 90-tych": "199X",
    "lata dziewięćdziesiąte XX wieku": "199X",
    "lata 20. XX wieku": "192X",
    "lata 80. i 90. XX wieku": "198X/199X",
    "lata 80. i lata 90. XX wieku": "198X/199X",
    "na przełomie lat 80. i 90.": "198X~/199X~",
    "na przełomie XX i XXI wieku": "19XX~/20XX~",
    "na przełomie maja i czerwca 2014 r.": "2014-05~/2014-06~",
    "na przełomie 2009/2010": "2009~/2010~",
    "w XX w.": "19XX",
    "od 1998": "1998/..",
    "od 1998 do dziś": "1998/..",
    "do czerwca 1998 roku": "../1998-06",
    "lato 2014": "2014-22",
    "od lata 2014": "2014-22/..",
    "lata 2014–2016": "2014/2016",
    "zima 2014/2015": "2014-24",
    "zimą 2014": "2014-24",
    "966 r.": "0966",
}

ENGLISH = {
    "12–14 September 2014": "2014-09-12/2014-09-14",
    "from 12 to 14 September 2014": "2014-09-12/2014-09-14",
    "September 12, 2014": "2014-09-12",
    "September 12–14, 2014": "2014-09-12/2014-09-14",
    "Sunday the 16th of June 2013": "2013-06-16",
    "Sept. 2014": "2014-09",
    "between 1994 and 1996": "1994/1996",
    "about 1991": "1991~",
    "c. 1991": "1991~",
    "probably around 1991": "1991%",
    "since 1998": "1998/..",
    "from 1998 onwards": "1998/..",
    "1998–present": "1998/..",
    "until June 1998": "../1998-06",
    "the 1990s": "199X",
    "the ’90s": "199X",
    "the nineties": "199X",
    "the 1980s and 1990s": "198X/199X",
    "in the 20th century": "19XX",
    "at the turn of 2009 and 2010": "2009~/2010~",
    "in the summer of 2014": "2014-22",
    "fall 2014": "2014-23",
    "winter 2014/15": "2014-24",
}

NUMBERS = {
    "2014-09-12": "2014-09-12",
    "2014/09/12": "2014-09-12",
    "12/09/2014": "2014-09-12",
    "12.9.2014": "2014-09-12",
    "06.2014": "2014-06",
    "2014-06": "2014-06",
    "12.09.50": "1950-09-12",
    "12.09.49": "2049-09-12",
    "2014-09-12 – 2014-09-14": "2014-09-12/2014-09-14",
    "2009/2010": "2009/2010",
    "2009/10": "2009/2010",
    "1997-98": "1997/1998",
    "1999–00": "1999/2000",
    "2009–10": "2009/2010",
    "2009-10": "2009-10",
    "2014-21": "2014-21",
    "199x": "199X",
    "1991~": "1991~",
    "1994-06/1994-06": "1994-06",
    " 1994 ": "1994",
}


@pytest.mark.parametrize("ui_language", ["pl", "en", "fr"])
@pytest.mark.parametrize(
    ("text", "edtf"), (SEEN_ON_CITY_PAGES | POLISH | ENGLISH | NUMBERS).items()
)
def test_is_read_whatever_the_language_of_the_page(text: str, edtf: str, ui_language: str) -> None:
    with override(ui_language):
        assert HistoricalDate.parse(text).edtf == edtf
        assert HistoricalDate.parse(text, language=ui_language).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    {
        "Od 10 do 14 grudnia br.": "2019-12-10/2019-12-14",
        "1 maja b.r.": "2019-05-01",
        "w maju bieżącego roku": "2019-05",
        "June this year": "2019-06",
        "br.": "2019",
        "9 września": "2019-09-09",
        "30.05.-01.06.": "2019-05-30/2019-06-01",
        "12 maja 2018": "2018-05-12",
    }.items(),
)
def test_this_year_and_an_unsaid_year_are_those_of_the_context(text: str, edtf: str) -> None:
    assert HistoricalDate.parse(text, context_year=2019).edtf == edtf


@pytest.mark.parametrize(
    ("heading", "edtf"),
    {
        "ROK 1997": "1997",
        "                          ROK 2020": "2020",
        "Rok 2023 ": "2023",
        "LATA 2000-2001": "2000/2001",
        "ROK 2014 ROKIEM OBCHODÓW 20-LECIA": "2014",
        "2004 r.": "2004",
        "2011": "2011",
        "2012:": "2012",
        "Year 1997": "1997",
    }.items(),
)
def test_a_heading_names_its_years(heading: str, edtf: str) -> None:
    assert HistoricalDate.parse_heading(heading).edtf == edtf
