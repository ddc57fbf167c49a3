"""How dates are told. In the tables "_" stands for the no-break space."""

import pytest
from django.utils.translation import override

from twinning.dates import HistoricalDate
from twinning.dates.rendering import cldr

# EDTF: full, short, in
POLISH = {
    "1994": ("1994", "1994", "w_1994_r."),
    "1994-06": ("czerwiec 1994", "cze 1994", "w_czerwcu 1994_r."),
    "2014-09": ("wrzesień 2014", "wrz 2014", "we_wrześniu 2014_r."),
    "2014-09-02": ("2 września 2014_r.", "2 wrz 2014", "2 września 2014_r."),
    "199X": ("lata 90. XX wieku", "lata 90. XX w.", "w_latach 90. XX wieku"),
    "190X": (
        "pierwsza dekada XX wieku",
        "pierwsza dekada XX w.",
        "w_pierwszej dekadzie XX wieku",
    ),
    "19XX": ("XX wiek", "XX w.", "w_XX wieku"),
    "13XX": ("XIV wiek", "XIV w.", "w_XIV wieku"),
    "2014-21": ("wiosna 2014", "wiosna 2014", "wiosną 2014_r."),
    "2014-22": ("lato 2014", "lato 2014", "latem 2014_r."),
    "2014-23": ("jesień 2014", "jesień 2014", "jesienią 2014_r."),
    "2014-24": ("zima 2014/2015", "zima 2014/2015", "zimą 2014/2015"),
    "1998/..": ("od 1998_r.", "od 1998", "od 1998_r."),
    "1998-06/..": ("od czerwca 1998_r.", "od cze 1998", "od czerwca 1998_r."),
    "../199X": ("do lat 90. XX wieku", "do lat 90. XX w.", "do lat 90. XX wieku"),
    "1991~": ("około 1991_r.", "ok. 1991", "około 1991_r."),
    "1994-06~": ("około czerwca 1994_r.", "ok. cze 1994", "około czerwca 1994_r."),
    "1991?": ("prawdopodobnie 1991", "1991 (?)", "prawdopodobnie w_1991_r."),
    "1991%": (
        "prawdopodobnie około 1991_r.",
        "ok. 1991 (?)",
        "prawdopodobnie około 1991_r.",
    ),
    "2009~/2010~": (
        "przełom lat 2009 i_2010",
        "przełom lat 2009 i_2010",
        "na przełomie lat 2009 i_2010",
    ),
    "2009~/2010-01~": (
        "około 2009_r._– około stycznia 2010_r.",
        "ok. 2009_– ok. sty 2010",
        "od około 2009_r. do około stycznia 2010_r.",
    ),
    "2014-05~/2014-06~": (
        "przełom maja i_czerwca 2014_r.",
        "przełom maj i_cze 2014",
        "na przełomie maja i_czerwca 2014_r.",
    ),
    "2014-09-12/2014-09-14": (
        "12–14 września 2014_r.",
        "12–14 wrz 2014",
        "w_dniach 12–14 września 2014_r.",
    ),
    "2007-01-31/2007-02-02": (
        "31 stycznia_– 2 lutego 2007_r.",
        "31 sty_– 2 lut 2007",
        "w_dniach 31 stycznia_– 2 lutego 2007_r.",
    ),
    "2014-12-28/2015-01-03": (
        "28 grudnia 2014_r._– 3 stycznia 2015_r.",
        "28 gru 2014_– 3 sty 2015",
        "w_dniach 28 grudnia 2014_r._– 3 stycznia 2015_r.",
    ),
    "1997/2001": ("1997–2001", "1997–2001", "w_latach 1997–2001"),
    "1994-06/1994-09": (
        "czerwiec–wrzesień 1994",
        "cze–wrz 1994",
        "od czerwca do września 1994_r.",
    ),
    "1994-06/1995-09": (
        "czerwiec 1994_– wrzesień 1995",
        "cze 1994_– wrz 1995",
        "od czerwca 1994_r. do września 1995_r.",
    ),
    "1991~/1994-06-12": (
        "około 1991_r._– 12 czerwca 1994_r.",
        "ok. 1991_– 12 cze 1994",
        "od około 1991_r. do 12 czerwca 1994_r.",
    ),
}

