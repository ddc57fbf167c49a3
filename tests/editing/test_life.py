"""The life of an entry: each step from where it may start, with its reason, and no other."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from events.models import Event
from tests import factories as make
from tests.admin.forms import opened
from tests.editing.addresses import ADD, page, step
from twinning.publishing import lifecycle
from twinning.publishing.models import AuditEntry, Status

SignIn = Callable[..., Client]

ALLOWED = {
    ("draft", "submit"), ("draft", "publish"), ("draft", "archive"),
    ("review", "return"), ("review", "publish"), ("review", "archive"),
    ("published", "withdraw"), ("published", "archive"),
    ("archived", "publish"), ("archived", "reopen"),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("name", lifecycle.STEPS)
@pytest.mark.parametrize("status", Status.values)
def test_a_step_leads_on_from_the_right_status_only(status: str, name: str) -> None:
    user = make.make_user()
    event: Any = make.make_event(status=status)
    chosen = lifecycle.STEPS[name]

    if (status, name) in ALLOWED:
        lifecycle.take(chosen, event, user=user, comment="Bo tak.")
        event.refresh_from_db()
        assert (event.status, event.version) == (chosen.target, 2)
        entry = AuditEntry.objects.of(event).get()
        assert (entry.action, entry.user, entry.comment) == (chosen.action, user, "Bo tak.")
        assert entry.revision is not None
    else:
        with pytest.raises(ValidationError, match="możliwy"):
            lifecycle.take(chosen, event, user=user, comment="Bo tak.")
        event.refresh_from_db()
        assert (event.status, event.version) == (status, 1)


@pytest.mark.django_db
@pytest.mark.parametrize("comment", ["", "  \n "])
def test_nothing_is_returned_without_a_reason(comment: str) -> None:
    event: Any = make.make_event(status="review")

    with pytest.raises(ValidationError):
        lifecycle.take(lifecycle.RETURN, event, user=make.make_user(), comment=comment)


def test_a_returned_entry_says_why_to_its_author(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="review")

    answer = signed_in("publisher").post(step(event, "return"), {"version": 1, "comment": ""})
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    signed_in("publisher").post(step(event, "return"), {"version": 1, "comment": "Brak źródła."})

    event.refresh_from_db()
    assert event.status == "draft"
    assert AuditEntry.objects.of(event).get().comment == "Brak źródła."


def test_a_step_decided_on_an_older_version_is_refused(signed_in: SignIn) -> None:
    event: Any = make.make_event()
    publisher = signed_in("publisher")
    publisher.post(page(event), opened(publisher, page(event)) | {"title_pl": "Zmieniony"})

    answer = publisher.post(step(event, "archive"), {"version": 1, "comment": ""})

    assert answer.status_code == 409
    event.refresh_from_db()
    assert event.status == "published"


@pytest.mark.parametrize("name", ["publish", "submit", "nonsense"])
def test_steps_that_save_a_form_have_no_page_of_their_own(signed_in: SignIn, name: str) -> None:
    event: Any = make.make_event(status="draft")

    assert signed_in("superuser").get(step(event, name)).status_code == 404


def test_a_step_with_a_record_that_is_gone_is_not_found(signed_in: SignIn) -> None:
    event: Any = make.make_event()
    address = step(event, "archive")
    event.delete()

    assert signed_in("superuser").get(address).status_code == 404


def test_an_archived_entry_is_nowhere_and_comes_back_with_its_first_day(signed_in: SignIn) -> None:
    event: Any = make.make_event()
    first = event.published_at
    publisher = signed_in("publisher")
    publisher.post(step(event, "archive"), {"version": 1, "comment": ""})
    assert Client().get(event.get_absolute_url()).status_code == 404

    publisher.post(page(event), opened(publisher, page(event)) | {"_publish": "1"})

    event.refresh_from_db()
    assert (event.status, event.published_at) == ("published", first)
    assert Client().get(event.get_absolute_url()).status_code == 200


def test_an_entry_that_isnt_whole_is_neither_sent_nor_published(signed_in: SignIn) -> None:
    publisher = signed_in("publisher")
    data = opened(publisher, ADD) | {"title_pl": "Bez daty", "kind": "visit"}

    for button in ("_submit", "_publish"):
        assert publisher.post(ADD, data | {button: "1"}).status_code == 200

    assert not Event.objects.exists()


def test_a_new_entry_is_sent_for_review_with_a_comment(signed_in: SignIn) -> None:
    editor = signed_in("editor")
    data = opened(editor, ADD) | {
        "title_pl": "Nowy",
        "summary_pl": "Opis.",
        "date": "1994",
        "kind": "visit",
        "comment": "Proszę o sprawdzenie daty.",
    }

    editor.post(ADD, data | {"_submit": "1"})

    event: Any = Event.objects.in_review().get()
    entry = AuditEntry.objects.of(event).get()
    assert (entry.action, entry.comment) == ("submitted", "Proszę o sprawdzenie daty.")


def test_two_publishers_dont_undo_each_other_by_a_bulk_step_and_a_form(signed_in: SignIn) -> None:
    event: Any = make.make_event("Stary")
    first, second = signed_in("publisher"), signed_in("publisher")
    form = opened(first, page(event)) | {"title_pl": "Nowy"}
    second.post(step(event, "archive"), {"version": 1, "comment": ""})

    assert first.post(page(event), form).status_code == 409

    event.refresh_from_db()
    assert (event.title_pl, event.status) == ("Stary", "archived")
