"""Deleted records, and how they come back."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import Citation, Delegation, DelegationMember, Event, YearNote
from tests import factories as make
from tests.history.conftest import SignIn
from tests.history.records import journey, keep
from twinning.media.models import Image
from twinning.publishing.models import AuditEntry

pytestmark = pytest.mark.django_db

EVENTS = "/pl/admin/events/event/"
DELETED = f"{EVENTS}deleted/"


def delete(client: Client, record: Any, start: str = EVENTS) -> None:
    response = client.post(f"{start}{record.pk}/delete/", {"post": "yes"})
    assert response.status_code == 302


def gone(pk: int, start: str = EVENTS) -> str:
    return f"{start}deleted/{pk}/"


def test_an_event_comes_back_whole_and_as_a_draft(publisher: Client) -> None:
    told = journey()
    created, slug = told.event.created_at, told.event.slug_pl
    topics = list(told.event.topics.values_list("pk", flat=True))
    pk, version = told.event.pk, told.event.version
    delete(publisher, told.event)

    assert publisher.post(gone(pk), {"comment": "skreślone za szybko"}).status_code == 302

    event: Any = Event.objects.get()
    assert (event.pk, event.status, event.version) == (pk, "draft", version + 1)
    assert (event.title_pl, event.slug_pl) == ("Wizyta", slug)
    assert abs(event.created_at - created) < timedelta(milliseconds=1)  # as JSON keeps it
    assert list(event.topics.values_list("pk", flat=True)) == topics
    assert Delegation.objects.get().pk == told.delegation.pk
    members = DelegationMember.objects.order_by("pk").values_list("pk", "person", "function_pl")
    assert list(members) == [(each.pk, each.person_id, each.function_pl) for each in told.members]
    assert Citation.objects.get().claim_pl == "Tak."  # type: ignore[attr-defined]
    newest = AuditEntry.objects.of(event).newest_first()[0]
    assert (newest.action, newest.comment) == ("recovered", "skreślone za szybko")


def test_what_was_never_logged_comes_back_as_it_was_when_deleted(publisher: Client) -> None:
    event: Any = make.make_event("Sprzed historii")
    keep(event)
    event.title_pl = "Zmieniony obok dziennika"
    event.save()
    pk = event.pk
    delete(publisher, event)

    publisher.post(gone(pk))

    assert Event.objects.get().title_pl == "Zmieniony obok dziennika"  # type: ignore[attr-defined]


def test_a_bulk_deletion_can_be_taken_back(publisher: Client) -> None:
    events: list[Any] = [make.make_event() for _index in range(2)]
    chosen = [str(each.pk) for each in events]
    form = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    publisher.post(EVENTS, form)
    assert not Event.objects.exists()

    for pk in chosen:
        assert publisher.post(gone(int(pk))).status_code == 302

    assert {str(each.pk) for each in Event.objects.all()} == set(chosen)


def test_the_notes_on_years_that_fall_with_a_partnership_come_back_too(publisher: Client) -> None:
    partnership = make.make_partnership()
    note = YearNote.objects.create(
        partnership=partnership, first_year=1994, last_year=1994, headline_pl="Rok", status="draft"
    )
    pk, note_pk = partnership.pk, note.pk
    delete(publisher, partnership, "/pl/admin/partners/partnership/")
    notes = "/pl/admin/events/yearnote/"

    early = publisher.post(gone(note_pk, notes))
    assert early.status_code == 409
    assert str(partnership) in early.content.decode()
    publisher.post(gone(pk, "/pl/admin/partners/partnership/"))
    assert publisher.post(gone(note_pk, notes)).status_code == 302

    assert YearNote.objects.get().partnership_id == pk


def test_a_delegation_deleted_from_its_page_comes_back_with_the_event(publisher: Client) -> None:
    told = journey()
    start = "/pl/admin/events/delegation/"
    delete(publisher, told.delegation, start)
    event = Event.objects.get()

    address = f"{EVENTS}{event.pk}/history/{told.revision}/restore/"
    publisher.post(address, {"version": str(event.version)})

    assert Delegation.objects.get().members.count() == 2
    assert publisher.get(f"{start}deleted/").status_code in (302, 404)


def test_the_list_names_who_deleted_what_and_shows_what_it_said(signed_in: SignIn) -> None:
    told = journey()
    anna = signed_in("publisher", first_name="Anna", last_name="Nowak")
    delete(anna, told.event)

    assert DELETED in anna.get(EVENTS).content.decode()
    html = anna.get(DELETED).content.decode()
    assert "Wizyta" in html
    assert "Anna Nowak" in html
    said = anna.get(gone(told.event.pk)).content.decode()
    assert "nauczyciel" in said
    assert "Tak." in said


def test_a_recovered_record_leaves_the_list_and_returns_when_deleted_again(
    publisher: Client,
) -> None:
    event = make.make_event("Wraca")
    pk = event.pk
    for _round in range(2):
        delete(publisher, event)
        assert publisher.get(DELETED).content.decode().count(gone(pk)) == 1
        publisher.post(gone(pk))
        assert gone(pk) not in publisher.get(DELETED).content.decode()
        event = Event.objects.get()


def test_a_second_recovery_leads_to_the_record(publisher: Client) -> None:
    event = make.make_event()
    pk = event.pk
    delete(publisher, event)
    publisher.post(gone(pk))

    response: Any = publisher.post(gone(pk))

    assert response.status_code == 302
    assert response.url == f"{EVENTS}{pk}/change/"
    assert AuditEntry.objects.filter(action="recovered").count() == 1


def test_the_history_of_a_deleted_record_leads_to_what_it_said(publisher: Client) -> None:
    event = make.make_event()
    pk = event.pk
    delete(publisher, event)

    response: Any = publisher.get(f"{EVENTS}{pk}/history/")

    assert response.url == gone(pk)
    assert publisher.get(f"{EVENTS}999999/history/").status_code == 302
    assert publisher.get(gone(999999)).status_code == 404


def test_an_address_taken_meanwhile_gets_a_number(publisher: Client) -> None:
    event = make.make_event(slug="wizyta")
    pk = event.pk
    delete(publisher, event)
    make.make_event(slug="wizyta")

    publisher.post(gone(pk))

    back: Any = Event.objects.get(pk=pk)
    assert (back.slug_pl, back.slug_en) == ("wizyta-2", "wizyta-2")


def test_recovery_is_refused_by_name_when_something_it_needs_is_gone(publisher: Client) -> None:
    told = journey()
    person = told.members[0].person
    delete(publisher, told.event)
    delete(publisher, person, "/pl/admin/partners/person/")

    response = publisher.post(gone(told.event.pk), {"comment": "bo tak"})

    assert response.status_code == 409
    html = response.content.decode()
    assert str(person) in html.partition('class="module')[0]
    assert "bo tak" in html
    assert not Event.objects.exists()
    assert not Delegation.objects.exists()


def test_recovery_is_refused_when_a_rule_of_the_record_forbids_it_now(publisher: Client) -> None:
    partnership = make.make_partnership()
    pk = partnership.pk
    start = "/pl/admin/partners/partnership/"
    delete(publisher, partnership, start)
    make.make_partnership(home=partnership.home, partner=partnership.partner)

    assert publisher.post(gone(pk, start)).status_code == 409


def test_an_image_whose_file_is_gone_is_refused(
    publisher: Client, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    picture = make.make_image()
    pk, file = picture.pk, picture.file
    start = "/pl/admin/media/image/"
    delete(publisher, picture, start)
    file.storage.delete(file.name)  # as happens when the deletion is committed

    response = publisher.post(gone(pk, start))

    assert response.status_code == 409
    assert file.name in response.content.decode()
    assert not Image.objects.exists()


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_who_may_not_delete_recovers_nothing(signed_in: SignIn, role: str) -> None:
    event = make.make_event()
    pk = event.pk
    delete(signed_in("publisher"), event)
    client = signed_in(role)

    assert client.get(DELETED).status_code == 403
    assert client.get(gone(pk)).status_code == 403
    assert client.post(gone(pk)).status_code == 403
    assert DELETED not in client.get(EVENTS).content.decode()
    assert not Event.objects.exists()


def test_an_entry_of_another_home_city_is_not_recovered(signed_in: SignIn) -> None:
    ours, theirs = (make.make_place(is_home=True) for _index in range(2))
    event = make.make_event(partnerships=[make.make_partnership(home=theirs)])
    pk = event.pk
    delete(signed_in("publisher"), event)

    assert signed_in("publisher", homes=[ours]).post(gone(pk)).status_code == 409
    assert not Event.objects.exists()


def test_the_same_list_costs_the_same_with_one_and_three(publisher: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            publisher.get(DELETED)
        return len(captured)

    delete(publisher, make.make_event())
    cost()
    one = cost()
    delete(publisher, make.make_event())
    delete(publisher, make.make_event())
    assert cost() == one == 8
