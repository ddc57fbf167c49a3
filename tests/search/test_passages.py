"""The passage around the matches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twinning.search.passages import LENGTH, Match, marked, passage


def matches(text: str, *words: str) -> list[Match]:
    return [
        Match(at, at + len(word), number)
        for number, word in enumerate(words)
        for at in range(len(text))
        if text.startswith(word, at)
    ]


def test_hits_are_marked_in_the_original_text() -> None:
    text = "Grano w parku Kościuszki."

    assert marked(text, matches(text, "parku")) == "Grano w <mark>parku</mark> Kościuszki."


@pytest.mark.parametrize("between", [" ", "\N{NO-BREAK SPACE}", "-", "–"])
def test_neighbours_are_marked_as_one(between: str) -> None:
    text = f"Saint{between}Étienne"

    assert marked(text, matches(text, "Saint", "Étienne")) == f"<mark>{text}</mark>"


def test_what_is_not_marked_is_escaped_and_so_is_what_is() -> None:
    text = "<b>Q&A</b>"

    assert marked(text, [Match(3, 6)]) == "&lt;b&gt;<mark>Q&amp;A</mark>&lt;/b&gt;"


def test_a_short_text_is_shown_whole() -> None:
    text = "Grano w parku."

    shown = passage(text, matches(text, "parku"))
    assert (shown.text, shown.before, shown.after) == (text, False, False)


def test_a_long_text_begins_with_the_sentence_of_the_first_hit() -> None:
    text = (
        "Zdanie, w którym nic nie ma. " * 20 + "Grano w parku Kościuszki. " + "I dalej nic. " * 30
    )

    shown = passage(text, matches(text, "parku"))
    assert shown.text.startswith(("Grano w parku", "Zdanie"))
    assert "<mark>parku</mark>" in shown.html
    assert shown.html.startswith("… ")
    assert shown.html.endswith(" …")


def test_the_passage_with_the_most_words_of_the_question_is_shown() -> None:
    text = "Park. " + "Nic. " * 100 + "Turniej w parku dla wszystkich. " + "Nic. " * 100

    shown = passage(text, [*matches(text, "Park", "Turniej"), *matches(text, "parku")])
    assert "Turniej" in shown.text


def test_a_text_without_hits_is_shown_from_its_beginning() -> None:
    text = "Słowo po słowie. " * 50

    shown = passage(text, [])
    assert text.startswith(shown.text)
    assert len(shown.text) <= LENGTH
    assert (shown.before, shown.after) == (False, True)


@given(st.text(max_size=900), st.lists(st.tuples(st.integers(0, 899), st.integers(1, 20))))
def test_any_passage_is_a_piece_of_its_text_with_its_hits(
    text: str, places: list[tuple[int, int]]
) -> None:
    given_hits = [
        Match(start, start + length) for start, length in places if start + length <= len(text)
    ]
    shown = passage(text, given_hits)

    assert shown.text in text
    assert all(0 <= match.start < match.end <= len(shown.text) for match in shown.matches)
    assert len(shown.text) <= LENGTH
    assert not given_hits or shown.matches
