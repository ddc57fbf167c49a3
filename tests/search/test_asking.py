"""From what is typed to what is looked for, and what of a text answers it."""

from datetime import date

import pytest

from twinning.search.asking import query_of
from twinning.search.grammar import typed
from twinning.search.marking import matches
from twinning.search.query_values import Query, SoughtPhrase, SoughtWord
from twinning.search.texts import readable


def asked(text: str, *, is_unfinished: bool = False) -> Query:
    return query_of(typed(text, is_unfinished=is_unfinished), "pl")


def words(query: Query) -> list[str]:
    return [word.text for word in query.words]


def answering(text: str, question: str, language: str = "pl") -> list[str]:
    found = matches(text, language, asked(question))
    return [text[match.start : match.end] for match in found]


class TestQuery:
    def test_words_are_looked_for_without_those_that_hold_others_together(self) -> None:
        assert words(asked("turniej w bule")) == ["turniej", "bule"]
        assert words(asked("to be or not to be")) != []

    def test_a_word_with_a_hyphen_is_two(self) -> None:
        assert words(asked("Saint-Étienne")) == ["Saint", "Étienne"]

    def test_a_phrase_is_looked_for_as_it_is_written(self) -> None:
        query = asked("„park Kościuszki” turniej")

        assert query.phrases == (SoughtPhrase("park Kościuszki", ("park", "kosciuszki")),)
        assert words(query) == ["turniej"]

    def test_what_is_kept_out_is_a_word_or_a_phrase(self) -> None:
        word, hyphenated, phrase = asked("a -pétanque -Saint-Étienne -„o puchar”").without

        assert isinstance(word, SoughtWord)
        assert isinstance(hyphenated, SoughtPhrase)
        assert isinstance(phrase, SoughtPhrase)

    def test_a_beginning_is_folded_and_stands_for_one_word(self) -> None:
        assert asked("Saint-Éti*").prefix == "eti"
        assert words(asked("Saint-Éti*")) == ["Saint"]
        assert asked("park Kości", is_unfinished=True).prefix == "kosci"

    @pytest.mark.parametrize(
        ("text", "days"),
        {
            "1999": (date(1999, 1, 1), date(1999, 12, 31)),
            "lata 90.": (date(1990, 1, 1), date(1999, 12, 31)),
            "od 1998": (date(1998, 1, 1), None),
            "do 1998": (None, date(1998, 12, 31)),
            "1994 i 1996": (date(1994, 1, 1), date(1996, 12, 31)),
            "do 1998 od 1990": (None, None),
            "turniej": (None, None),
        }.items(),
    )
    def test_dates_are_days(self, text: str, days: tuple[date | None, date | None]) -> None:
        query = asked(text)

        assert (query.earliest, query.latest) == days

    @pytest.mark.parametrize("text", ["", "-turniej", "„”", "***"])
    def test_without_anything_to_look_for_it_is_empty(self, text: str) -> None:
        assert asked(text).is_empty


class TestMatches:
    def test_an_inflected_word_answers_in_the_original_text(self) -> None:
        text = "Grano w parku Kościuszki, na Turnieju."

        assert answering(text, "park turnieje") == ["parku", "Turnieju"]

    def test_what_is_typed_without_diacritics_answers(self) -> None:
        assert answering("Śląska Izba", "slaska") == ["Śląska"]

    def test_a_phrase_answers_only_where_it_stands_whole(self) -> None:
        text = "Park Kościuszki, nie park. I Kościuszki."

        assert answering(text, "„park kościuszki”") == ["Park Kościuszki"]

    def test_a_beginning_answers_with_the_whole_word(self) -> None:
        assert answering("Otwarcie bulodromu", "bulo*") == ["bulodromu"]

    def test_words_of_dates_and_little_words_stay_unmarked(self) -> None:
        assert answering("W 1999 r. w parku", "w parku 1999") == ["parku"]

    def test_each_language_answers_by_its_own_grammar(self) -> None:
        assert answering("Two concerts", "concert", "en") == ["concerts"]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "": "",
        "Zwykły <tekst> & znak": "Zwykły <tekst> & znak",
        "<p>Raz.</p><p>Dwa &amp; trzy.</p>": "Raz. Dwa & trzy.",
        "<ul><li>raz,</li><li>dwa</li></ul>": "raz, dwa",
        "<p>raz<br>dwa <em>trzy</em></p>": "raz dwa trzy",
    }.items(),
)
def test_rich_text_is_read_without_its_tags(text: str, expected: str) -> None:
    assert readable(text) == expected
