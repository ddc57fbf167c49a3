"""The versions of an entry at the addresses that are cited."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from events.addresses import citation_address, version_address
from tests import factories as make
from tests.citing.reading import banner, spread_out, version
from tests.history.records import keep, save
from tests.pages.reading import attribute, main, read, words
from twinning.publishing import lifecycle
from twinning.publishing.history import note_action
from twinning.publishing.models import Action
from twinning.publishing.public_states import states_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(db: None) -> Any:
    """With two versions, a day apart."""
    event = make.make_event("Dawny tytuł", title_en="An old title")
    keep(event, Action.ADDED)
    save(event, title_pl="Nowy tytuł", title_en="A new title")
    spread_out(event)
    return event


def heading(client: Client, event: Any, number: int) -> str:
    return words(version(client, event, number).h1)


class TestAnEarlierVersion:
    def test_says_what_was_published_then(self, client: Client, event: Any) -> None:
        assert heading(client, event, 1) == "Dawny tytuł"
        assert heading(client, event, 2) == "Nowy tytuł"

    def test_says_that_it_is_old_from_when_to_when_and_what_stands_now(
        self, client: Client, event: Any
    ) -> None:
        page = version(client, event, 1)

        told = banner(page)
        assert "Wcześniejsza wersja 1" in told
        assert "od 3 maja 2020 r. do 4 maja 2020 r." in told
        assert attribute(page.select_one(".version a"), "href") == event.get_absolute_url()

    def test_tells_a_change_of_the_same_day_with_its_hours(
        self, client: Client, event: Any
    ) -> None:
        save(event, title_pl="Jeszcze nowszy")
        spread_out(event)
        last = event_entries(event)[-1]
        last.moment = last.public_from = datetime(2020, 5, 4, 13, 30, tzinfo=UTC)
        last.save()

        assert "od 4 maja 2020 r., 14:00:00 do 4 maja 2020 r., 15:30:00" in banner(
            version(client, event, 2)
        )

    def test_shows_word_by_word_what_has_changed_since(self, client: Client, event: Any) -> None:
        page = version(client, event, 1)

        changes = page.select_one(".changes")
        assert changes
        assert [words(each) for each in changes.select("del")] == ["[usunięto: Dawny ]"]
        assert [words(each) for each in changes.select("ins")] == ["[dodano: Nowy ]"]
        assert "An old title" not in words(changes)
        assert "Tytuł (angielski)" in words(changes)

    def test_is_kept_out_of_search_engines_for_the_sake_of_the_current_page(
        self, client: Client, event: Any
    ) -> None:
        page = version(client, event, 1)

        assert attribute(page.select_one("meta[name=robots]"), "content") == "noindex"
        canonical = attribute(page.select_one("link[rel=canonical]"), "href")
        assert canonical == f"http://testserver{event.get_absolute_url()}"
        assert not page.select("link[hreflang]")

    def test_is_there_in_the_other_language(self, client: Client, event: Any) -> None:
        with override("en"):
            assert heading(client, event, 1) == "An old title"
            assert "Earlier version 1" in banner(version(client, event, 1))

    def test_shows_the_source_language_where_the_translation_came_later(
        self, client: Client
    ) -> None:
        event: Any = make.make_event("Tytuł", title_en="", slug_en="title")
        keep(event)
        save(event, title_en="A title")

        with override("en"):
            page = version(client, event, 1)
            assert attribute(page.select_one("h1 .stand-in"), "lang") == "pl"
            assert "available only in Polish" in main(page)
            assert attribute(page.select_one(".cite__plain .stand-in"), "lang") == "pl"
            assert not version(client, event, 2).select("h1 .stand-in")

    def test_keeps_its_address_when_the_entry_moves(self, client: Client, event: Any) -> None:
        cited = version_address(event, 1)
        save(event, slug_pl="calkiem-nowy-adres", date="1995")

        response = client.get(cited, follow=True)

        assert [status for _address, status in response.redirect_chain] == [301]
        assert response.redirect_chain[0][0] == version_address(event, 1)
        assert "Dawny tytuł" in response.content.decode()

    def test_leads_from_a_wrong_year_to_the_right_one(self, client: Client, event: Any) -> None:
        response = client.get(version_address(event, 1).replace("1994", "1993"))

        assert (response.status_code, response["Location"]) == (301, version_address(event, 1))

    def test_leads_to_the_chronicle_in_which_the_entry_stands_today(self, client: Client) -> None:
        partnership = make.make_partnership()
        event: Any = make.make_event(date="1993", partnerships=[partnership])
        keep(event)
        save(event, date="1995")

        page = version(client, event, 1)

        for link in page.select("main a[href], nav a[href]"):
            assert client.get(attribute(link, "href")).status_code == 200, link


class TestTheCurrentVersion:
    def test_says_so_and_is_the_page_as_it_stands(self, client: Client, event: Any) -> None:
        page = version(client, event, 2)

        assert banner(page).startswith("Wersja 2 – obowiązuje od 4 maja 2020 r.")
        assert not page.select(".changes")
        canonical = attribute(page.select_one("link[rel=canonical]"), "href")
        assert canonical == f"http://testserver{event.get_absolute_url()}"

    def test_is_cited_on_the_page_itself(self, client: Client, event: Any) -> None:
        cited = read(client, event.get_absolute_url()).select_one(".cite__plain")

        assert words(cited).endswith(f"http://testserver{version_address(event, 2)}")

    def test_all_are_listed_the_latest_first(self, client: Client, event: Any) -> None:
        page = read(client, citation_address(event))

        names = page.select(".register__name")
        assert [words(each) for each in names] == ["Wersja 2", "Wersja 1"]
        assert [attribute(each, "href") for each in names] == [
            version_address(event, 2),
            version_address(event, 1),
        ]


class TestNumbers:
    @pytest.mark.parametrize("number", ["3", "0", "-1", "9999999999999999999", "1.0", "07", "x"])
    def test_of_no_version_are_not_found(self, client: Client, event: Any, number: str) -> None:
        address = version_address(event, 1).replace("wersja/1/", f"wersja/{number}/")

        assert client.get(address).status_code == 404
        assert client.get(f"{address}bibtex/").status_code == 404

    def test_another_entry_has_its_own(self, client: Client, event: Any) -> None:
        other = make.make_event()
        keep(other)

        assert client.get(version_address(other, 2)).status_code == 404

    def test_count_neither_drafts_nor_reviews_nor_what_was_only_noted(self, client: Client) -> None:
        event: Any = make.make_event("Szkic", status="draft")
        keep(event, Action.ADDED)
        save(event, title_pl="Lepszy szkic")
        lifecycle.take(lifecycle.SUBMIT, event, user=None)
        lifecycle.take(lifecycle.PUBLISH, event, user=None)
        note_action(event, Action.SUBMITTED)
        note_action(event, Action.DISCARDED)
        save(event, title_pl="Poprawka")

        assert [state.number for state in states_of(event)] == [1, 2]
        assert heading(client, event, 1) == "Lepszy szkic"
        assert "Szkic" not in main(version(client, event, 1))

    def test_go_on_after_an_archive(self, client: Client, event: Any) -> None:
        lifecycle.take(lifecycle.ARCHIVE, event, user=None)
        save(event, title_pl="W archiwum")
        lifecycle.take(lifecycle.PUBLISH, event, user=None)
        spread_out(event)

        assert [state.number for state in states_of(event)] == [1, 2, 3]
        told = banner(version(client, event, 2))
        assert "od 4 maja 2020 r. do 5 maja 2020 r." in told  # not until it was published again

    def test_a_plan_makes_a_version_when_its_hour_has_come(self, client: Client) -> None:
        tomorrow = timezone.now() + timedelta(days=1)
        event: Any = make.make_event("Plan", status="draft", publish_at=tomorrow)
        lifecycle.take(lifecycle.PUBLISH, event, user=None)
        assert states_of(event) == []
        save(event, title_pl="Plan poprawiony")
        assert client.get(version_address(event, 1)).status_code == 404

        the_hour_comes(event)

        assert [state.number for state in states_of(event)] == [1]
        assert heading(client, event, 1) == "Plan poprawiony"

    def test_tell_nothing_of_a_plan_to_take_it_away(self, client: Client) -> None:
        event: Any = make.make_event(unpublish_at=timezone.now() + timedelta(days=800))
        keep(event)

        assert states_of(event)[0].until is None
        assert str(event.unpublish_at.year) not in main(version(client, event, 1))

    def test_stay_when_old_revisions_are_thinned_out(self, client: Client, event: Any) -> None:
        from reversion.models import Revision

        save(event, title_pl="Trzeci")
        Revision.objects.filter(pk=states_of(event)[0].revision).delete()

        assert client.get(version_address(event, 1)).status_code == 404
        assert heading(client, event, 2) == "Nowy tytuł"
        listed = read(client, citation_address(event)).select(".register__name")
        assert [words(each) for each in listed] == ["Wersja 3", "Wersja 2"]


def test_an_entry_without_a_history_is_cited_by_its_own_address(client: Client) -> None:
    event = make.make_event()

    page = read(client, event.get_absolute_url())

    assert words(page.select_one(".cite__plain")).endswith(
        f"http://testserver{event.get_absolute_url()}"
    )
    assert not page.select(".cite__formats a[download]")
    assert client.get(version_address(event, 1)).status_code == 404


def the_hour_comes(event: Any) -> None:
    """Its plan was for an hour ago, and so is what is known of it."""
    hour = timezone.now() - timedelta(hours=1)
    type(event).objects.filter(pk=event.pk).update(publish_at=hour, published_at=hour)
    for entry in event_entries(event):
        entry.moment -= timedelta(days=2)
        entry.public_from = entry.public_from and hour
        entry.save()


def event_entries(event: Any) -> list[Any]:
    from twinning.publishing.models import AuditEntry

    return list(AuditEntry.objects.of(event).order_by("pk"))
