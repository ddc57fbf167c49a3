"""Many records at once: the same rights, checks, versions and history as one by one."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from reversion.models import Version

from events.models import Event
from tests import factories as make
from twinning.publishing.models import AuditEntry

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Client]
LIST = "/pl/admin/events/event/"


def choose(client: Client, action: str, *events: Any, query: str = "", **more: Any) -> Any:
    chosen = [str(event.pk) for event in events]
    data = {"action": action, "_selected_action": chosen, **more}
    return client.post(f"{LIST}{query}", data, follow=True)


def answer(client: Client, action: str, *events: Any, **more: Any) -> str:
    """What is said once the page that asks has been filled in and sent."""
    response = choose(client, action, *events, confirmed="yes", **more)
    return " ".join(str(message) for message in response.context["messages"])


def asked(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def statuses(*events: Any) -> list[str]:
    return [Event.objects.get(pk=event.pk).status for event in events]


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [("archive", "published", "archived"), ("withdraw", "published", "draft")],
)
def test_a_step_that_hides_asks_first_and_takes_one_comment_for_all(
    staff: Client, action: str, before: str, after: str
) -> None:
    events = [make.make_event(f"Wizyta {number}") for number in range(3)]

    page = asked(choose(staff, action, *events))
    assert statuses(*events) == [before] * 3
    assert page.select_one("textarea[name=comment]")
    assert "Wizyta 2" in page.text

    answer(staff, action, *events, comment="Porządki po audycie")
    assert statuses(*events) == [after] * 3
    comments = set(AuditEntry.objects.values_list("comment", flat=True))
    assert comments == {"Porządki po audycie"}
    assert [Event.objects.get(pk=event.pk).version for event in events] == [2, 2, 2]
    assert Version.objects.get_for_object(events[0]).count() == 1


def test_the_page_that_asks_holds_the_records_and_not_the_filter(staff: Client) -> None:
    events = [make.make_event() for _index in range(3)]
    page = asked(choose(staff, "archive", events[0], select_across="1", query="?status=published"))

    assert {field["value"] for field in page.select("input[name=_selected_action]")} == {
        str(event.pk) for event in events
    }
    assert page.select("input[name=select_across]") == []


def test_records_across_pages_are_all_meant(staff: Client) -> None:
    events = [make.make_event(status="draft") for _index in range(60)]
    choose(staff, "publish", events[0], select_across="1")
    assert set(statuses(*events)) == {"published"}


def test_topics_are_added_to_all_and_what_has_them_is_left_alone(staff: Client) -> None:
    culture, sport = make.make_topic("kultura"), make.make_topic("sport")
    one, other = make.make_event(topics=[culture]), make.make_event(topics=[sport])

    page = asked(choose(staff, "add_topics", one, other))
    assert len(page.select("input[type=checkbox][name=chosen]")) == 2

    said = answer(staff, "add_topics", one, other, chosen=[culture.pk])
    assert "1 wpis" in said
    assert set(other.topics.all()) == {culture, sport}
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.version, other.version) == (1, 2)
    entry = AuditEntry.objects.get()
    assert (entry.action, "kultura" in entry.comment) == ("changed", True)
    assert str(culture.pk) in str(Version.objects.get_for_object(other).get().field_dict["topics"])


def test_topics_are_taken_away(staff: Client) -> None:
    culture, sport = make.make_topic("kultura"), make.make_topic("sport")
    event = make.make_event(topics=[culture, sport])

    answer(staff, "remove_topics", event, chosen=[sport.pk, make.make_topic().pk])

    assert list(event.topics.all()) == [culture]


@pytest.mark.parametrize("chosen", [[], ["x"], ["999999"]])
def test_a_choice_that_makes_no_sense_changes_nothing(staff: Client, chosen: list[str]) -> None:
    event = make.make_event()
    response = choose(staff, "add_topics", event, confirmed="yes", chosen=chosen)

    assert asked(response).select(".errorlist")
    event.refresh_from_db()
    assert event.version == 1


def test_the_entries_of_another_city_are_left_and_named(signed_in: SignIn) -> None:
    home = make.make_place(is_home=True)
    own = make.make_event(partnerships=[make.make_partnership(home=home)])
    foreign = make.make_event("Cudza wizyta", partnerships=[make.make_partnership()])
    topic = make.make_topic()
    publisher = signed_in("publisher", homes=[home])

    said = answer(publisher, "add_topics", own, foreign, chosen=[topic.pk])

    assert "Cudza wizyta" in said
    assert list(own.topics.all()) == [topic]
    assert list(foreign.topics.all()) == []


def test_an_editor_tags_drafts_and_not_what_is_published(signed_in: SignIn) -> None:
    draft, published = make.make_event(status="draft"), make.make_event("Ogłoszona")
    topic = make.make_topic()

    said = answer(signed_in("editor"), "add_topics", draft, published, chosen=[topic.pk])

    assert "Ogłoszona" in said
    assert (list(draft.topics.all()), list(published.topics.all())) == ([topic], [])


@pytest.mark.parametrize("action", ["archive", "withdraw", "publish", "reopen"])
def test_an_editor_takes_no_step_that_publishers_take(signed_in: SignIn, action: str) -> None:
    event = make.make_event()
    choose(signed_in("editor"), action, event, confirmed="yes")
    assert statuses(event) == ["published"]


def test_a_translator_tags_nothing(signed_in: SignIn) -> None:
    event, topic = make.make_event(status="draft"), make.make_topic()
    choose(signed_in("translator"), "add_topics", event, confirmed="yes", chosen=[topic.pk])
    assert not event.topics.exists()


def test_those_that_a_step_does_not_lead_on_from_are_named_once(staff: Client) -> None:
    drafts = [make.make_event(f"Szkic {number:02}", status="draft") for number in range(12)]

    said = answer(staff, "withdraw", *drafts, make.make_event(status="archived"))

    assert said.count("Szkic 01") <= 1
    assert len(said) < 1500


def test_too_many_at_once_are_refused(staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twinning.publishing.admin.bulk.MOST", 2)
    events = [make.make_event(status="draft") for _index in range(3)]

    said = answer(staff, "publish", *events)

    assert "2" in said
    assert set(statuses(*events)) == {"draft"}


def cost(client: Client, action: str, events: list[Any], **more: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        choose(client, action, *events, confirmed="yes", **more)
    return len(captured)


@pytest.mark.parametrize("action", ["publish", "archive", "add_topics"])
def test_each_record_costs_the_same_few_queries(staff: Client, action: str) -> None:
    topic = make.make_topic()
    status = "draft" if action == "publish" else "published"
    events = [make.make_event(status=status) for _index in range(9)]
    cost(staff, action, events[:1], chosen=[topic.pk])
    three = cost(staff, action, events[1:4], chosen=[topic.pk])
    five = cost(staff, action, events[4:], chosen=[topic.pk])

    assert (five - three) / 2 == (8 if action == "add_topics" else 5)
