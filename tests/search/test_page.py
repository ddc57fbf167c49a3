"""The page of the search, as somebody meets it who looks for something."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from partners.models import OrganisationName
from tests.factories import (
    make_event,
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_series,
    make_topic,
)
from tests.pages.reading import attribute, link, main, read, words
from tests.search.indexed import index_everything
from twinning.search import searching

pytestmark = pytest.mark.django_db


def ask(client: Client, question: str, language: str = "pl", **more: str) -> BeautifulSoup:
    index_everything()
    page = {"pl": "/pl/szukaj/", "en": "/en/search/"}[language]
    response = client.get(page, {"q": question, **more})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def found(page: BeautifulSoup) -> list[str]:
    return [words(title) for title in page.select(".find__title")]


def marks(page: BeautifulSoup) -> list[str]:
    return [words(mark) for mark in page.select(".find mark")]


def choices(page: BeautifulSoup, heading: str) -> dict[str, str]:
    """The choices under a heading, each with its count, and where it leads."""
    for group in page.select(".filters__group"):
        if words(group.select_one(".filters__label")) == heading:
            return {words(each): attribute(each, "href") for each in group.select("a")}
    return {}


class TestWhatIsFound:
    def test_an_inflected_word_is_found_and_marked_as_it_stands(self, client: Client) -> None:
        event = make_event("Turnieje w parku", summary_pl="Na turniejach grano w kule.")
        make_event("Koncert")

        page = ask(client, "turniej")
        assert found(page) == ["Turnieje w parku"]
        assert marks(page) == ["Turnieje", "turniejach"]
        assert link(page, "Turnieje w parku") == event.get_absolute_url()

    def test_date_kind_and_partnership_stand_beside_the_title(self, client: Client) -> None:
        place = make_place("katowice", is_home=True)
        partner = make_place("kolonia", name="Kolonia")
        partnership = make_partnership(home=place, partner=partner, ribbon="moss")
        make_event("Wizyta", date="1994-06-12", partnerships=[partnership])

        result = ask(client, "wizyta").select_one(".find")
        assert result is not None
        assert attribute(result.time, "datetime") == "1994-06-12"
        assert words(result.time) == "12 czerwca 1994 r."
        assert words(result.select_one(".find__kind")) == "Wizyta"
        assert words(result.select_one(".find__partnership.ribbon-moss")) == "Katowice – Kolonia"

    def test_a_former_name_is_told_where_it_answers(self, client: Client) -> None:
        organisation = make_organisation(name_pl="Stowarzyszenie Métropole")
        OrganisationName.objects.create(
            organisation=organisation, name_pl="ASEKA", name_en="ASEKA", used="1992/1998"
        )

        page = ask(client, "aseka")
        assert found(page) == ["Stowarzyszenie Métropole"]
        assert words(page.select_one(".find__also")) == "także: ASEKA"

    def test_what_answers_only_by_its_links_says_so(self, client: Client) -> None:
        make_event("Spotkanie", place=make_place("bytom", name="Bytom"))

        page = ask(client, "bytom")
        assert found(page) == ["Spotkanie"]
        assert "To, czego szukasz, stoi na tej stronie." in words(page.select_one(".find"))

    def test_what_is_typed_and_told_is_text_and_no_markup(self, client: Client) -> None:
        make_event("Koncert <b>&</b> taniec")

        page = ask(client, '"><script>alert(1)</script> koncert')
        assert not page.select("main script")
        page = ask(client, "koncert")
        assert found(page) == ["Koncert <b>&</b> taniec"]

    def test_a_person_is_found_by_name_in_any_order(self, client: Client) -> None:
        make_person(given_name="Jan", family_name="Żółkiewski")

        for question in ("zolkiewski jan", "Jan Żółkiewski", "ŻÓŁKIEWSKI"):
            assert found(ask(client, question)) == ["Jan Żółkiewski"]


class TestLanguages:
    def test_a_polish_question_is_answered_on_an_english_page(self, client: Client) -> None:
        make_event("Turniej w parku", title_en="Boules in the park")

        page = ask(client, "turniejami", "en")
        assert found(page) == ["Boules in the park"]

    def test_the_text_that_answers_says_its_language(self, client: Client) -> None:
        make_event(
            "Spotkanie", title_en="Meeting", summary_pl="Był turniej.", summary_en="Games were had."
        )

        passage = ask(client, "turnieje", "en").select_one(".find__passage")
        assert words(passage) == "Polish: Był turniej."
        assert attribute(passage.select_one("[lang]") if passage else None, "lang") == "pl"

    def test_a_text_that_stands_in_says_so_and_is_noted(self, client: Client) -> None:
        make_event("Turniej", title_en="", summary_en="")

        page = ask(client, "turniej", "en")
        title = page.select_one(".find__title .stand-in")
        assert attribute(title, "lang") == "pl"
        assert "Some texts on this page are available only in Polish." in main(page)


class TestQuestions:
    def test_a_phrase_is_found_where_it_stands_whole(self, client: Client) -> None:
        make_event("Park Kościuszki")
        make_event("Kościuszki park")

        assert found(ask(client, "„park kościuszki”")) == ["Park Kościuszki"]

    def test_a_minus_keeps_out_and_is_told(self, client: Client) -> None:
        make_event("Turniej w kule")
        make_event("Turniej szachowy")

        page = ask(client, "turniej -szachy -szachowy")
        assert found(page) == ["Turniej w kule"]
        assert "Bez słów: szachy, szachowy" in main(page)

    @pytest.mark.parametrize("question", ["1999", "lata 90.", "koncert 1998-1999", "the 1990s"])
    def test_a_year_is_read_as_a_date_and_told(self, client: Client, question: str) -> None:
        make_event("Koncert", date="1999-05")
        make_event("Koncert dawny", date="1989")

        page = ask(client, question)
        assert found(page) == ["Koncert"]
        assert "Odczytano jako datę:" in main(page)

    def test_words_beyond_the_most_are_told(self, client: Client) -> None:
        make_event("Koncert")

        page = ask(client, "koncert " * 16 + "potop")
        assert found(page) == ["Koncert"]
        assert "Szukano tylko pierwszych 16 słów, bez: potop" in main(page)

    def test_a_misspelt_word_is_put_right_in_the_open(self, client: Client) -> None:
        make_event("Turniej w parku")

        page = ask(client, "turniey w parku")
        assert "Nic nie znaleziono dla zapytania turniey w parku." in main(page)
        assert "Czy chodziło o turniej w parku?" in main(page)
        assert found(page) == ["Turniej w parku"]
        assert link(page, "turniej w parku") == "?q=turniej+w+parku"
        assert attribute(page.select_one("input[type=search]"), "value") == "turniey w parku"

    def test_nothing_found_leads_on_by_what_there_is(self, client: Client) -> None:
        make_series(name_pl="Turniej o puchar")

        page = ask(client, "qwxyz")
        assert "Nic nie znaleziono dla zapytania qwxyz." in main(page)
        assert "Czego jeszcze spróbować" in main(page)
        assert link(page, "Turniej o puchar") == "?q=Turniej+o+puchar"

    @pytest.mark.parametrize("question", ["", "   ", "-turniej", "„”", "***", "\0", "?!"])
    def test_a_question_for_nothing_shows_what_can_be_asked(
        self, client: Client, question: str
    ) -> None:
        make_series(name_pl="Turniej o puchar")

        page = ask(client, question)
        assert found(page) == []
        assert "Czego można szukać" in main(page)
        assert "Turniej o puchar" in main(page)

    def test_without_any_record_there_are_no_examples(self, client: Client) -> None:
        assert "Na przykład" not in main(ask(client, ""))

    def test_every_example_finds_something(self, client: Client) -> None:
        partnership = make_partnership(partner=make_place(local_name="Köln", local_language="de"))
        organisation = make_organisation()
        OrganisationName.objects.create(
            organisation=organisation, name_pl="ASEKA", name_en="ASEKA", used="1992"
        )
        make_event("Koncert w parku", partnerships=[partnership])
        make_series(name_pl="Turniej w bule")  # a number in it might be read as a year

        examples = ask(client, "").select(".facts a")
        assert len(examples) >= 6
        for each in examples:
            answer = read(client, "/pl/szukaj/" + attribute(each, "href"))
            assert found(answer), words(each)


class TestChoices:
    def test_they_count_what_was_found_and_lead_there_and_back(self, client: Client) -> None:
        sport = make_topic("sport")
        make_event("Turniej", date="1999", topics=[sport], kind="tournament")
        make_event("Turniej", date="2004")

        page = ask(client, "turniej")
        assert choices(page, "Temat") == {}
        assert set(choices(page, "Lata")) == {"1999 1", "2004 1"}
        assert set(choices(page, "Rodzaj wydarzenia")) == {"turniej 1", "wizyta 1"}
        narrowed = read(client, "/pl/szukaj/" + choices(page, "Lata")["1999 1"])
        assert len(found(narrowed)) == 1
        chosen = narrowed.select_one(".filters [aria-current]")
        assert words(chosen) == "1999 1 ×"
        assert attribute(chosen, "href") == "?q=turniej"

    def test_a_choice_is_kept_while_the_words_change(self, client: Client) -> None:
        make_event("Turniej", date="1999")

        kept = ask(client, "turniej", years="1999").select_one("form.search--large [name=years]")
        assert attribute(kept, "value") == "1999"

    def test_choices_alone_are_a_question(self, client: Client) -> None:
        make_event("Turniej", kind="tournament")
        make_event("Wizyta")

        assert found(ask(client, "", kind="tournament")) == ["Turniej"]

    @pytest.mark.parametrize(
        "choice",
        [
            {"topic": "nie-ma"},
            {"kind": "x" * 5000},
            {"language": "\0"},
            {"partnership": "a/b"},
            {"years": "33333"},
            {"type": "user"},
            {"page": "0"},
            {"page": "-1"},
            {"page": "99999999999"},
            {"page": "2"},
            {"page": "٣"},
        ],
    )
    def test_what_there_isn_t_is_not_found(self, client: Client, choice: dict[str, str]) -> None:
        make_event("Turniej")

        assert client.get("/pl/szukaj/", {"q": "turniej", **choice}).status_code == 404


class TestPages:
    def test_results_go_on_on_further_pages(self, client: Client) -> None:
        for number in range(21):
            make_event(f"Turniej {number}")

        first = ask(client, "turniej")
        assert len(found(first)) == 20
        assert "21 wyników" in main(first)
        assert "strona 1 z 2" in main(first)
        second = read(client, "/pl/szukaj/" + attribute(first.select_one("[rel=next]"), "href"))
        assert len(found(second)) == 1
        assert attribute(second.select_one("ol.found"), "start") == "21"
        assert attribute(second.select_one("[rel=prev]"), "href") == "?q=turniej"

    @pytest.mark.parametrize(
        ("language", "said"), [("pl", "ponad 2 wyniki"), ("en", "more than 2 records")]
    )
    def test_of_a_large_archive_they_say_that_there_is_more(
        self, client: Client, monkeypatch: pytest.MonkeyPatch, language: str, said: str
    ) -> None:
        monkeypatch.setattr(searching, "LARGE", 3)
        monkeypatch.setattr(searching, "MOST_OF_MANY", 2)
        for year in ("1994", "1999", "2014", "2019"):
            make_event(f"Turniej z {year}", title_en=f"Turniej of {year}", date=year)

        page = ask(client, "turniej", language)
        assert said in main(page)
        assert [title[-4:] for title in found(page)] == ["2019", "2014"]

    def test_answers_are_not_for_search_engines_and_the_page_is(self, client: Client) -> None:
        robots = "meta[name=robots]"
        assert attribute(ask(client, "turniej").select_one(robots), "content").startswith("noindex")
        assert not ask(client, "").select(robots)

    def test_every_page_has_the_field_once(self, client: Client) -> None:
        for path in ("/pl/", "/pl/organizacje/", "/pl/szukaj/", "/pl/nie-ma/"):
            page = BeautifulSoup(client.get(path).content, "html.parser")
            (form,) = page.select("form[role=search]")
            assert attribute(form, "action") == "/pl/szukaj/"
            field = form.select_one("input[name=q]")
            label = form.select_one(f"label[for={attribute(field, 'id')}]")
            assert words(label) == "Szukaj w kronice"

    def test_it_may_be_kept_for_everybody_until_something_changes(self, client: Client) -> None:
        response = client.get("/pl/szukaj/?q=turniej")

        assert "no-cache" in response["Cache-Control"]
        assert "Cookie" not in response.get("Vary", "")
        assert not response.cookies
