"""Spaces that must not break in Polish, and nothing else, change on the way to the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twinning.publishing.fields import sanitise
from twinning.translation.typography import keep_together

NBSP = "\u00a0"
PIECES = st.sampled_from(
    [
        "a", "i", "o", "u", "w", "z", "W", "Z", " ", "  ", "\n", NBSP, "Katowicach", "1994", "r.",
        "w.", "12", "500", "<p>", "</p>", '<a href="https://x.pl/?a=o w i&amp;b=1 000">', "</a>",
        "<br>", "<", ">", "&lt;", "„", "”", "–", ",", "\u0301", "x",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("w Katowicach", "w~Katowicach"),
        ("W Katowicach i w Lyonie", "W~Katowicach i~w~Lyonie"),
        ("to i o tym", "to i~o~tym"),
        ("1994 r. w XX w.", "1994~r. w~XX w."),
        ("12 500 osób", "12~500 osób"),
        ("1 234 567", "1~234~567"),
        ("w 2011 r.", "w~2011~r."),
        ("<p>z miasta</p>", "<p>z~miasta</p>"),
        ("<em>i</em> dom", "<em>i</em> dom"),
        ("po obu", "po obu"),
        ("2014 roku", "2014 roku"),
        ("12 5000", "12 5000"),
    ],
)
def test_short_words_and_figures_stay_with_what_they_belong_to(text: str, bound: str) -> None:
    assert keep_together(text, "pl") == bound.replace("~", NBSP)


def test_the_last_letter_of_a_longer_word_is_no_short_word() -> None:
    for text in ("nauka w", "kino a", "Zoo x", "rodzina1 i"):
        assert keep_together(text, "pl") == text


def test_an_address_inside_a_tag_is_left_alone() -> None:
    html = '<a href="https://example.org/a b?q=w Lyonie" title="12 500">w Lyonie</a>'

    assert keep_together(html, "pl") == html.replace(">w Lyonie", f">w{NBSP}Lyonie")


def test_english_has_no_such_rule() -> None:
    assert keep_together("a house in 12 500 parts", "en") == "a house in 12 500 parts"


@given(TEXTS)
def test_nothing_but_spaces_ever_changes(text: str) -> None:
    assert keep_together(text, "pl").replace(NBSP, " ") == text.replace(NBSP, " ")


@given(TEXTS)
def test_a_second_time_changes_nothing(text: str) -> None:
    once = keep_together(text, "pl")

    assert keep_together(once, "pl") == once


@given(TEXTS)
def test_the_tags_of_clean_html_stay_as_they_were(text: str) -> None:
    html = sanitise(text)
    tag = re.compile(r'<(?:[^<>"]|"[^"]*")*>')

    assert tag.findall(keep_together(html, "pl")) == tag.findall(html)


@given(st.text(), st.sampled_from(["en", "de", "fr"]))
def test_other_languages_come_back_as_they_were(text: str, language: str) -> None:
    assert keep_together(text, language) == text
