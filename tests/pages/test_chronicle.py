"""The whole chronicle of a partnership: every entry once, under its year; gaps; filters."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from events.models import Event, YearNote
from tests.factories import make_event, make_partnership, make_topic
from tests.pages.reading import attribute, link, main, read, titles, words
from tests.pages.records import Scene
from twinning.publishing.models import Status


def tell(scene: Scene, title: str, date: str, **given: object) -> Event:
    return make_event(title, title_en=title, date=date, partnerships=[scene.partnership], **given)


def note(scene: Scene, first: int, last: int, headline: str) -> None:
    YearNote.objects.create(
        partnership=scene.partnership,
        first_year=first,
        last_year=last,
        headline_pl=headline,
        headline_en=headline,
        status=Status.PUBLISHED,
    )


@pytest.fixture
def told(scene: Scene) -> Scene:
    """Sport here, sport there and on the network, culture there, and one that is nowhere."""
    sport, culture = make_topic("sport"), make_topic("kultura")
    tell(scene, "Mecz", "1994", topics=[sport], kind="tournament", place=scene.home)
    tell(scene, "Rewanż", "1995", topics=[sport], kind="tournament", place=scene.partner)
    tell(
        scene, "Transmisja", "1995-02", topics=[sport], kind="visit", online=True,
        place=scene.partner, also_in=[scene.home],
    )  # fmt: skip
    tell(scene, "Koncert", "1998", topics=[culture, sport], kind="concert", place=scene.partner)
    tell(scene, "List", "2001", kind="aid")
    return scene


def test_every_entry_stands_once_under_the_year_it_begins_in(client: Client, scene: Scene) -> None:
    tell(scene, "Dzień", "1994-06-12")
    tell(scene, "Rok", "1994")
    tell(scene, "Przełom", "1994-12-30/1995-01-02")
    tell(scene, "Później", "1995-03")

    page = read(client, scene.chronicle())
    assert titles(page) == ["Rok", "Dzień", "Przełom", "Później"]
    assert titles_under(page, 1994) == ["Rok", "Dzień", "Przełom"]
    assert titles_under(page, 1995) == ["Później"]


def titles_under(page: BeautifulSoup, year: int) -> list[str]:
    return [words(each) for each in page.select(f"#y{year} .entry__title")]


def test_an_entry_of_another_partnership_stands_elsewhere(client: Client, scene: Scene) -> None:
    tell(scene, "Nasza", "1994")
    make_event("Obca", date="1994", partnerships=[make_partnership(home=scene.home)])

    assert titles(read(client, scene.chronicle())) == ["Nasza"]


def test_the_anchor_of_an_entry_is_the_same_in_both_languages(client: Client, scene: Scene) -> None:
    event = tell(scene, "Wizyta", "1994")

    for language in ("pl", "en"):
        entry = read(client, scene.chronicle(language)).find(id=f"e{event.pk}")
        assert words(entry).startswith("1994")


def test_years_without_entries_show_as_gaps(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle())

    gaps = [words(gap) for gap in page.select(".chronicle-gap")]
    assert gaps == ["1996–1997: brak wpisów", "1999–2000: brak wpisów"]


def test_a_single_year_without_entries_is_no_range(client: Client, scene: Scene) -> None:
    tell(scene, "Przed", "1994")
    tell(scene, "Po", "1996")

    page = read(client, scene.chronicle("en"))
    assert [words(gap) for gap in page.select(".chronicle-gap")] == ["1995: no entries"]


def test_neighbouring_years_have_no_gap_between_them(client: Client, scene: Scene) -> None:
    tell(scene, "Przed", "1994")
    tell(scene, "Po", "1995")

    assert not read(client, scene.chronicle()).select(".chronicle-gap")


def test_years_that_a_filter_leaves_out_are_no_gaps(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle() + "?topic=sport")

    assert titles(page) == ["Mecz", "Rewanż", "Transmisja", "Koncert"]
    assert not page.select(".chronicle-gap")


def test_the_bars_count_every_year_from_the_first_to_the_last(client: Client, told: Scene) -> None:
    rows = read(client, told.chronicle()).select(".density__table tbody tr")

    assert [words(row) for row in rows] == [
        "1994 1", "1995 2", "1996 0", "1997 0", "1998 1", "1999 0", "2000 0", "2001 1",
    ]  # fmt: skip


def test_a_note_stands_at_its_year(client: Client, scene: Scene) -> None:
    tell(scene, "Wizyta", "1994")
    note(scene, 1994, 1994, "Rok umowy")

    section = read(client, scene.chronicle()).find(id="y1994")
    assert words(section).startswith("1994 Rok umowy")


def test_a_note_on_several_years_stands_once_and_names_them(client: Client, scene: Scene) -> None:
    for year in ("1997", "1998"):
        tell(scene, f"Wizyta {year}", year)
    note(scene, 1997, 1998, "Lata odbudowy")

    text = main(read(client, scene.chronicle()))
    assert text.count("Lata odbudowy, 1997–1998") == 1


def test_a_note_whose_first_year_has_no_entry_stands_at_the_next(
    client: Client, scene: Scene
) -> None:
    tell(scene, "Wizyta", "1998")
    note(scene, 1997, 1998, "Lata odbudowy")

    section = read(client, scene.chronicle()).find(id="y1998")
    assert "Lata odbudowy, 1997–1998" in words(section)


def test_an_unpublished_note_and_one_of_another_partnership_stay_away(
    client: Client, scene: Scene
) -> None:
    tell(scene, "Wizyta", "1994")
    note(scene, 1994, 1994, "Szkic")
    YearNote.objects.update(status=Status.DRAFT)
    YearNote.objects.create(
        partnership=make_partnership(), first_year=1994, last_year=1994, headline_pl="Obca",
        status=Status.PUBLISHED,
    )  # fmt: skip

    text = main(read(client, scene.chronicle()))
    assert "Szkic" not in text
    assert "Obca" not in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("topic=sport", ["Mecz", "Rewanż", "Transmisja", "Koncert"]),
        ("topic=kultura", ["Koncert"]),
        ("kind=tournament", ["Mecz", "Rewanż"]),
        ("place=home", ["Mecz", "Transmisja"]),
        ("place=partner", ["Rewanż", "Transmisja", "Koncert"]),
        ("place=online", ["Transmisja"]),
        ("topic=sport&kind=tournament", ["Mecz", "Rewanż"]),
        ("topic=sport&kind=tournament&place=partner", ["Rewanż"]),
        ("topic=kultura&place=partner", ["Koncert"]),
        ("topic=&kind=&place=", ["Mecz", "Rewanż", "Transmisja", "Koncert", "List"]),
        ("utm_source=poczta", ["Mecz", "Rewanż", "Transmisja", "Koncert", "List"]),
    ],
)
def test_filters_narrow_alone_and_together(
    client: Client, told: Scene, query: str, expected: list[str]
) -> None:
    assert titles(read(client, f"{told.chronicle()}?{query}")) == expected
    assert titles(read(client, f"{told.chronicle('en')}?{query}")) == expected


@pytest.mark.parametrize(
    "query",
    [
        "topic=nie-ma",
        "topic=sport'",
        "topic=%00",
        "topic=1",
        "kind=nie-ma",
        "kind=VISIT",
        "kind=wizyta",
        "place=katowice",
        "place=%F0%9F%8E%AA",
        "topic=sport&kind=nie-ma",
        "place=home&place=nie-ma",
    ],
)
def test_a_choice_that_does_not_exist_is_not_found(client: Client, told: Scene, query: str) -> None:
    read(client, f"{told.chronicle()}?{query}", status=404)


def test_each_choice_says_how_many_entries_it_leads_to(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle())

    for option in page.select(".filters__link"):
        found = titles(read(client, told.chronicle() + attribute(option, "href")))
        assert words(option).endswith(f" {len(found)}")


def test_beside_a_chosen_filter_the_others_count_what_both_lead_to(
    client: Client, told: Scene
) -> None:
    page = read(client, told.chronicle() + "?topic=sport&place=partner")

    for option in page.select(".filters__link:not([aria-current])"):
        found = titles(read(client, told.chronicle() + attribute(option, "href")))
        assert words(option).endswith(f" {len(found)}")


def test_a_filter_without_entries_is_not_offered(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle())

    offered = [words(option).rsplit(" ", 1)[0] for option in page.select(".filters__link")]
    assert "festiwal" not in [each.lower() for each in offered]
    assert len(offered) == 2 + 4 + 4


def test_a_chosen_filter_leads_back_and_keeps_the_others(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle() + "?topic=sport&place=partner")

    back = [attribute(chosen, "href") for chosen in page.select(".filters__link[aria-current]")]
    assert back == ["?place=partner", "?topic=sport"]


def test_the_last_chosen_filter_leads_to_the_whole_chronicle(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle() + "?topic=sport")

    back = attribute(page.select_one(".filters__link[aria-current]"), "href")
    assert back in (".", told.chronicle())


def test_a_filtered_chronicle_says_how_much_it_shows_and_leads_out(
    client: Client, told: Scene
) -> None:
    page = read(client, told.chronicle() + "?place=partner")

    assert "3 wpisy" in main(page)
    assert link(page, "Pokaż całą kronikę") == told.chronicle()


def test_where_nothing_matches_a_message_and_ways_back_stand(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle() + "?topic=kultura&kind=aid")

    assert titles(page) == []
    assert "Żaden wpis" in main(page)
    assert link(page, "Pokaż całą kronikę") == told.chronicle()
    back = [attribute(chosen, "href") for chosen in page.select(".filters__link[aria-current]")]
    assert back == ["?kind=aid", "?topic=kultura"]


def test_a_choice_that_no_entry_here_is_known_by_is_not_named(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle() + "?kind=festival")

    assert titles(page) == []
    assert "festiwal" not in main(page).lower()
    assert link(page, "Pokaż całą kronikę") == told.chronicle()


def test_a_filtered_chronicle_is_canonical_without_its_query(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle() + "?topic=sport&page=2")

    canonical = attribute(page.select_one("link[rel=canonical]"), "href")
    assert canonical == f"http://testserver{told.chronicle()}"
    for alternate in page.select("link[rel=alternate]"):
        assert "?" not in attribute(alternate, "href")


def test_the_language_switch_keeps_the_filter_and_nothing_else(client: Client, told: Scene) -> None:
    page = read(client, told.chronicle() + "?topic=sport&kind=&ref=poczta")

    english = link(page, "English")
    assert english == told.chronicle("en") + "?topic=sport"
    assert titles(read(client, english)) == ["Mecz", "Rewanż", "Transmisja", "Koncert"]


def test_a_chronicle_without_entries_says_so(client: Client, scene: Scene) -> None:
    page = read(client, scene.chronicle())

    assert "Niczego tu jeszcze nie opublikowano." in main(page)
    assert not page.select(".density, .filters")


@pytest.mark.parametrize(
    "path",
    [
        "/pl/kolonia/katowice/historia/",
        "/pl/katowice/nie-ma/historia/",
        "/pl/katowice/kolonia/history/",
        "/en/katowice/kolonia/history/",
    ],
)
def test_a_pair_that_is_no_partnership_in_this_language_is_not_found(
    client: Client, scene: Scene, path: str
) -> None:
    read(client, path, status=404)
