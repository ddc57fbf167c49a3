"""Lists stand in the order of the Polish alphabet, in every language of the site."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twinning.translation.collation import in_alphabet, sort_key

LETTERS = "AaĄąBCĆćDEĘęÉéLŁłMNŃńOÓóÖöSŚśßTUÜZŹźŻż -’"


@pytest.mark.parametrize(
    "names",
    [
        ["Cieszyn", "Czechowice-Dziedzice", "Ćmielów", "Dąbrowa"],
        ["Lwów", "Lyon", "Łaziska", "Łódź", "Miszkolc"],
        ["Saint-Étienne", "Sarajewo", "Shenyang", "Sierre", "Śrem"],
        ["Zabrze", "Zgierz", "Źródła", "Żory"],
        ["Opawa", "Ostrawa", "Óbidos", "Pula"],
        ["Elbląg", "Ełk", "Épinal", "Essen", "Ęś"],
        ["Nowy Sącz", "Nysa", "Ńdża"],
        ["kolonia", "Koszyce", "KRAKÓW"],
        ["Kołobrzeg", "Köpenick", "Korfu"],
        ["Aa", "Ab", "Ąa"],
        ["Kos", "Kosa", "Koś"],
    ],
    ids=lambda names: names[0],
)
def test_the_order_of_the_polish_alphabet(names: list[str]) -> None:
    assert in_alphabet(reversed(names)) == sorted(names, key=names.index)


def test_records_are_ordered_by_what_the_page_shows() -> None:
    people = [("Anna", "Żak"), ("Jan", "Zych"), ("Ewa", "Ćwik"), ("Ola", "Cichy")]

    ordered = in_alphabet(people, key=lambda person: f"{person[1]} {person[0]}")

    assert [family for _given, family in ordered] == ["Cichy", "Ćwik", "Zych", "Żak"]


def test_equal_names_keep_their_order() -> None:
    assert in_alphabet(["é1", "e2"], key=lambda name: name[0]) == ["é1", "e2"]


@given(st.text())
def test_letters_and_accents_written_apart_count_as_one(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(
        unicodedata.normalize("NFC", text)
    )


@given(st.lists(st.text(alphabet=LETTERS)))
def test_no_order_of_arrival_changes_the_order(names: list[str]) -> None:
    keys = [sort_key(name) for name in in_alphabet(names)]

    assert keys == sorted(keys)
    assert keys == [sort_key(name) for name in in_alphabet(reversed(names))]


@given(st.text(alphabet=LETTERS), st.text(alphabet=LETTERS))
def test_capitals_do_not_count(first: str, second: str) -> None:
    assert (sort_key(first) < sort_key(second)) == (
        sort_key(first.upper()) < sort_key(second.upper())
    )
