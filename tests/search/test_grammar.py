"""What is typed, taken apart. Nothing but its length makes a question an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twinning.search.grammar import LONGEST, MOST_WORDS, Part, TooLongError, one_line, typed


def told(text: str) -> list[str]:
    """Each part as one would type it again, then the dates."""
    question = typed(text)
    signs = [
        ("-" if part.is_excluded else "")
        + (f"“{part.text}”" if part.is_phrase else part.text)
        + ("*" if part.is_prefix else "")
        for part in question.parts
    ]
    return signs + [f"={date.edtf}" for date in question.dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "": [],
        "   ": [],
        "turniej w bule": ["turniej", "w", "bule"],
        "„park Kościuszki” turniej": ["“park Kościuszki”", "turniej"],
        '"park Kościuszki"': ["“park Kościuszki”"],
        "“Kościuszko Park”": ["“Kościuszko Park”"],
        "«Miasta wczoraj i dziś»": ["“Miasta wczoraj i dziś”"],
        "turniej -pétanque": ["turniej", "-pétanque"],
        "turniej \N{MINUS SIGN}pétanque": ["turniej", "-pétanque"],
        'turniej -"Puchar Prezydenta"': ["turniej", "-“Puchar Prezydenta”"],
        "Saint-Étienne": ["Saint-Étienne"],
        "Katowice - Kolonia": ["Katowice", "Kolonia"],
        "bulo*": ["bulo*"],
        "koncert lata 90.": ["koncert", "=199X"],
        "1994-1996": ["=1994/1996"],
        "delegacja we wrześniu 2014 Katowice": ["delegacja", "Katowice", "=2014-09"],
        "„GLOB 2002” targi": ["“GLOB 2002”", "targi"],
        "the 1990s": ["=199X"],
        "since 1998 visits": ["visits", "=1998/.."],
        "koncert „niedomknięty cudzysłów": ["koncert", "“niedomknięty cudzysłów”"],
        "„a «b» c”": ["“a”", "b", "“c”"],
        "COP24": ["COP24"],
        '" " „” - -- * ( ) : , . OR': ["OR"],
        "(turniej)": ["(turniej)"],
    }.items(),
)
def test_a_question_is_taken_apart(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["", "-turniej", "---", '"', "*", "\0", "()", "„”", "-1"])
def test_a_question_without_anything_to_look_for_is_empty(text: str) -> None:
    assert not typed(text)


def test_a_date_alone_is_a_question() -> None:
    assert typed("1999")


def test_an_unfinished_word_is_the_beginning_of_one() -> None:
    assert typed("park kośc", is_unfinished=True).parts == (
        Part("park"),
        Part("kośc", is_prefix=True),
    )
    assert typed("park ", is_unfinished=True).parts == (Part("park"),)
    assert typed("„park k", is_unfinished=True).parts == (Part("park k", is_phrase=True),)


def test_words_beyond_the_most_are_told_and_not_looked_for() -> None:
    words = [f"a{number}" for number in range(MOST_WORDS + 3)]
    question = typed(" ".join(words))

    assert [part.text for part in question.parts] == words[:MOST_WORDS]
    assert question.left_out == tuple(words[MOST_WORDS:])


def test_a_phrase_counts_its_words() -> None:
    assert typed("b „" + "a " * MOST_WORDS + "”").left_out == (("a " * MOST_WORDS).strip(),)


def test_a_question_may_only_be_so_long() -> None:
    assert typed("a" * LONGEST)
    with pytest.raises(TooLongError) as refused:
        typed("a" * 100_000)
    assert refused.value.length == 100_000


@given(st.text(max_size=LONGEST))
def test_any_text_can_be_taken_apart(text: str) -> None:
    question = typed(text)

    assert "\0" not in question.text
    question.text.encode()
    for part in question.parts:
        assert part.text == part.text.strip()
        assert any(letter.isalnum() for letter in part.text)
    assert typed(question.text).parts == question.parts


@given(st.text(alphabet='"„”«»-\N{MINUS SIGN} *()1a9.\ud800\0\n\t', max_size=60))
def test_any_row_of_signs_can_be_taken_apart(text: str) -> None:
    typed(text, is_unfinished=True)


@given(st.text(max_size=LONGEST))
def test_one_line_has_no_controls_and_is_its_own_line(text: str) -> None:
    line = one_line(text)

    assert line.isprintable()
    assert one_line(line) == line
