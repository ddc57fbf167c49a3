"""Fetched again and again: nothing comes twice that hasn't changed, and nothing stays that went."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date

from events.models import Event
from tests import factories as make
from tests.drafts.world import set_columns
from tests.pages.reading import queries
from tests.pages.records import Scene, add_entries
from twinning.publishing.history import record_deletion
from twinning.publishing.lifecycle import ARCHIVE, WITHDRAW, take

pytestmark = pytest.mark.django_db

PATHS = (
    "/pl/kanal.atom",
    "/pl/kalendarz.ics",
    "/pl/katowice/kanal.atom",
    "/pl/katowice/kalendarz.ics",
    "/pl/katowice/kolonia/kanal.atom",
    "/pl/katowice/kolonia/kalendarz.ics",
    "/pl/cykle/biennale/kanal.atom",
    "/pl/kanaly/sport/kanal.atom",
    "/pl/wydarzenia/2026/spotkanie/kalendarz.ics",
)


@pytest.fixture
def event(scene: Scene) -> Event:
    """Changed last an hour ago, as was everything else."""
    day = timezone.localdate() + timedelta(days=30)
    event = make.make_event(
        date=day.isoformat(),
        slug="spotkanie",
        partnerships=[scene.partnership],
        series=scene.series,
        topics=[make.make_topic("sport")],
    )
    hour_ago = timezone.now() - timedelta(hours=1)
    for record in (event, scene.partnership, scene.series, scene.agreement):
        set_columns(record, published_at=hour_ago, updated_at=hour_ago)
    for place in (scene.home, scene.partner, *event.topics.all()):
        set_columns(place, updated_at=hour_ago)
    return event


def now() -> str:
    return http_date(timezone.now().timestamp())


@pytest.mark.parametrize("path", PATHS)
class TestEach:
    def test_is_sent_once_until_it_changes(self, client: Client, event: Event, path: str) -> None:
        path = path.replace("2026", str(event.date.earliest.year))
        first = client.get(path)
        assert first.status_code == 200
        tag, moment = first["ETag"], first["Last-Modified"]

        assert client.get(path, headers={"if-none-match": tag}).status_code == 304
        assert client.get(path, headers={"if-modified-since": moment}).status_code == 304
        Event.objects.filter(pk=event.pk).update(title_pl="Nowy", updated_at=timezone.now())
        assert client.get(path, headers={"if-none-match": tag}).status_code == 200
        assert client.get(path, headers={"if-modified-since": moment}).status_code == 200

    def test_sets_no_cookie_and_differs_for_nobody(
        self, client: Client, event: Event, path: str
    ) -> None:
        response = client.get(path.replace("2026", str(event.date.earliest.year)))

        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert response["Cache-Control"] == "no-cache"
        assert response["Content-Language"] == "pl"

    def test_is_read_only(self, client: Client, event: Event, path: str) -> None:
        path = path.replace("2026", str(event.date.earliest.year))

        assert client.head(path).status_code == 200
        for method in (client.post, client.put, client.patch, client.delete):
            assert method(path).status_code == 405


def _archive(event: Event) -> None:
    take(ARCHIVE, event, user=None)


def _withdraw(event: Event) -> None:
    take(WITHDRAW, event, user=None)


def _delete(event: Event) -> None:
    record_deletion(event)
    event.delete()


def _run_out(event: Event) -> None:
    set_columns(event, unpublish_at=timezone.now())


def _plan_anew(event: Event) -> None:
    event.publish_at = timezone.now() + timedelta(days=1)
    event.save()


def _move_elsewhere(event: Event) -> None:
    event.partnerships.set([make.make_partnership()])
    event.save()


@pytest.mark.parametrize(
    "vanish", [_archive, _withdraw, _delete, _run_out, _plan_anew, _move_elsewhere]
)
def test_an_entry_that_went_is_not_kept_by_who_asks_for_changes_alone(
    client: Client, event: Event, vanish: Any
) -> None:
    path = "/pl/katowice/kolonia/kanal.atom"
    moment = client.get(path)["Last-Modified"]
    vanish(event)

    response = client.get(path, headers={"if-modified-since": moment})

    assert response.status_code == 200
    assert b"<entry>" not in response.content


def test_a_new_name_of_a_city_is_a_change(client: Client, event: Event, scene: Scene) -> None:
    path = "/pl/katowice/kalendarz.ics"
    moment = client.get(path)["Last-Modified"]
    scene.home.name = "Nowe Katowice"
    scene.home.save()

    assert client.get(path, headers={"if-modified-since": moment}).status_code == 200


def test_a_draft_that_somebody_writes_changes_nothing(client: Client, event: Event) -> None:
    before = {path: client.get(path) for path in PATHS[:-1]}
    make.make_event(status="draft", series=event.series, date=event.date)

    for path, response in before.items():
        again = client.get(path)
        assert again["ETag"] == response["ETag"]
        assert again["Last-Modified"] == response["Last-Modified"]


BUDGETS = {
    "/pl/kanal.atom": 11,
    "/pl/kalendarz.ics": 11,
    "/pl/katowice/kanal.atom": 12,
    "/pl/katowice/kalendarz.ics": 12,
    "/pl/katowice/kolonia/kanal.atom": 12,
    "/pl/katowice/kolonia/kalendarz.ics": 12,
    "/pl/cykle/biennale/kanal.atom": 12,
    "/pl/kanaly/sport/kanal.atom": 13,
}


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items())
def test_it_costs_the_same_with_one_entry_and_with_three(
    client: Client, event: Event, scene: Scene, path: str, budget: int
) -> None:
    day = event.date.edtf
    add_entries(scene, date=day)
    _in_sport()
    one = queries(client, path)
    add_entries(scene, 2, date=day)
    _in_sport()

    assert queries(client, path) == one
    assert one == budget


def _in_sport() -> None:
    from partners.models import Topic

    for each in Event.objects.all():
        each.topics.add(Topic.objects.get(slug_pl="sport"))
