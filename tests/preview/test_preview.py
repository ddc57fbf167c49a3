"""An unpublished state is shown as the public page, and nothing of it stays."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests import factories as make
from tests.admin.forms import opened
from tests.preview.reading import address, copy_address, dump, frames, main_of
from twinning.publishing.models import Status, WorkingCopy

SignIn = Callable[..., Client]


def pressed(client: Client, path: str, **typed: Any) -> Any:
    """What the button “Preview” answers to a form filled in so."""
    return client.post(path, opened(client, path) | {"_preview": "1"} | typed)


@pytest.mark.parametrize("state", ["draft", "review", "archived", "planned", "over"])
def test_every_state_that_residents_dont_see_is_shown_as_they_would_see_it(
    signed_in: SignIn, client: Client, state: str
) -> None:
    now, day = timezone.now(), timedelta(days=1)
    plans: dict[str, dict[str, Any]] = {
        "planned": {"publish_at": now + day},
        "over": {"publish_at": now - 2 * day, "unpublish_at": now - day},
    }
    event: Any = make.make_event("Wernisaż", title_en="Opening", status="draft", slug="wernisaz")
    if state in plans:
        event.status = Status.PUBLISHED
        for name, value in plans[state].items():
            setattr(event, name, value)
    else:
        event.status = Status(state)
    event.save()
    editor = signed_in("superuser")
    before = dump()

    shown = frames(editor, address(event))

    assert "Wernisaż" in main_of(shown["pl"])
    assert "Opening" in main_of(shown["en"])
    assert dump() == before
    assert client.get("/pl/wydarzenia/1994/wernisaz/").status_code == 404


def test_the_button_keeps_the_form_and_shows_it_and_the_public_page_stays(
    signed_in: SignIn, client: Client
) -> None:
    event: Any = make.make_event("Stary", slug="wizyta-x")
    editor = signed_in("editor")
    path = address(event, "change/")
    rows = {
        "participations-TOTAL_FORMS": "1",
        "participations-0-organisation": str(make.make_organisation(name_pl="Chór").pk),
        "participations-0-role": "guest",
        "participations-0-order": "0",
    }

    answer = pressed(editor, path, title_pl="Nowy", **rows)

    copy = WorkingCopy.objects.get()
    assert answer.url == copy_address(copy)
    before = dump()
    shown = main_of(frames(editor, answer.url)["pl"])
    assert "Nowy" in shown
    assert "Chór" in shown
    assert dump() == before
    assert "Stary" in main_of(client.get("/pl/wydarzenia/1994/wizyta-x/").content.decode())


def test_an_untouched_form_is_shown_as_saved_without_a_copy(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")

    answer = pressed(signed_in("editor"), address(event, "change/"))

    assert answer.url == address(event)
    assert not WorkingCopy.objects.exists()


def test_looking_at_a_copy_in_review_leaves_it_in_review(signed_in: SignIn) -> None:
    event: Any = make.make_event()
    editor, publisher = signed_in("editor"), signed_in("publisher")
    path = address(event, "change/")
    editor.post(path, opened(editor, path) | {"title_pl": "Do przeglądu", "_submit": "1"})
    copy = WorkingCopy.objects.get()

    for reader, form in ((editor, path), (publisher, f"{path}?copy={copy.key}")):
        answer: Any = reader.post(path, opened(reader, form) | {"_preview": "1"})
        assert answer.url == copy_address(copy)
        assert "Do przeglądu" in main_of(frames(reader, answer.url)["pl"])

    assert WorkingCopy.objects.get().state == WorkingCopy.State.REVIEW


def test_a_new_record_is_shown_before_it_was_ever_saved(signed_in: SignIn) -> None:
    editor, add = signed_in("editor"), "/pl/admin/events/event/add/"

    answer = pressed(
        editor, add, title_pl="Całkiem nowe", summary_pl="Opis.", date="maj 1999", kind="visit"
    )

    before = dump()
    assert "Całkiem nowe" in main_of(frames(editor, answer.url)["pl"])
    assert "Całkiem nowe" in main_of(frames(editor, answer.url)["en"])
    assert dump() == before


def test_what_is_missing_is_said_with_a_way_back_to_each_field(signed_in: SignIn) -> None:
    editor, add = signed_in("editor"), "/pl/admin/events/event/add/"
    rows = {"citations-TOTAL_FORMS": "1", "citations-0-claim_pl": "Tak pisze."}
    answer = pressed(editor, add, title_pl="Bez daty", **rows)
    before = dump()

    page = editor.get(answer.url)

    html = page.content.decode()
    assert page.status_code == 422
    copy = WorkingCopy.objects.get()
    for field in ("id_date", "id_summary_pl", "id_citations-0-source"):
        assert f"?copy={copy.key}#{field}" in html
    assert dump() == before
    assert "Bez daty" in editor.get(f"{add}?copy={copy.key}").content.decode()


def test_a_copy_that_another_tab_has_kept_since_is_not_overwritten(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    editor, path = signed_in("editor"), address(event, "change/")
    first, second = opened(editor, path), opened(editor, path)
    editor.post(path, second | {"title_pl": "Z drugiej karty", "_keep": "1"})

    answer = editor.post(path, first | {"title_pl": "Z pierwszej karty", "_preview": "1"})

    assert answer.status_code == 409
    assert "Z pierwszej karty" in answer.content.decode()
    assert WorkingCopy.objects.get().data["title_pl"] == ["Z drugiej karty"]


def test_a_copy_of_an_older_version_is_still_shown(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    editor, other, path = signed_in("editor"), signed_in("editor"), address(event, "change/")
    answer = pressed(editor, path, title_pl="Moja wersja")
    other.post(path, opened(other, path) | {"title_pl": "Cudza wersja", "_save": "1"})

    assert "Moja wersja" in main_of(frames(editor, answer.url)["pl"])
