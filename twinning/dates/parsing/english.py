"""English words of dates, folded."""

from twinning.dates.parsing.tokens import Kind, Words, numbered, words

WORDS: Words = {
    **numbered(
        Kind.MONTH,
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    ),
    **numbered(Kind.SEASON, "spring", "summer", "autumn fall", "winter", start=21),
    **numbered(
        Kind.WEEKDAY,
        "monday mon",
        "tuesday tue tues",
        "wednesday wed",
        "thursday thu thur thurs",
        "friday fri",
        "saturday sat",
        "sunday sun",
        start=0,
    ),
    **numbered(
        Kind.ORDINAL,
        *("first", "second", "third", "fourth", "fifth"),
        *("sixth", "seventh", "eighth", "ninth", "tenth"),
    ),
    **{
        word: (Kind.DECADE, decade)
        for decade, word in {
            20: "twenties",
            30: "thirties",
            40: "forties",
            50: "fifties",
            60: "sixties",
            70: "seventies",
            80: "eighties",
            90: "nineties",
        }.items()
    },
    **words(Kind.DECADE_WORD, "decade"),
    **words(Kind.CENTURY, "century"),
    **words(Kind.YEARS, "years"),
    **words(Kind.CURRENT, "this"),
    **words(Kind.ABOUT, "about around circa c ca approximately approx"),
    **words(Kind.MAYBE, "probably possibly perhaps"),
    **words(Kind.AND, "and"),
    **words(Kind.FROM, "from between"),
    **words(Kind.SINCE, "since"),
    **words(Kind.TO, "to until till through"),
    **words(Kind.TURN, "turn"),
    **words(Kind.PRESENT, "present now today"),
    **words(Kind.VAGUE, "early mid late beginning middle end before after recently"),
    **words(Kind.NOISE, "in on at the of year month day days up onward onwards"),
}
