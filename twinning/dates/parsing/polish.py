"""Polish words of dates, folded: every case that stands in a date, and the usual abbreviations."""

from twinning.dates.parsing.tokens import Kind, Words, numbered, words

WORDS: Words = {
    **numbered(
        Kind.MONTH,
        "styczen stycznia styczniu styczniem sty stycz",
        "luty lutego lutym lut",
        "marzec marca marcu marcem mar marz",
        "kwiecien kwietnia kwietniu kwietniem kwi kwiec",
        "maj maja maju majem",
        "czerwiec czerwca czerwcu czerwcem cze czerw",
        "lipiec lipca lipcu lipcem lip",
        "sierpien sierpnia sierpniu sierpniem sie sierp",
        "wrzesien wrzesnia wrzesniu wrzesniem wrz wrzes",
        "pazdziernik pazdziernika pazdzierniku pazdziernikiem paz pazdz",
        "listopad listopada listopadzie listopadem lis listop",
        "grudzien grudnia grudniu grudniem gru grudz",
    ),
    **numbered(
        Kind.SEASON,
        "wiosna wiosny wiosne wiosnie",
        "lato latem lecie",  # "lata" is decided by the lexer
        "jesien jesieni jesienia",
        "zima zimy zime zimie",
        start=21,
    ),
    **numbered(
        Kind.WEEKDAY,
        "poniedzialek poniedzialku poniedzialkiem pon",
        "wtorek wtorku wtorkiem wt",
        "sroda srode srody",
        "czwartek czwartku czwartkiem czw",
        "piatek piatku piatkiem pt",
        "sobota sobote soboty sob",
        "niedziela niedziele niedzieli niedz",
        start=0,
    ),
    **numbered(
        Kind.ORDINAL,
        *(
            f"{stem}a {stem}ej {stem}e"
            for stem in (
                *("pierwsz", "drug", "trzeci", "czwart", "piat"),
                *("szost", "siodm", "osm", "dziewiat", "dziesiat"),
            )
        ),
    ),
    **{
        word: (Kind.DECADE, decade)
        for decade, stem in {
            10: "dziesiat",
            20: "dwudziest",
            30: "trzydziest",
            40: "czterdziest",
            50: "piecdziesiat",
            60: "szescdziesiat",
            70: "siedemdziesiat",
            80: "osiemdziesiat",
            90: "dziewiecdziesiat",
        }.items()
        for word in (f"{stem}e", f"{stem}ych")
    },
    **words(Kind.DECADE_WORD, "dekada dekady dekadzie dekade"),
    **words(Kind.CENTURY, "wiek wieku"),
    **words(Kind.YEARS, "lata lat latach latami"),
    **words(Kind.CURRENT, "br biezacego tego"),
    **words(Kind.ABOUT, "okolo ok ca"),
    **words(Kind.MAYBE, "prawdopodobnie przypuszczalnie chyba"),
    **words(Kind.AND, "i oraz a"),
    **words(Kind.FROM, "od miedzy pomiedzy"),
    **words(Kind.TO, "do"),
    **words(Kind.TURN, "przelom przelomie przelomu"),
    **words(Kind.PRESENT, "dzis dzisiaj teraz nadal obecnie"),
    **words(
        Kind.VAGUE,
        "poczatek poczatku polowa polowie polowy srodek srodku koniec koncu koncem konca "
        "przed po wczesny wczesna wczesne pozny pozna pozne niedawno",
    ),
    **words(
        Kind.NOISE,
        "w we na r rr rok roku roki rokiem dzien dnia dniu dniach dni miesiac miesiaca miesiacu",
    ),
}
