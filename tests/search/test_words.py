"""What counts as one word, and which words are the same."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twinning.search.query_values import Query, SoughtPhrase, SoughtWord, words_typed
from twinning.search.words import (
    LONGEST,
    analysers,
    analysis,
    is_function_word,
    surface,
    terms,
    terms_sought,
    words_of,
)
from twinning.search.words.snowball import Snowball


@pytest.fixture
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("twinning.search.words.morfeusz.morfeusz2", None)
    for cached in (analysis.analyser, terms, terms_sought):
        cached.cache_clear()
    yield
    for cached in (analysis.analyser, terms, terms_sought):
        cached.cache_clear()


def finds(typed: str, written: str, language: str) -> bool:
    return not SoughtWord.typed(typed).terms.isdisjoint(terms(written, language))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("turniej", "turniejami"),
        ("park", "parku"),
        ("delegacja", "delegacji"),
        ("delegacje", "delegacją"),
        ("człowiek", "ludzie"),
        ("gość", "gośćmi"),
        ("katowice", "Katowicach"),
        ("KATOWICE", "katowicach"),
        ("kolonia", "Kolonią"),
        ("uszok", "Uszoka"),
        ("kosciuszko", "Kościuszki"),
        ("kosciuszki", "Kościuszko"),
        ("pilce", "piłka"),
        ("noznej", "nożna"),
        ("lodz", "Łodzią"),
        ("Łódź", "Lodz"),
        ("etienne", "Étienne’u"),
        ("Etienne'em", "Étienne"),
        ("Etienne", "E\N{COMBINING ACUTE ACCENT}tienne"),
        ("azur", "d’Azur"),
        ("Strasse", "Straße"),
        ("katowice", "Kato\N{SOFT HYPHEN}wice"),
        ("asemki", "ASEMKA"),
        ("1994", "1994"),
        ("成都", "成都"),
    ],
)
def test_a_polish_text_is_found_by_any_form_of_its_words(typed: str, written: str) -> None:
    assert finds(typed, written, "pl")


@pytest.mark.parametrize(
    ("typed", "written"),
    [("visit", "visits"), ("cities", "city's"), ("twinning", "twinned"), ("łódź", "Lodz")],
)
def test_an_english_text_is_found_by_any_form_of_its_words(typed: str, written: str) -> None:
    assert finds(typed, written, "en")


def test_a_polish_name_in_an_english_text_is_found_by_its_polish_cases() -> None:
    assert finds("Katowicach", "Katowice", "en")
    assert finds("Kościuszki", "Kościuszko", "en")


@pytest.mark.parametrize(
    ("typed", "written"),
    [("park", "parlament"), ("1994", "1995"), ("delegacja", "delegat"), ("miasto", "miasteczko")],
)
def test_another_word_is_not_found(typed: str, written: str) -> None:
    assert not finds(typed, written, "pl")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Saint-Étienne’u, 12–14 września", ["Saint", "Étienne’u", "12", "14", "września"]),
        ("„Mosty” i 'słowa'", ["Mosty", "i", "słowa"]),
        ("l'Europe rock'n'roll", ["l'Europe", "rock'n'roll"]),
        ("a_b c/d e@f.pl", ["a", "b", "c", "d", "e", "f", "pl"]),
        ("…—!?", []),
        ("", []),
    ],
)
def test_words_lie_between_what_is_neither_letter_nor_digit(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


@given(st.text())
@example("\ud800")
@example("e\u0301\u0301'\u0301")
@example("½ ﷺ \u037a ª")
def test_any_string_has_words_that_stand_where_they_say(text: str) -> None:
    for word in words_of(text):
        assert text[word.start : word.end] == word.text
        assert 0 < len(surface(word.text)) <= LONGEST
        for language in ("pl", "en", "fr"):
            assert terms(word.text, language) <= terms_sought(word.text, language) | terms(
                word.text, language
            )
            assert f"={surface(word.text)}" in terms(word.text, language)


@given(st.text())
def test_folding_a_word_again_changes_nothing(text: str) -> None:
    assert surface(surface(text)) == surface(text)


@given(st.text())
def test_composed_and_decomposed_letters_are_the_same_word(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert [surface(word.text) for word in words_of(composed)] == [
        surface(word.text) for word in words_of(decomposed)
    ]


@given(st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=12))
def test_what_is_typed_finds_itself(word: str) -> None:
    for found in words_of(word):
        for language in ("pl", "en"):
            assert finds(found.text, found.text, language)


@pytest.mark.parametrize(("word", "language"), [("w", "pl"), ("ORAZ", "pl"), ("the", "en")])
def test_a_function_word_is_kept_as_it_is_written_alone(word: str, language: str) -> None:
    assert is_function_word(word, language)
    assert terms(word, language) == {f"={surface(word)}"}


def test_towns_are_no_preposition() -> None:
    assert not is_function_word("miast", "pl")
    assert finds("miasto", "miast", "pl")


def test_function_words_are_left_out_unless_nothing_else_was_typed() -> None:
    assert [word.text for word in words_typed("turniej w parku i park")] == [
        *("turniej", "parku", "park")
    ]
    assert [word.text for word in words_typed("po w")] == ["po", "w"]
    assert words_typed("?!") == ()


def test_a_phrase_is_kept_word_for_word() -> None:
    assert SoughtPhrase.typed("W parku Kościuszki!").surfaces == ("w", "parku", "kosciuszki")


def test_an_exclusion_alone_asks_for_nothing() -> None:
    word = SoughtWord.typed("park")
    assert Query("pl", without=(word,)).is_empty
    assert Query("pl", phrases=(SoughtPhrase.typed("?"),)).is_empty
    assert not Query("pl", words=(word,)).is_empty
    assert not Query("pl", facets={"kind": frozenset({"visit"})}).is_empty


def test_the_analysers_say_what_they_are() -> None:
    assert analysers()["pl"].startswith("morfeusz2 1.")
    assert "sgjp" in analysers()["pl"]
    assert analysers()["en"].startswith("snowball english ")


@pytest.mark.usefixtures("no_dictionary")
def test_polish_without_its_dictionary_goes_by_stems_and_says_so() -> None:
    assert analysers()["pl"].startswith("snowball polish ")
    assert finds("delegacja", "delegacji", "pl")
    assert finds("katowicach", "Katowicach", "pl")


@pytest.mark.parametrize(
    ("language", "name"),
    [("fr", "snowball french"), ("pt-br", "snowball portuguese"), ("uk", "as written")],
)
def test_a_further_language_needs_a_setting_alone(language: str, name: str) -> None:
    assert Snowball(language).name.startswith(name)
    assert "=киів" in terms("Київ", "uk")
