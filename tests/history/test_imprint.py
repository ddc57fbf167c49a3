"""The metryczka on public pages: who produced it, when it was published, what changed since."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from tests import factories as make
from tests.history.records import keep, save
from tests.pages.reading import queries
from twinning.publishing import lifecycle
from twinning.publishing.history import note_action
from twinning.publishing.models import Action, AuditEntry

pytestmark = pytest.mark.django_db


def told(client: Client, record: Any) -> list[str]:
    """The lines of the register, and what stands below them."""
    response = client.get(record.get_absolute_url())
    assert response.status_code == 200
    shown = BeautifulSoup(response.content, "html.parser").select(".record li, .record details p")
    return [" ".join(each.get_text().split()) for each in shown]


def words(client: Client, record: Any) -> list[str]:
    return [line.partition(": ")[2] for line in told(client, record)]


def on(record: Any, day: int) -> None:
    """Let all entries without a day of their own be of this day in November 2026."""
    fresh = AuditEntry.objects.of(record).filter(moment__gte=timezone.now() - timedelta(minutes=5))
    fresh.update(moment=datetime(2020, 11, day, 12, tzinfo=UTC))


def test_a_page_names_its_publisher_and_its_days(client: Client) -> None:
    make.make_public_body(name="Urząd Miasta")
    event: Any = make.make_event(published_at=datetime(2020, 5, 3, 12, tzinfo=UTC))

    html = client.get(event.get_absolute_url()).content.decode()

    assert "Autor strony: Urząd Miasta." in html
    assert "Opublikowano" in html
    assert told(client, event) == ["3 maja 2020 r.: publikacja"]


def test_it_tells_the_days_of_changes_the_latest_first(client: Client) -> None:
    event: Any = make.make_event()
    keep(event, Action.ADDED)
    on(event, 3)
    save(event, title_pl="Nowy")
    on(event, 4)
    keep(event, Action.RESTORED)
    on(event, 5)

    assert told(client, event) == [
        "5 listopada 2020 r.: przywrócenie wcześniejszej wersji",
        "4 listopada 2020 r.: zmiana",
        "3 listopada 2020 r.: publikacja",
    ]


def test_it_names_nobody_and_no_reason(client: Client) -> None:
    anna = make.make_user(first_name="Anna", last_name="Tajna")
    event = make.make_event()
    keep(event, user=anna, comment="przyczyna poufna")

    html = client.get(event.get_absolute_url()).content.decode()

    assert "Tajna" not in html
    assert "poufna" not in html


def test_what_happened_before_publication_and_in_between_stays_inside(client: Client) -> None:
    user = make.make_user(role="superuser")
    event: Any = make.make_event(status="draft")
    keep(event, Action.ADDED, user=user)
    save(event, title_pl="Szkic")
    lifecycle.take(lifecycle.PUBLISH, event, user=user)
    lifecycle.take(lifecycle.WITHDRAW, event, user=user)
    save(event, title_pl="Znów szkic")
    lifecycle.take(lifecycle.PUBLISH, event, user=user)
    save(event, title_pl="Poprawka")

    assert words(client, event) == ["zmiana", "publikacja", "publikacja"]


def test_working_copies_of_a_published_entry_stay_inside(client: Client) -> None:
    event = make.make_event()
    keep(event, Action.PUBLISHED)
    note_action(event, Action.SUBMITTED)
    note_action(event, Action.DISCARDED)

    assert words(client, event) == ["publikacja"]


def test_what_became_public_by_a_plan_is_published_on_that_day(client: Client) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    event: Any = make.make_event(status="draft", publish_at=tomorrow)
    lifecycle.take(lifecycle.PUBLISH, event, user=None)
    save(event, title_pl="Poprawka przed dniem publikacji")
    moment = datetime(2020, 5, 3, 12, tzinfo=UTC)
    type(event).objects.filter(pk=event.pk).update(publish_at=moment, published_at=moment)
    event.refresh_from_db()

    assert told(client, event) == ["3 maja 2020 r.: publikacja"]


def test_a_long_register_shows_the_last_twenty_and_how_many_more(client: Client) -> None:
    event: Any = make.make_event()
    keep(event, Action.ADDED)
    for number in range(22):
        save(event, title_pl=f"Wersja {number}")

    lines = told(client, event)

    assert len(lines) == 21
    assert lines[-1] == "i 3 wcześniejsze zmiany"


def test_a_register_of_thirty_costs_no_more_than_one_of_one(client: Client) -> None:
    event: Any = make.make_event()
    keep(event)
    one = queries(client, event.get_absolute_url())
    for number in range(30):
        save(event, title_pl=f"Wersja {number}")

    assert queries(client, event.get_absolute_url()) == one
