"""Choosing, ordering, waiting for and fetching a booklet, as a visitor without cookies does."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from events.booklet import orders
from events.models import BookletOrder, Event
from tests import factories as make
from tests.pages.reading import attribute, read, words
from tests.pages.records import Scene
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db

PAGE = "/pl/katowice/kolonia/broszura/"
ORDER = f"{PAGE}zamowienie/"
CHOICE = {"first": "1994", "last": "1994", "language": "pl", "format": "epub"}
QUERY = "?first=1994&last=1994&language=pl&format=epub"
FILE = f"{PAGE}1994-1994.pl.epub"
SITE = "http://testserver"


@pytest.fixture(autouse=True)
def first_of_the_hour() -> None:
    """The limit counts in the cache, which outlives a test."""
    cache.clear()


def order(client: Client, **given: str) -> Any:
    return client.post(ORDER, {**CHOICE, **given})


def told(client: Client, query: str = QUERY, status: int = 200) -> str:
    response = client.get(PAGE + query)
    assert response.status_code == status
    return response.content.decode()


class TestChoosing:
    def test_offers_the_years_that_tell_something(self, client: Client, scene: Scene) -> None:
        make.make_event(date="1888", partnerships=[scene.partnership], status=Status.DRAFT)
        make.make_event(date="2001", partnerships=[scene.partnership])

        page = read(client, PAGE)

        for name in ("first", "last"):
            years = [words(each) for each in page.select(f"select[name={name}] option")]
            assert years == ["1994", "2001"]
        languages = [words(each) for each in page.select("select[name=language] option")]
        assert languages == ["Polski", "English", "Polski + English"]
        chosen = [attribute(each, "value") for each in page.select("option[selected]")]
        assert chosen == ["1994", "2001", "pl", "pdf"]

    def test_is_led_to_from_the_chronicle(self, client: Client, scene: Scene) -> None:
        assert read(client, scene.chronicle()).select_one(f'a[href="{PAGE}"]')

    def test_of_an_empty_chronicle_says_that_there_is_nothing(self, client: Client) -> None:
        home = make.make_place("katowice", is_home=True)
        make.make_partnership(home=home, partner=make.make_place("kolonia"))

        assert "Niczego tu jeszcze nie opublikowano" in words(read(client, PAGE).main)
        assert order(client).status_code == 400

    def test_of_a_partnership_that_is_not_public_there_is_none(
        self, client: Client, scene: Scene
    ) -> None:
        scene.partnership.status = Status.ARCHIVED
        scene.partnership.save()

        for response in (client.get(PAGE), order(client), client.get(FILE)):
            assert response.status_code == 404

    @pytest.mark.parametrize(
        ("given", "complaint"),
        [
            ({"first": "1900"}, "1900"),
            ({"last": "rok"}, "rok"),
            ({"language": "de"}, "de"),
            ({"format": "docx"}, "docx"),
            ({"first": ""}, "To pole jest wymagane"),
        ],
    )
    def test_a_wrong_choice_is_refused_in_words(
        self, client: Client, scene: Scene, given: dict[str, str], complaint: str
    ) -> None:
        response = order(client, **given)

        assert response.status_code == 400
        assert complaint in response.content.decode()
        assert "errorlist" in response.content.decode()
        assert not BookletOrder.objects.exists()
        assert client.get(PAGE, {**CHOICE, **given}).status_code == 400

    def test_the_first_year_may_not_come_after_the_last(self, client: Client, scene: Scene) -> None:
        make.make_event(date="2001", partnerships=[scene.partnership])

        response = order(client, first="2001", last="1994")

        assert response.status_code == 400
        assert "Ostatni rok nie może być wcześniejszy" in response.content.decode()

    def test_more_than_a_booklet_holds_is_refused(
        self, client: Client, scene: Scene, settings: Settings
    ) -> None:
        settings.BOOKLET_ENTRIES = 3
        assert order(client).status_code == 303
        assert order(client, language="pl-en").status_code == 400


class TestWaiting:
    def test_an_order_leads_to_its_page_and_sets_no_cookie(
        self, client: Client, scene: Scene
    ) -> None:
        response = order(client)

        assert (response.status_code, response["Location"]) == (303, PAGE + QUERY)
        assert not response.cookies
        page = client.get(response["Location"])
        assert page["Refresh"] == "3"
        assert "no-store" in page["Cache-Control"]
        assert "Jest pierwsza w\u00a0kolejce" in page.content.decode()

    def test_works_for_who_brings_no_token(self, scene: Scene) -> None:
        assert order(Client(enforce_csrf_checks=True)).status_code == 303

    def test_who_likes_may_look_again_by_hand(self, client: Client, scene: Scene) -> None:
        order(client)
        response = client.get(f"{PAGE}{QUERY}&pause=1")

        assert "Refresh" not in response
        assert "Sprawdź ponownie" in response.content.decode()

    def test_tells_the_step_and_what_is_before_it(self, client: Client, scene: Scene) -> None:
        order(client)
        first = BookletOrder.objects.get()
        order(client, format="pdf")

        assert "Przed nią jest 1 broszura" in told(client, QUERY.replace("epub", "pdf"))
        first.is_taken_by_me(1)
        first.note("photographs")
        page = read(client, PAGE + QUERY)
        assert words(page.select_one("[aria-current=step]")) == "Przygotowywanie fotografii …"

    def test_costs_the_same_however_many_wait(
        self, client: Client, scene: Scene, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        order(client)
        for formats in (["epub"], ["pdf"]):
            for each in formats:
                order(client, format=each)
            client.get(PAGE + QUERY)
            with django_assert_num_queries(10):
                client.get(PAGE + QUERY)

    def test_a_get_of_the_order_leads_to_the_choice(self, client: Client, scene: Scene) -> None:
        response = client.get(ORDER)

        assert (response.status_code, response["Location"]) == (302, PAGE)
        assert not BookletOrder.objects.exists()

    def test_says_in_words_what_went_wrong_and_lets_try_again(
        self, client: Client, scene: Scene
    ) -> None:
        order(client)
        BookletOrder.objects.update(state="failed", fault="refused")

        page = told(client)
        assert "Nie udało się złożyć stron" in page
        assert "Spróbuj ponownie" in page
        assert order(client).status_code == 303
        assert BookletOrder.objects.get().state == "waiting"


class TestLimits:
    def test_the_thirteenth_order_of_an_hour_waits(self, client: Client, scene: Scene) -> None:
        for _ in range(12):
            assert order(client).status_code == 303
            BookletOrder.objects.all().delete()

        response = order(client)

        assert response.status_code == 429
        assert response["Retry-After"] == "3600"
        assert "Następną można zamówić za godzinę" in response.content.decode()

    def test_what_is_made_or_waits_can_be_asked_for_any_number_of_times(
        self, client: Client, scene: Scene
    ) -> None:
        assert {order(client).status_code for _ in range(20)} == {303}

    def test_a_full_queue_says_when_to_come_again(
        self, client: Client, scene: Scene, settings: Settings
    ) -> None:
        settings.BOOKLET_QUEUE = 1
        order(client, format="pdf")

        response = order(client)

        assert response.status_code == 503
        assert response["Retry-After"] == "120"
        assert "Wiele broszur czeka" in response.content.decode()


class TestFetching:
    @pytest.fixture
    def made(self, client: Client, scene: Scene) -> BookletOrder:
        order(client)
        orders.work()
        return BookletOrder.objects.get()

    def test_the_link_names_format_size_and_date(self, client: Client, made: BookletOrder) -> None:
        link = read(client, PAGE + QUERY).select_one(f'main a[href="{FILE}"]')

        day = timezone.localdate()
        assert "EPUB, " in words(link)
        assert "KB, " in words(link)
        assert f"{day.day} " in words(link)
        assert str(day.year) in words(link)

    def test_gives_the_file_under_a_name_that_says_what_it_is(
        self, client: Client, made: BookletOrder
    ) -> None:
        BookletOrder.objects.update(used_at=timezone.now() - timedelta(days=9))
        response: Any = client.get(FILE)

        assert response.getvalue().startswith(b"PK")
        assert response["Content-Type"] == "application/epub+zip"
        named = 'attachment; filename="katowice-kolonia-1994.pl.epub"'
        assert response["Content-Disposition"] == named
        assert response["X-Robots-Tag"] == "noindex"
        made.refresh_from_db()
        assert made.used_at is not None
        assert made.used_at > timezone.now() - timedelta(minutes=1)

    def test_gives_none_that_tells_what_is_no_longer_public(
        self, client: Client, made: BookletOrder
    ) -> None:
        event = Event.objects.filter(partnerships=made.partnership).earliest("pk")
        make.make_event(date="1994", partnerships=[made.partnership])
        event.status = Status.ARCHIVED
        event.save()

        response = client.get(FILE)

        assert (response.status_code, response["Location"]) == (302, PAGE + QUERY)
        assert "kronika się zmieniła" in told(client)

    def test_of_what_was_never_made_leads_to_where_it_can_be(
        self, client: Client, scene: Scene
    ) -> None:
        assert client.get(FILE)["Location"] == PAGE + QUERY
        assert "jeszcze nie przygotowano" in told(client)

    def test_a_lost_file_leads_there_too(self, client: Client, made: BookletOrder) -> None:
        made.file.storage.delete(str(made.file.name))

        assert client.get(FILE)["Location"] == PAGE + QUERY
        assert "jeszcze nie przygotowano" in told(client)

    @pytest.mark.parametrize(
        "name", ["1994-1994.de.pdf", "1994-1994.pl.docx", "1900-1994.pl.pdf", "0000-9999.pl.pdf"]
    )
    def test_of_no_choice_there_is_none(self, client: Client, scene: Scene, name: str) -> None:
        assert client.get(PAGE + name).status_code == 404

    def test_staff_get_what_everybody_gets(
        self, client: Client, made: BookletOrder, scene: Scene
    ) -> None:
        make.make_event(
            date="1994", title_pl="Zatajone", partnerships=[scene.partnership], status=Status.DRAFT
        )
        client.force_login(make.make_user(role="superuser"))

        assert b"Zatajone" not in client.get(PAGE + QUERY).content
        order(client, format="pdf")
        assert orders.work() == 1
        assert BookletOrder.objects.filter(state="done").count() == 2