ENGLISH = {
    "1994": ("1994", "1994", "in 1994"),
    "1994-06": ("June 1994", "Jun 1994", "in June 1994"),
    "2014-09-02": ("2 September 2014", "2 Sept 2014", "on 2 September 2014"),
    "199X": ("the 1990s", "the 1990s", "in the 1990s"),
    "18XX": ("the 19th century", "the 19th century", "in the 19th century"),
    "20XX": ("the 21st century", "the 21st century", "in the 21st century"),
    "10XX": ("the 11th century", "the 11th century", "in the 11th century"),
    "2014-23": ("autumn 2014", "autumn 2014", "in autumn 2014"),
    "2014-24": ("winter 2014/2015", "winter 2014/2015", "in winter 2014/2015"),
    "1998/..": ("since 1998", "since 1998", "since 1998"),
    "../1998-06": ("until June 1998", "until Jun 1998", "until June 1998"),
    "1991~": ("about 1991", "c._1991", "around 1991"),
    "1991?": ("probably 1991", "1991 (?)", "probably in 1991"),
    "1991%": ("probably about 1991", "c._1991 (?)", "probably around 1991"),
    "2009~/2010~": (
        "turn of 2009 and 2010",
        "turn of 2009 and 2010",
        "at the turn of 2009 and 2010",
    ),
    "2014-05~/2014-06~": (
        "turn of May and June 2014",
        "turn of May and Jun 2014",
        "at the turn of May and June 2014",
    ),
    "2014-09-12/2014-09-14": (
        "12–14 September 2014",
        "12–14 Sept 2014",
        "on 12–14 September 2014",
    ),
    "2007-01-31/2007-02-02": (
        "31 January_– 2 February 2007",
        "31 Jan_– 2 Feb 2007",
        "from 31 January to 2 February 2007",
    ),
    "1997/2001": ("1997–2001", "1997–2001", "from 1997 to 2001"),
    "1994-06/1994-09": ("June–September 1994", "Jun–Sept 1994", "from June to September 1994"),
    "1991~/1994?": (
        "about 1991_– probably 1994",
        "c._1991_– 1994 (?)",
        "from around 1991 to probably 1994",
    ),
}

FRENCH = {
    "1994": "1994",
    "1994-06": "juin 1994",
    "2014-09-02": "2 septembre 2014",
    "2014-09-12/2014-09-14": "12–14 septembre 2014",
    "2007-01-31/2007-02-02": "31 janvier – 2 février 2007",
    "1994-06/1994-09": "juin–septembre 1994",
    "1997/2001": "1997–2001",
    "1991~": "about 1991",
    "1991%": "probably about 1991",
    "1998/..": "since 1998",
    "../1998": "until 1998",
    "2009~/2010~": "turn of 2009 and 2010",
    "199X": "the 1990s",
    "19XX": "century 20",
    "2014-24": "winter 2014/2015",
    "1991~/1994-06-12": "about 1991 – 12 juin 1994",
}


@pytest.mark.parametrize(
    ("language", "edtf", "renderings"),
    [("pl", *item) for item in POLISH.items()] + [("en", *item) for item in ENGLISH.items()],
)
def test_is_told_in_each_style(language: str, edtf: str, renderings: tuple[str, str, str]) -> None:
    day = HistoricalDate(edtf)
    told = (day.render(language, "full"), day.render(language, "short"), day.render(language, "in"))
    assert tuple(text.replace("\N{NO-BREAK SPACE}", "_") for text in told) == renderings


@pytest.mark.parametrize(
    ("number", "month"),
    [
        *[(1, "styczniu"), (2, "lutym"), (3, "marcu"), (4, "kwietniu"), (5, "maju")],
        *[(6, "czerwcu"), (7, "lipcu"), (8, "sierpniu"), (9, "wrześniu"), (10, "październiku")],
        *[(11, "listopadzie"), (12, "grudniu")],
    ],
)
def test_in_a_polish_month_is_the_locative(number: int, month: str) -> None:
    told = HistoricalDate(f"1994-{number:02d}").render("pl", "in")
    assert told.startswith(f"{'we' if month == 'wrześniu' else 'w'}\N{NO-BREAK SPACE}{month} 1994")


@pytest.mark.parametrize("language", ["pl", "en", "fr"])
def test_plain_text_has_no_abbreviated_year_and_no_special_spaces(language: str) -> None:
    told = HistoricalDate("2014-12-28/2015-01-03").render(language, "plain")
    assert "r." not in told
    assert "\N{NO-BREAK SPACE}" not in told


@pytest.mark.parametrize(("edtf", "french"), FRENCH.items())
def test_a_third_language_has_its_dates_from_cldr_and_its_phrases_from_the_catalogue(
    edtf: str, french: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cldr, "_", str)  # as with a catalogue that translates nothing
    told = HistoricalDate(edtf).render("fr")
    assert " ".join(told.replace("\N{THIN SPACE}", " ").split()) == french


def test_a_third_language_shortens_what_cldr_shortens() -> None:
    assert HistoricalDate("2014-09-02").render("fr", "short") == "2 sept. 2014"


@pytest.mark.parametrize("language", ["en-gb", "EN", "en-us"])
def test_a_regional_language_is_its_language(language: str) -> None:
    assert HistoricalDate("2014-09-02").render(language) == "2 September 2014"


def test_an_unknown_language_still_gets_a_date() -> None:
    assert "2014" in HistoricalDate("2014-09-02").render("xx-unknown")


def test_the_active_language_is_the_default() -> None:
    day = HistoricalDate("1994-06")
    with override("en"):
        assert str(day) == day.render() == "June 1994"
    with override("pl"):
        assert str(day) == day.render() == "czerwiec 1994"
    with override(None):
        assert str(day) == "czerwiec 1994"
