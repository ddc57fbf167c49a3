"""Planned publication is decided when a page is read, by Warsaw's clock, clock changes included."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from events.models import Event
from tests import factories as make
from tests.admin.forms import opened
from tests.editing.addresses import ADD, page

SignIn = Callable[..., Client]
WARSAW = ZoneInfo("Europe/Warsaw")


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    with mock.patch.object(timezone, "now", return_value=moment):
        yield


def status_of(event: Any) -> int:
    return Client().get(event.get_absolute_url()).status_code


def planned(**moments: Any) -> Any:
    return make.make_event(**moments)


# The nights of 2027 in which Warsaw's clocks change, and an ordinary one; 0:00 and the two sides.
NIGHTS = {
    "ordinary": datetime(2027, 6, 1, 0, 0, tzinfo=WARSAW),
    "to summer time": datetime(2027, 3, 28, 0, 0, tzinfo=WARSAW),
    "to winter time": datetime(2027, 10, 31, 0, 0, tzinfo=WARSAW),
    "after the change to summer time": datetime(2027, 3, 29, 0, 0, tzinfo=WARSAW),
    "after the change to winter time": datetime(2027, 11, 1, 0, 0, tzinfo=WARSAW),
}


@pytest.mark.django_db
@pytest.mark.parametrize("midnight", NIGHTS.values(), ids=NIGHTS)
def test_an_entry_appears_at_the_planned_midnight_and_not_a_second_before(
    midnight: datetime,
) -> None:
    event = planned(publish_at=midnight)

    with clock_at(midnight.astimezone(UTC) - timedelta(seconds=1)):
        assert status_of(event) == 404
    with clock_at(midnight.astimezone(UTC)):
        assert status_of(event) == 200


@pytest.mark.django_db
@pytest.mark.parametrize("midnight", NIGHTS.values(), ids=NIGHTS)
def test_an_entry_disappears_at_the_planned_midnight(midnight: datetime) -> None:
    event = planned(unpublish_at=midnight)

    with clock_at(midnight.astimezone(UTC) - timedelta(seconds=1)):
        assert status_of(event) == 200
    with clock_at(midnight.astimezone(UTC)):
        assert status_of(event) == 404


@pytest.mark.django_db
def test_between_two_midnights_of_a_clock_change_lie_23_hours() -> None:
    first, second = datetime(2027, 3, 28, tzinfo=WARSAW), datetime(2027, 3, 29, tzinfo=WARSAW)
    event = planned(publish_at=first, unpublish_at=second)
    begin = first.astimezone(UTC)

    seen = []
    for hour in range(-1, 25):
        with clock_at(begin + timedelta(hours=hour)):
            seen.append(status_of(event) == 200)

    assert seen.count(True) == 23


@pytest.mark.django_db
def test_a_planned_entry_is_absent_from_every_list_until_its_hour(client: Client) -> None:
    partnership = make.make_partnership()
    now = timezone.now()
    make.make_event(partnerships=[partnership], date="1994")
    make.make_event("Jutrzejszy", partnerships=[partnership], date="1994", publish_at=now + DAY)
    chronicle = f"{partnership.get_absolute_url()}historia/"
    pages = ["/pl/", chronicle, f"{partnership.get_absolute_url()}1994/", "/sitemap.xml"]

    for address in [*pages, "/pl/dane/wydarzenia.json"]:
        answer: Any = client.get(address)
        assert "Jutrzejszy" not in answer.getvalue().decode(), address
    with clock_at(now + DAY):
        assert "Jutrzejszy" in client.get(chronicle).content.decode()


DAY = timedelta(days=1)


@pytest.mark.django_db
def test_no_cache_may_keep_a_page_past_a_planned_hour(client: Client) -> None:
    event = planned(unpublish_at=timezone.now() + DAY)

    assert client.get(event.get_absolute_url()).headers["Cache-Control"] == "no-cache"


@pytest.fixture
def publisher(db: None) -> Client:
    client = Client()
    client.force_login(make.make_user(role="publisher"))
    return client


def plan(client: Client, event: Any, day: str, time: str) -> Any:
    data = opened(client, page(event)) | {"publish_at": f"{day}T{time}"}
    return client.post(page(event), data | {"_publish": "1"})


def complaints(response: Any) -> str:
    html = BeautifulSoup(response.content.decode(), "html.parser")
    return " ".join(found.get_text(" ", strip=True) for found in html.select(".errorlist"))


def test_the_hour_typed_is_warsaws(publisher: Client) -> None:
    event: Any = make.make_event(status="draft")

    assert plan(publisher, event, "2027-07-01", "00:00").status_code == 302

    event.refresh_from_db()
    assert event.publish_at == datetime(2027, 6, 30, 22, 0, tzinfo=UTC)
    assert event.is_scheduled
    assert event.published_at == event.publish_at


@pytest.mark.parametrize(
    ("day", "time"),
    [("2027-03-28", "02:30"), ("2027-10-31", "02:30")],
    ids=["an hour that there isn't", "an hour that comes twice"],
)
def test_an_hour_that_the_clock_change_makes_unclear_is_refused_in_words(
    publisher: Client, day: str, time: str
) -> None:
    event: Any = make.make_event(status="draft")

    response = plan(publisher, event, day, time)

    assert response.status_code == 200
    assert "Europe/Warsaw" in complaints(response)
    event.refresh_from_db()
    assert (event.status, event.publish_at) == ("draft", None)


def test_an_end_before_the_beginning_is_refused(publisher: Client) -> None:
    event: Any = make.make_event(status="draft")
    data = opened(publisher, page(event)) | {
        "publish_at": "2027-07-02T00:00",
        "unpublish_at": "2027-07-01T00:00",
    }

    response = publisher.post(page(event), data | {"_publish": "1"})

    assert response.status_code == 200
    assert complaints(response)
    event.refresh_from_db()
    assert event.status == "draft"


def test_an_editor_plans_nothing(db: None) -> None:
    editor = Client()
    editor.force_login(make.make_user(role="editor"))
    event: Any = make.make_event(status="draft")
    data = opened(editor, page(event))

    editor.post(page(event), data | {"publish_at": "2027-07-01T00:00"})

    event.refresh_from_db()
    assert event.publish_at is None


def test_a_new_plan_moves_the_first_publication_until_it_has_come(publisher: Client) -> None:
    event: Any = make.make_event(status="draft")
    plan(publisher, event, "2027-07-01", "00:00")
    plan(publisher, event, "2027-08-01", "00:00")
    event.refresh_from_db()
    assert event.published_at == event.publish_at

    with clock_at(event.publish_at + DAY):
        first = event.published_at
        event.publish_at = event.publish_at + 30 * DAY
        event.save()
        assert event.published_at == first


def test_a_new_entry_is_planned_in_one_step(publisher: Client) -> None:
    data = opened(publisher, ADD) | {
        "title_pl": "Jutrzejszy",
        "summary_pl": "Opis.",
        "date": "1994",
        "kind": "visit",
        "publish_at": "2027-07-01T08:00",
    }

    publisher.post(ADD, data | {"_publish": "1"})

    event: Any = Event.objects.get()
    assert event.status_label == "Zaplanowany"
    assert status_of(event) == 404
