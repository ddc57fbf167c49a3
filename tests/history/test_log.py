"""The log in the admin: who did what, to be read and taken away."""

import csv
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.history.conftest import SignIn
from tests.history.records import keep
from twinning.publishing.history import note_action
from twinning.publishing.models import Action, AuditEntry
from twinning.publishing.tables import harmless

pytestmark = pytest.mark.django_db

LOG = "/pl/admin/publishing/auditentry/"
EXPORT = f"{LOG}export/"


def page(client: Client, query: str = "") -> str:
    response = client.get(LOG + query)
    assert response.status_code == 200
    return response.content.decode()


def table(client: Client, query: str = "") -> list[list[str]]:
    response: Any = client.get(EXPORT + query)
    assert response.status_code == 200
    return list(csv.reader(StringIO(response.getvalue().decode())))


def test_it_says_who_did_what_with_which_record_and_why(publisher: Client) -> None:
    anna = make.make_user(role="editor", first_name="Anna", last_name="Nowak")
    event = make.make_event("Wizyta w Kolonii")
    note_action(event, Action.SUBMITTED, user=anna, comment="proszę o recenzję")

    html = page(publisher)

    assert "Anna Nowak" in html
    assert "przekazanie do recenzji" in html
    assert "Wizyta w Kolonii" in html
    assert "proszę o recenzję" in html
    assert f"/pl/admin/events/event/{event.pk}/history/" in html


def test_the_names_stay_when_account_and_record_are_gone(publisher: Client) -> None:
    anna = make.make_user(role="editor", first_name="Anna", last_name="Nowak")
    event = make.make_event("Wizyta")
    note_action(event, Action.CHANGED, user=anna)
    event.delete()
    anna.delete()

    html = page(publisher)

    assert "Anna Nowak" in html
    assert "Wizyta" in html


def test_it_is_filtered_by_person_action_kind_time_and_words(publisher: Client) -> None:
    anna = make.make_user(role="editor", first_name="Anna", last_name="Nowak")
    event, person = make.make_event("Wizyta"), make.make_person(family_name="Kowal")
    note_action(event, Action.CHANGED, user=anna)
    note_action(person, Action.ADDED)
    kind = AuditEntry.objects.get(action="added").content_type_id
    AuditEntry.objects.filter(action="added").update(moment=datetime(2025, 3, 1, tzinfo=UTC))

    only_person = [
        "?action__exact=added",
        f"?kind={kind}",
        "?who=-",
        "?moment__year=2025",
        "?q=kow",
    ]
    for query in only_person:
        assert [row[5] for row in table(publisher, query)[1:]] == ["Maria Kowal"], query
    assert [row[5] for row in table(publisher, "?who=Anna+Nowak")[1:]] == ["Wizyta"]


@pytest.mark.parametrize("query", ["?kind=x", "?action__exact=nic", "?moment__year=x", "?p=x"])
def test_a_filter_that_makes_no_sense_is_no_fault(publisher: Client, query: str) -> None:
    keep(make.make_event())

    assert publisher.get(LOG + query).status_code in (200, 302)
    assert publisher.get(EXPORT + query).status_code in (200, 302)


def test_the_table_has_a_head_and_moments_with_their_offset(publisher: Client) -> None:
    event = make.make_event("Wizyta")
    note_action(event, Action.CHANGED, comment='z "cudzysłowem"; i\nnowym wierszem')
    AuditEntry.objects.update(moment=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))

    response: Any = publisher.get(EXPORT)
    content = response.getvalue()
    head, row = csv.reader(StringIO(content.decode("utf-8"), newline=""))

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    assert content.count(b"\r\n") == 2
    assert len(head) == len(row) == 8
    assert row[0] == "2026-07-02T00:30:00+02:00"
    assert row[-1] == 'z "cudzysłowem"; i\nnowym wierszem'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_is_never_a_formula(publisher: Client, start: str) -> None:
    note_action(make.make_event(), Action.CHANGED, comment=f"{start}cmd()")

    assert harmless(f"{start}1") == f"'{start}1"
    assert table(publisher)[1][-1] == f"'{start}cmd()"


def test_it_costs_the_same_with_one_entry_and_with_three(publisher: Client) -> None:
    def cost(path: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            response: Any = publisher.get(path)
            response.getvalue() if response.streaming else response.content
        return len(captured)

    keep(make.make_event())
    for path in (LOG, EXPORT):
        cost(path)
    one = [cost(path) for path in (LOG, EXPORT)]
    keep(make.make_event())
    keep(make.make_person())

    assert [cost(path) for path in (LOG, EXPORT)] == one == [11, 9]


def test_nothing_in_it_can_be_changed(signed_in: SignIn) -> None:
    keep(make.make_event())
    entry = AuditEntry.objects.get()
    staff = signed_in("superuser")

    assert staff.get(f"{LOG}add/").status_code == 403
    assert staff.post(f"{LOG}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
    assert staff.post(f"{LOG}{entry.pk}/change/", {"comment": "inny"}).status_code == 302
    bulk = {"action": "delete_selected", "_selected_action": [str(entry.pk)], "post": "yes"}
    staff.post(LOG, bulk)
    assert AuditEntry.objects.get().comment == entry.comment


@pytest.mark.parametrize(
    ("role", "status"),
    [("superuser", 200), ("publisher", 200), ("editor", 403), ("translator", 403)],
)
def test_publishers_and_administrators_read_it(signed_in: SignIn, role: str, status: int) -> None:
    client = signed_in(role)

    assert client.get(LOG).status_code == status
    assert client.get(EXPORT).status_code == status


def test_the_right_to_read_it_comes_with_migrating(db: None) -> None:
    rights = Group.objects.get(name="publisher").permissions
    assert rights.filter(codename="view_auditentry").exists()
