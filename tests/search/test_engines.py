"""Both databases find the same, in the same order: what a naive reading of the texts finds."""

import pytest

from tests.search.texts import document, index
from twinning.search.query_values import Query, SoughtPhrase, SoughtWord, words_typed
from twinning.search.searching import search
from twinning.search.vocabulary import completions, suggestions

pytestmark = pytest.mark.django_db


def found(text: str = "", **given: object) -> list[int]:
    query = Query("pl", words=words_typed(text), **given)  # type: ignore[arg-type]
    return [hit.key for hit in search(query).hits]


def test_a_word_is_found_in_any_field_the_title_first() -> None:
    index(
        document(1, "Wizyta", body="w parkach miejskich"),
        document(2, "Wizyta", dates="park"),
        document(3, "Wizyta", names="Park Śląski"),
        document(4, "Spacer po parku"),
        document(5, "Wizyta", body="w ogrodzie"),
    )
    assert found("park") == [4, 3, 2, 1]


def test_phrase() -> None:
    index(document(1, "Turniej w parku Kościuszki"), document(2, "Kościuszki w parku turniej"))
    assert found(phrases=(SoughtPhrase.typed("w parku kosciuszki"),)) == [1]
    assert found("turniej", without=(SoughtPhrase.typed("parku Kościuszki"),)) == [2]
    assert found("turniej", without=(SoughtWord.typed("park"),)) == []
    assert found(prefix="kosc") == [1, 2]
    assert found(prefix="osc") == []


def test_a_misspelt_word_is_corrected_by_the_words_of_public_records() -> None:
    index(document(1, "Delegacja z Kolonii"), document(2, "Delegacja", body="pétanque"))
    assert suggestions("delegcaja", "pl") == ["delegacja"]
    assert suggestions("koloni", "pl") == ["kolonii"]
    assert suggestions("delegacja", "pl") == []
    assert completions("del", "pl") == ["delegacja"]
