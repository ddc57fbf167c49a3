"""The page of a year as it was at the moments that are cited."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from events.addresses import state_address, year_address
from events.models import YearNote
from tests import factories as make
from tests.citing.reading import FIRST, banner, citation_of_year, moments, spread_out, state
from tests.history.records import keep, save
from tests.pages.reading import attribute, main, read, titles, words
from twinning.publishing import lifecycle
from twinning.publishing.models import Action
from twinning.publishing.public_states import states_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership(db: None) -> Any:
    return make.make_partnership(
        home=make.make_place("katowice", is_home=True), partner=make.make_place("lyon")
    )


@pytest.fixture
def event(partnership: Any) -> Any:
    """Added on the third of May 2020 and changed on the fourth."""
    event = make.make_event("Dawny tytuł", partnerships=[partnership])
    keep(event, Action.ADDED)
    save(event, title_pl="Nowy tytuł")
    spread_out(event)
    return event


def later(partnership: Any, title: str, days: int, **given: Any) -> Any:
    """An entry that came some days after the first."""
    event = make.make_event(title, partnerships=[partnership], **given)
    keep(event, Action.ADDED)
    spread_out(event, FIRST + timedelta(days=days))
    return event


def test_an_entry_changed_since_stands_in_its_old_wording_and_says_so(
    client: Client, partnership: Any, event: Any
) -> None:
    page = state(client, partnership, FIRST)

    assert titles(page) == ["Dawny tytuł"]
    remark = page.select_one(".entry__remark")
    assert words(remark) == "brzmienie z wersji 1, później zmienione"
    address = attribute(remark and remark.a, "href")
    assert "Dawny tytuł" in main(read(client, address))


def test_an_entry_that_came_later_is_left_out(client: Client, partnership: Any, event: Any) -> None:
    later(partnership, "Późniejszy", 5)

    assert titles(state(client, partnership, FIRST + timedelta(days=1))) == ["Nowy tytuł"]
    both = titles(state(client, partnership, FIRST + timedelta(days=5)))
    assert both == ["Nowy tytuł", "Późniejszy"]


def test_entries_stand_in_the_order_of_their_dates_then(
    client: Client, partnership: Any, event: Any
) -> None:
    other = later(partnership, "Inny", 0, date="1994-01")
    save(other, date="1994-12")
    spread_out(other)

    assert titles(state(client, partnership, FIRST)) == ["Inny", "Dawny tytuł"]


def test_what_has_moved_to_another_year_still_stands_in_the_one_it_left(
    client: Client, partnership: Any, event: Any
) -> None:
    later(partnership, "Zostaje", 0)
    save(event, date="1995")
    spread_out(event)

    assert titles(state(client, partnership, FIRST)) == ["Dawny tytuł", "Zostaje"]
    gone = FIRST + timedelta(days=2)
    assert titles(state(client, partnership, gone)) == ["Zostaje"]
    assert moments(partnership, 1995) == [gone]


def test_what_has_moved_to_another_partnership_too(
    client: Client, partnership: Any, event: Any
) -> None:
    later(partnership, "Zostaje", 0)
    event.partnerships.set([make.make_partnership()])
    save(event)
    spread_out(event)

    assert "Dawny tytuł" in titles(state(client, partnership, FIRST))
    assert titles(state(client, partnership, FIRST + timedelta(days=2))) == ["Zostaje"]


def test_an_entry_begun_earlier_stands_where_it_went_on(
    client: Client, partnership: Any, event: Any
) -> None:
    later(partnership, "Program", 0, date="1992/1996")
    later(partnership, "Bez końca", 0, date="1992/..")

    page = state(client, partnership, FIRST + timedelta(days=1))

    names = [words(each) for each in page.select(".register__name")]
    assert names == ["Program"]


def test_notes_on_the_year_stand_as_they_were(client: Client, partnership: Any, event: Any) -> None:
    note = YearNote.objects.create(
        partnership=partnership, first_year=1993, last_year=1995, headline_pl="Dawny nagłówek",
        status="published",
    )  # fmt: skip
    keep(note)
    save(note, headline_pl="Nowy nagłówek")
    spread_out(note)

    assert "Dawny nagłówek" in main(state(client, partnership, FIRST))
    assert "Nowy nagłówek" in main(state(client, partnership, FIRST + timedelta(days=1)))


def test_it_says_that_it_is_old_and_what_stands_now(
    client: Client, partnership: Any, event: Any
) -> None:
    page = state(client, partnership, FIRST)

    assert "Wcześniejszy stan, z 3 maja 2020 r., 14:00:00" in banner(page)
    assert "od 3 maja 2020 r. do 4 maja 2020 r." in banner(page)
    canonical = attribute(page.select_one("link[rel=canonical]"), "href")
    assert canonical == f"http://testserver{year_address(partnership, 1994)}"
    assert attribute(page.select_one("meta[name=robots]"), "content") == "noindex"


def test_the_state_that_stands_says_so(client: Client, partnership: Any, event: Any) -> None:
    page = state(client, partnership, FIRST + timedelta(days=1))

    assert banner(page).startswith("Stan z 4 maja 2020 r., 14:00:00 – od tego czasu nic")
    assert not page.select(".entry__remark")


def test_the_page_is_cited_by_its_last_change(client: Client, partnership: Any, event: Any) -> None:
    page = citation_of_year(client, partnership)

    address = state_address(partnership, 1994, FIRST + timedelta(days=1))
    assert words(page.select_one(".cite__plain")).endswith(f"http://testserver{address}")
    listed = [attribute(each, "href") for each in page.select(".register__name")]
    assert listed == [address, state_address(partnership, 1994, FIRST)]


def test_what_went_away_changed_the_page_as_well(
    client: Client, partnership: Any, event: Any
) -> None:
    other = later(partnership, "Odejdzie", 0)
    lifecycle.take(lifecycle.ARCHIVE, other, user=None)
    spread_out(other)
    last = states_of(other)[-1].until
    assert last

    assert moments(partnership)[-1] == last
    assert titles(state(client, partnership, last)) == ["Nowy tytuł"]


def test_any_other_moment_leads_to_the_state_that_stood(
    client: Client, partnership: Any, event: Any
) -> None:
    response = client.get(state_address(partnership, 1994, FIRST + timedelta(hours=5)))

    assert response.status_code == 302
    assert response["Location"] == state_address(partnership, 1994, FIRST)


@pytest.mark.parametrize(
    "moment",
    [
        "2020-05-03T115959Z",  # before the first entry
        "1994-01-01T000000Z",
        "0000-00-00T000000Z",
        "0001-01-01T000000Z",
        "2020-13-01T000000Z",
        "2020-05-03T246060Z",
        "2020-05-03",
        "2020-05-03T12:00:00Z",
        "2020-05-03T120000",
        "20200503T120000Z",
        "9999-12-31T235959Z",
        "2020-05-03T120000Z%00",
        "now",
    ],
)
def test_a_moment_without_a_page_is_not_found(
    client: Client, partnership: Any, event: Any, moment: str
) -> None:
    address = f"{year_address(partnership, 1994)}stan/{moment}/"

    assert client.get(address).status_code == 404
    assert client.get(f"{address}ris/").status_code == 404


def test_the_future_is_not_found(client: Client, partnership: Any, event: Any) -> None:
    moment = timezone.now() + timedelta(minutes=2)

    assert client.get(state_address(partnership, 1994, moment)).status_code == 404


def test_a_year_or_a_partnership_that_never_was_is_not_found(
    client: Client, partnership: Any, event: Any
) -> None:
    assert client.get(state_address(partnership, 1993, FIRST)).status_code == 404
    assert client.get(f"{year_address(partnership, 1993)}cytowanie/").status_code == 404
    other = make.make_partnership()
    assert client.get(state_address(other, 1994, FIRST)).status_code == 404


def test_entries_without_a_history_leave_only_the_page_to_cite(
    client: Client, partnership: Any, event: Any
) -> None:
    make.make_event(partnerships=[partnership])

    page = citation_of_year(client, partnership)

    cited = words(page.select_one(".cite__plain"))
    assert cited.endswith(f"http://testserver{year_address(partnership, 1994)}")
    assert not page.select("pre, .register")


def test_a_year_that_is_told_no_more_leads_to_the_chronicle(
    client: Client, partnership: Any, event: Any
) -> None:
    save(event, date="1995")
    spread_out(event)

    page = state(client, partnership, FIRST)

    assert titles(page) == ["Dawny tytuł"]
    assert leads_on(client, page)


def test_its_address_follows_the_cities(client: Client, partnership: Any, event: Any) -> None:
    cited = state_address(partnership, 1994, FIRST)
    save(partnership.partner, slug_pl="lugdunum")

    response = client.get(cited, follow=True)

    assert response.redirect_chain == [(cited.replace("lyon", "lugdunum"), 301)]
    assert "Dawny tytuł" in response.content.decode()


def test_two_changes_in_one_second_are_one_state(
    client: Client, partnership: Any, event: Any
) -> None:
    brief: datetime = FIRST + timedelta(days=1, microseconds=5)
    other = later(partnership, "Zaraz potem", 0)
    spread_out(other, brief)

    known = moments(partnership)

    assert known == [FIRST, FIRST + timedelta(days=1), FIRST + timedelta(days=1, seconds=1)]
    assert titles(state(client, partnership, known[-1])) == ["Nowy tytuł", "Zaraz potem"]


def leads_on(client: Client, page: BeautifulSoup) -> bool:
    links = [attribute(each, "href") for each in page.select("main a[href]")]
    return all(client.get(link, follow=True).status_code == 200 for link in links)
