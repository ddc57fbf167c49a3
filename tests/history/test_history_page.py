"""The page with all that was done with a record, and the way to compare any two states of it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import Delegation
from tests import factories as make
from tests.history.conftest import SignIn
from tests.history.records import journey, keep, save
from twinning.publishing.history import note_action
from twinning.publishing.models import Action, AuditEntry

pytestmark = pytest.mark.django_db


def path(record: Any, more: str = "", language: str = "pl") -> str:
    opts = record._meta
    return f"/{language}/admin/{opts.app_label}/{opts.model_name}/{record.pk}/history/{more}"


def soup(client: Client, address: str, **given: Any) -> BeautifulSoup:
    response = client.get(address, given)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_each_entry_says_when_who_what_why_and_which_version(publisher: Client) -> None:
    anna = make.make_user(first_name="Anna", last_name="Nowak")
    event: Any = make.make_event("Wizyta")
    keep(event, Action.ADDED)
    save(event, title_pl="Rewizyta")
    note_action(event, Action.SUBMITTED, user=anna, comment="do sprawdzenia")

    rows = [
        row.get_text(" ", strip=True) for row in soup(publisher, path(event)).select("tbody tr")
    ]

    assert rows[0].startswith("Stan obecny") or "Stan obecny" in rows[0]
    assert "Anna Nowak przekazanie do recenzji do sprawdzenia 2" in rows[1]
    assert "sam serwis zmiana 2" in rows[2]
    assert "sam serwis dodanie 1" in rows[3]


def test_a_long_history_comes_in_pages(publisher: Client) -> None:
    event: Any = make.make_event()
    for number in range(51):
        note_action(event, Action.SUBMITTED, comment=f"krok {number}")

    first, second = (soup(publisher, path(event), p=number).get_text() for number in (1, 2))

    assert "krok 50" in first
    assert "krok 0" not in first
    assert "krok 0" in second
    assert publisher.get(path(event), {"p": "nic"}).status_code == 200


def test_the_history_of_a_delegation_is_that_of_its_event(publisher: Client) -> None:
    told = journey()

    response: Any = publisher.get(path(told.delegation))

    assert response.status_code == 302
    assert response.url == path(told.event)


def test_a_comparison_marks_words_in_and_out_and_names_languages(publisher: Client) -> None:
    event: Any = make.make_event("Wizyta w Katowicach", title_en="Visit to Katowice")
    before = keep(event)
    save(event, title_pl="Wizyta w Kolonii", title_en="Visit to Cologne")

    page = soup(publisher, path(event, "compare/"), before=before, after="now")

    assert [each.get_text() for each in page.select("div[lang=pl] del")] == [
        "[usunięto: Katowicach]"
    ]
    assert [each.get_text() for each in page.select("div[lang=en] ins")] == ["[dodano: Cologne]"]


def test_what_looks_like_html_in_a_text_is_shown_not_run(publisher: Client) -> None:
    event: Any = make.make_event("<script>alert(1)</script>")
    before = keep(event)
    save(event, title_pl="<img src=x onerror=alert(2)>")

    html = publisher.get(path(event, f"compare/?before={before}&after=now")).content.decode()

    assert "<script>alert" not in html
    assert "<img src=x" not in html


def test_the_earlier_state_stands_left_however_they_are_chosen(publisher: Client) -> None:
    event: Any = make.make_event("Pierwszy")
    first = keep(event)
    second = save(event, title_pl="Drugi")

    for before, after in ((first, second), (second, first), ("now", first)):
        page = soup(publisher, path(event, "compare/"), before=before, after=after)
        assert "Pierwszy" in page.select("div[lang=pl] del")[0].get_text()


@pytest.mark.parametrize(
    "query", ["", "before=1", "before=x&after=now", "before=999999&after=now", f"before={'9' * 40}"]
)
def test_a_choice_that_makes_no_sense_leads_back_to_the_history(
    publisher: Client, query: str
) -> None:
    event = make.make_event()
    keep(event)

    response = publisher.get(path(event, f"compare/?{query}"), follow=True)

    assert response.redirect_chain == [(path(event), 302)]
    assert "Proszę wybrać" in response.content.decode()


def test_a_revision_of_another_record_isnt_compared(publisher: Client) -> None:
    event, other = make.make_event(), make.make_event()
    keep(event)

    response: Any = publisher.get(path(event, f"compare/?before={keep(other)}&after=now"))

    assert response.status_code == 302


@pytest.mark.parametrize("role", ["editor", "translator", "publisher", "superuser"])
def test_who_may_see_the_record_sees_its_history(signed_in: SignIn, role: str) -> None:
    event = make.make_event()
    number = keep(event)
    client = signed_in(role)

    assert client.get(path(event)).status_code == 200
    assert client.get(path(event, f"compare/?before={number}&after=now")).status_code == 200


def test_without_a_role_nothing_is_seen(signed_in: SignIn) -> None:
    event = make.make_event()
    number = keep(event)
    client = signed_in("")

    assert client.get(path(event)).status_code == 403
    assert client.get(path(event, f"compare/?before={number}&after=now")).status_code == 403


def test_thinned_out_revisions_leave_the_log_whole(publisher: Client) -> None:
    told = journey()
    save(told.event, title_pl="Drugi")
    newest = save(told.event, title_pl="Trzeci")
    gone = told.event.pk
    call_command("deleterevisions", keep=1, verbosity=0)

    entries = AuditEntry.objects.of(told.event)
    assert list(entries.with_revision().values_list("revision_id", flat=True)) == [newest]
    assert entries.count() == 3
    assert publisher.get(path(told.event)).status_code == 200
    old = path(told.event, f"compare/?before={told.revision}&after=now")
    assert publisher.get(old).status_code == 302
    publisher.post(f"/pl/admin/events/event/{gone}/delete/", {"post": "yes"})
    call_command("deleterevisions", keep=1, verbosity=0)
    assert publisher.post(f"/pl/admin/events/event/deleted/{gone}/").status_code == 302
    assert Delegation.objects.get().members.count() == 2


def test_pages_cost_the_same_with_one_and_three(publisher: Client) -> None:
    def cost(address: str) -> int:
        publisher.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert publisher.get(address).status_code == 200
        return len(captured)

    told = journey()
    save(told.event, title_pl="Drugi")
    compare = path(told.event, f"compare/?before={told.revision}&after=now")
    one = cost(path(told.event)), cost(compare)
    for number in range(2):
        told.event.citations.create(source=make.make_source())
        save(told.event, title_pl=f"Kolejny {number}")

    assert (cost(path(told.event)), cost(compare)) == one == (10, 24)
