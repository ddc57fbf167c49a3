"""Forms are kept before they are saved: nobody's keystrokes are lost, no page changes unasked."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from events.models import Citation, Delegation, Event
from tests import factories as make
from tests.admin.forms import opened, posted_by
from tests.editing.addresses import ADD, keeping, page
from twinning.publishing.models import AuditEntry, User, WorkingCopy

SignIn = Callable[..., Client]


@pytest.fixture
def event(db: None) -> Any:
    event = make.make_event("Stary", summary_pl="Stary opis.")
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Tak.")
    return event


def kept(client: Client, event: Any, **changes: Any) -> dict[str, Any]:
    """The form as it is opened, changed and kept by the script."""
    data = opened(client, page(event)) | changes
    answer = client.post(keeping(event), data)
    assert answer.status_code == 200, answer.content
    said = answer.json()
    return data | {"copy": said["copy"], "sequence": str(said["sequence"])}


def public_page(event: Any) -> str:
    return Client().get(event.get_absolute_url()).content.decode()


def test_what_is_kept_stands_in_the_form_again_and_nowhere_else(
    signed_in: SignIn, event: Any
) -> None:
    editor = signed_in("editor")

    kept(
        editor,
        event,
        **{
            "title_pl": "Nowy",
            "date": "kiedyś tam",
            "citations-0-claim_pl": "Nie.",
            "citations-TOTAL_FORMS": "2",
            "citations-1-claim_pl": "Drugi przypis bez źródła.",
            "participations-TOTAL_FORMS": "1",
            "participations-0-function_pl": "sekretarz",
        },
    )

    assert "Stary" in public_page(event)
    assert "Nowy" not in public_page(event)
    again = opened(editor, page(event))
    assert (again["title_pl"], again["date"]) == ("Nowy", "kiedyś tam")
    assert again["citations-0-claim_pl"] == "Nie."
    assert again["citations-1-claim_pl"] == "Drugi przypis bez źródła."
    assert again["participations-0-function_pl"] == "sekretarz"
    event.refresh_from_db()
    assert (event.title_pl, event.version) == ("Stary", 1)


def test_a_restored_form_doesnt_complain_of_what_is_still_missing(
    signed_in: SignIn, event: Any
) -> None:
    editor = signed_in("editor")
    kept(editor, event, title_pl="", date="")

    html = editor.get(page(event)).content.decode()

    assert "errornote" not in html
    assert "errorlist" not in html


def test_a_row_marked_for_removal_stays_marked(signed_in: SignIn, event: Any) -> None:
    editor = signed_in("editor")
    kept(editor, event, **{"citations-0-DELETE": "on"})

    assert opened(editor, page(event))["citations-0-DELETE"] == "on"
    assert event.citations.exists()


def test_publishing_the_copy_changes_the_page_and_finishes_the_copy(
    signed_in: SignIn, event: Any
) -> None:
    publisher = signed_in("publisher")
    kept(publisher, event, title_pl="Nowy", comment="Poprawka tytułu.")
    form = opened(publisher, page(event)) | {"_publish": "1", "comment": "Poprawka tytułu."}

    assert publisher.post(page(event), form).status_code == 302

    assert "Nowy" in public_page(event)
    assert not WorkingCopy.objects.exists()
    entry = AuditEntry.objects.of(event).newest_first().first()
    assert entry is not None
    assert (entry.action, entry.comment) == ("changed", "Poprawka tytułu.")
    assert entry.revision is not None


def test_an_editors_copy_goes_by_review_to_the_page(signed_in: SignIn, event: Any) -> None:
    editor, publisher = signed_in("editor"), signed_in("publisher")
    form = opened(editor, page(event)) | {"title_pl": "Nowy", "comment": "Proszę o sprawdzenie."}
    editor.post(page(event), form | {"_submit": "1"})
    copy = WorkingCopy.objects.in_review().get()
    address = f"{page(event)}?copy={copy.key}"

    html = publisher.get(address).content.decode()
    assert "Proszę o sprawdzenie." in html
    in_hand = posted_by(html)
    assert in_hand["title_pl"] == "Nowy"
    publisher.post(page(event), in_hand | {"_publish": "1"})

    event.refresh_from_db()
    assert event.title_pl == "Nowy"
    assert not WorkingCopy.objects.exists()


def test_what_a_reviewer_adds_to_a_copy_is_kept_as_the_reviewers(
    signed_in: SignIn, event: Any
) -> None:
    editor, publisher = signed_in("editor"), signed_in("publisher")
    editor.post(page(event), opened(editor, page(event)) | {"title_pl": "Nowy", "_submit": "1"})
    theirs = WorkingCopy.objects.get()
    html = publisher.get(f"{page(event)}?copy={theirs.key}").content.decode()

    form = posted_by(html) | {"summary_pl": "Opis recenzentki.", "sequence": "0"}
    said = publisher.post(keeping(event), form).json()
    assert WorkingCopy.objects.get(pk=theirs.pk).posted["summary_pl"] == "Stary opis."

    done = form | {"copy": said["copy"], "sequence": str(said["sequence"]), "_publish": "1"}
    publisher.post(page(event), done)
    event.refresh_from_db()
    assert (event.title_pl, event.summary_pl) == ("Nowy", "Opis recenzentki.")
    assert not WorkingCopy.objects.exists()


def test_a_returned_copy_is_back_with_its_author_with_the_reason(
    signed_in: SignIn, event: Any
) -> None:
    editor, publisher = signed_in("editor"), signed_in("publisher")
    editor.post(page(event), opened(editor, page(event)) | {"title_pl": "Nowy", "_submit": "1"})
    copy = WorkingCopy.objects.get()
    address = f"/pl/admin/events/event/copy/{copy.key}/return/"

    assert publisher.post(address, {"comment": " "}).status_code == 200
    assert publisher.post(address, {"comment": "Brak źródła."}).status_code == 302

    html = editor.get(page(event)).content.decode()
    assert "Brak źródła." in html
    assert posted_by(html)["title_pl"] == "Nowy"
    assert editor.post(address, {"comment": "x"}).status_code == 404


def test_nobody_opens_a_copy_that_somebody_else_is_still_writing(
    signed_in: SignIn, event: Any
) -> None:
    form = kept(signed_in("editor"), event, title_pl="Jeszcze nie")

    other = opened(signed_in("publisher"), f"{page(event)}?copy={form['copy']}")

    assert other["title_pl"] == "Stary"


def test_two_tabs_of_one_person_dont_overwrite_each_other(signed_in: SignIn, event: Any) -> None:
    editor = signed_in("publisher")
    first, second = opened(editor, page(event)), opened(editor, page(event))
    assert editor.post(keeping(event), first | {"title_pl": "Pierwsza karta"}).status_code == 200

    answer = editor.post(keeping(event), second | {"summary_pl": "Druga karta."})

    assert answer.status_code == 409
    assert "innej karcie" in answer.json()["message"]
    assert WorkingCopy.objects.get().posted["title_pl"] == "Pierwsza karta"


@pytest.mark.parametrize("button", ["_keep", "_save", "_publish"])
def test_the_later_tab_sees_both_and_puts_them_together(
    signed_in: SignIn, event: Any, button: str
) -> None:
    editor = signed_in("publisher")
    first, second = opened(editor, page(event)), opened(editor, page(event))
    row = {"citations-TOTAL_FORMS": "2", "citations-1-claim_pl": "Z pierwszej karty."}
    editor.post(keeping(event), first | {"title_pl": "Pierwsza karta"} | row)

    refused = editor.post(page(event), second | {"summary_pl": "Druga karta.", button: "1"})

    assert refused.status_code == 409
    html = refused.content.decode()
    event.refresh_from_db()
    assert event.version == 1
    assert "Pierwsza karta" in html
    assert "Z pierwszej karty." in html
    chosen = {"merge-title_pl": "theirs", "merge-citations-1-ROW": "theirs", "_merge": "1"}
    assert editor.post(page(event), posted_by(html) | chosen).status_code == 302
    together = opened(editor, page(event))
    assert (together["title_pl"], together["summary_pl"]) == ("Pierwsza karta", "Druga karta.")
    assert together["citations-1-claim_pl"] == "Z pierwszej karty."


def test_a_copy_of_an_older_version_shows_both_as_soon_as_it_is_opened(
    signed_in: SignIn, event: Any
) -> None:
    editor, publisher = signed_in("editor"), signed_in("publisher")
    kept(editor, event, title_pl="Mój tytuł")
    publisher.post(page(event), opened(publisher, page(event)) | {"title_pl": "Ich tytuł"})

    response = editor.get(page(event))

    html = response.content.decode()
    assert response.status_code == 200
    assert "Dwie wersje" in html
    assert "Ich tytuł" in html
    assert posted_by(html)["title_pl"] == "Mój tytuł"


def test_a_form_that_cant_be_saved_is_kept(signed_in: SignIn) -> None:
    editor = signed_in("editor")
    data = opened(editor, ADD) | {"title_pl": "Bez daty", "kind": "visit"}

    response = editor.post(ADD, data)

    assert response.status_code == 200
    copy = WorkingCopy.objects.get()
    assert (copy.title, copy.object_id) == ("Bez daty", None)
    assert posted_by(response.content.decode())["copy"] == str(copy.key)
    assert opened(editor, f"{ADD}?copy={copy.key}")["title_pl"] == "Bez daty"


def test_several_new_entries_are_kept_side_by_side_and_each_is_finished_by_itself(
    signed_in: SignIn,
) -> None:
    editor = signed_in("editor")
    forms = [opened(editor, ADD) | {"title_pl": f"Wpis {number}"} for number in (1, 2)]
    for form in forms:
        said = editor.post("/pl/admin/events/event/keep/", form).json()
        form |= {"copy": said["copy"], "sequence": str(said["sequence"])}
    done = {"date": "1994", "kind": "visit", "summary_pl": "Opis."}

    assert editor.post(ADD, forms[0] | done).status_code == 302

    assert [copy.title for copy in WorkingCopy.objects.all()] == ["Wpis 2"]
    assert Event.objects.get().title == "Wpis 1"


def test_discarding_asks_first_and_is_logged(signed_in: SignIn, event: Any) -> None:
    editor = signed_in("editor")
    form = kept(editor, event, title_pl="Nowy")
    address = f"/pl/admin/events/event/copy/{form['copy']}/discard/"

    assert editor.get(address).status_code == 200
    assert WorkingCopy.objects.exists()
    assert editor.post(address).status_code == 302

    assert not WorkingCopy.objects.exists()
    assert AuditEntry.objects.of(event).filter(action="discarded").exists()


def test_nobody_discards_somebody_elses_copy(signed_in: SignIn, event: Any) -> None:
    form = kept(signed_in("editor"), event, title_pl="Nowy")

    response = signed_in("superuser").post(f"/pl/admin/events/event/copy/{form['copy']}/discard/")

    assert response.status_code == 404
    assert WorkingCopy.objects.exists()


def test_who_else_is_writing_is_shown(signed_in: SignIn, event: Any) -> None:
    kept(signed_in("editor", username="halina"), event, title_pl="Nowy")
    publisher = signed_in("publisher")

    assert "halina" in publisher.get(page(event)).content.decode()
    data = opened(publisher, page(event)) | {"title_pl": "Inny"}
    [sentence] = publisher.post(keeping(event), data).json()["others"]
    assert "halina" in sentence


def test_a_signed_out_script_is_told_so(client: Client, event: Any) -> None:
    answer = client.post(keeping(event), {"title_pl": "Nowy"})

    assert answer.status_code == 401
    assert not WorkingCopy.objects.exists()


def test_a_script_keeps_nothing_of_a_record_that_isnt_its_users(
    signed_in: SignIn, event: Any
) -> None:
    other = make.make_place(is_home=True)

    answer = signed_in("editor", homes=[other]).post(keeping(event), {"title_pl": "Nowy"})

    assert answer.status_code == 403
    assert not WorkingCopy.objects.exists()


def test_a_script_is_told_that_the_record_is_gone(signed_in: SignIn, event: Any) -> None:
    editor, address = signed_in("superuser"), keeping(event)
    event.delete()

    assert editor.post(address, {"title_pl": "Nowy"}).status_code == 410


@pytest.mark.parametrize("key", ["nonsense", "00000000-0000-4000-8000-000000000000", ""])
def test_an_unknown_key_opens_the_saved_record(signed_in: SignIn, event: Any, key: str) -> None:
    assert opened(signed_in("editor"), f"{page(event)}?copy={key}")["title_pl"] == "Stary"


def test_a_delegation_has_working_copies_of_its_own(signed_in: SignIn, event: Any) -> None:
    delegation = Delegation.objects.create(
        event=event, origin=make.make_place(), destination=make.make_place()
    )
    editor = signed_in("editor")
    person = make.make_person()
    row = {
        "members-TOTAL_FORMS": "1",
        "members-0-person": str(person.pk),
        "members-0-function_pl": "przewodnicząca",
    }

    kept(editor, delegation, size="12", **row)

    again = opened(editor, page(delegation))
    assert again["size"] == "12"
    assert again["members-0-person"] == str(person.pk)
    delegation.refresh_from_db()
    assert delegation.size is None
    assert not delegation.members.exists()


def test_an_account_with_unfinished_work_isnt_deleted_with_it(
    signed_in: SignIn, event: Any
) -> None:
    kept(signed_in("editor", username="halina"), event, title_pl="Nowy")
    halina = User.objects.get(username="halina")

    signed_in("superuser").post(f"/pl/admin/publishing/user/{halina.pk}/delete/", {"post": "yes"})

    assert WorkingCopy.objects.filter(author=halina).exists()


def test_a_null_character_is_left_out_of_what_is_kept(signed_in: SignIn, event: Any) -> None:
    editor = signed_in("editor")

    kept(editor, event, title_pl="No\0wy", comment="Bo\0 tak.", **{"na\0zwa": "x"})

    copy = WorkingCopy.objects.get()
    assert (copy.title, copy.comment) == ("Nowy", "Bo tak.")
    assert "nazwa" in copy.posted
