"""Who sees which preview, what it does to the rest of the site, and in which frames it stands."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client

from tests import factories as make
from tests.admin.forms import opened
from tests.preview.reading import address, copy_address, dump, frames, main_of
from twinning.publishing.models import WorkingCopy
from twinning.publishing.signals import form_saved

SignIn = Callable[..., Client]

WHERE = ["preview/", "preview/page/pl/", "preview/page/en/"]


def kept(client: Client, record: Any, **typed: str) -> WorkingCopy:
    path = address(record, "change/")
    assert client.post(path, opened(client, path) | {"_keep": "1"} | typed).status_code == 302
    return WorkingCopy.objects.latest("pk")


@pytest.fixture
def cities(db: None) -> list[Any]:
    return [make.make_place(is_home=True) for _number in range(2)]


def entry_of(city: Any) -> Any:
    return make.make_event(
        "Szkic", status="draft", partnerships=[make.make_partnership(home=city)], place=city
    )


@pytest.mark.parametrize("what", WHERE)
@pytest.mark.parametrize("role", ["editor", "publisher", "translator"])
@pytest.mark.parametrize("own_city", [True, False])
def test_whoever_may_open_the_form_sees_the_preview(
    signed_in: SignIn, cities: list[Any], what: str, role: str, own_city: bool
) -> None:
    event = entry_of(cities[0])
    client = signed_in(role, homes=[cities[0 if own_city else 1]])

    assert client.get(address(event, "change/")).status_code == 200
    assert client.get(address(event, what)).status_code == 200


@pytest.mark.parametrize("what", [*WHERE, "preview/links/"])
def test_nobody_else_does(signed_in: SignIn, client: Client, what: str) -> None:
    event = make.make_event(status="draft")
    copy = kept(signed_in("editor"), event, title_pl="Tajne")

    for path in (address(event, what), copy_address(copy, what)):
        assert client.get(path).status_code == 302
        assert signed_in("").get(path).status_code in (403, 405)


# Whose copy, in which state, is seen by whom.
CELLS = [
    ("editor", "own city", "writing", 403),
    ("publisher", "own city", "writing", 403),
    ("editor", "own city", "review", 403),
    ("translator", "own city", "review", 403),
    ("publisher", "own city", "review", 200),
    ("publisher", "other city", "review", 403),
    ("superuser", "own city", "review", 200),
]


@pytest.mark.parametrize(("role", "where", "state", "status"), CELLS)
def test_somebody_elses_copy_is_for_its_reviewer(
    signed_in: SignIn, cities: list[Any], role: str, where: str, state: str, status: int
) -> None:
    event = entry_of(cities[0])
    copy = kept(signed_in("editor"), event, title_pl="Cudzy tekst")
    WorkingCopy.objects.update(state=state)
    homes = [] if role == "superuser" else [cities[0 if where == "own city" else 1]]
    client = signed_in(role, homes=homes)

    for what in WHERE:
        assert client.get(copy_address(copy, what)).status_code == status


def test_a_copy_is_shown_with_the_rights_of_its_author(signed_in: SignIn) -> None:
    event: Any = make.make_event("Polski", title_en="English", status="draft")
    translator = signed_in("translator")
    copy = kept(translator, event, title_en="Better English")
    copy.data["title_pl"] = ["Podrobione"]
    copy.state = WorkingCopy.State.REVIEW
    copy.save()

    shown = frames(signed_in("superuser"), copy_address(copy))

    assert "Better English" in main_of(shown["en"])
    assert "Podrobione" not in main_of(shown["pl"])


def test_the_copy_of_an_author_without_rights_says_how_to_go_on(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    copy = kept(signed_in("editor"), event, title_pl="Nowy")
    WorkingCopy.objects.update(state=WorkingCopy.State.REVIEW)
    copy.author.groups.clear()

    answer = signed_in("publisher").get(copy_address(copy))

    assert answer.status_code == 422
    assert "Podgląd" in answer.content.decode()


def test_frames_are_for_the_preview_page_alone(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    editor = signed_in("editor")

    shell, frame = editor.get(address(event)), editor.get(address(event, "preview/page/en/"))

    assert "frame-src 'self'" in shell["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in shell["Content-Security-Policy"]
    assert shell["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'self';" in frame["Content-Security-Policy"] + ";"
    assert frame["X-Frame-Options"] == "SAMEORIGIN"
    assert frame["Content-Language"] == "en"
    for answer in (shell, frame):
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "frame-ancestors 'none'" in editor.get("/pl/")["Content-Security-Policy"]


def test_what_waits_for_the_commit_is_never_done(
    signed_in: SignIn, django_capture_on_commit_callbacks: Any
) -> None:
    event: Any = make.make_event("Stary", status="draft")
    editor = signed_in("editor")
    copy = kept(editor, event, title_pl="Nowy", slug_pl="nowy-adres")
    done: list[str] = []
    heard: list[str] = []

    def listen(**_signal: Any) -> None:
        heard.append("saved")
        transaction.on_commit(lambda: done.append("told"))

    form_saved.connect(listen)
    before = dump()
    try:
        with django_capture_on_commit_callbacks(execute=True):
            frames(editor, copy_address(copy))
    finally:
        form_saved.disconnect(listen)

    assert heard
    assert done == []
    assert mail.outbox == []
    assert dump() == before
    assert not connection.needs_rollback


def test_an_unknown_language_and_an_unknown_copy_are_not_found(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    editor = signed_in("editor")
    copy = kept(editor, event, title_pl="Nowy")
    copy_preview = copy_address(copy)
    WorkingCopy.objects.all().delete()

    assert editor.get(address(event, "preview/page/de/")).status_code == 404
    assert editor.get(copy_preview).status_code == 404
    assert editor.post(address(event)).status_code == 405


def test_a_missing_translation_is_named_and_the_source_stands_in(signed_in: SignIn) -> None:
    event: Any = make.make_event("Polski", title_en="", status="draft")
    editor = signed_in("editor")

    shell = editor.get(address(event)).content.decode()

    assert "Wydarzenie: Tytuł (angielski)" in shell or "wydarzenie: Tytuł (angielski)" in shell
    assert '<span class="stand-in" lang="pl">Polski</span>' in frames(editor, address(event))["en"]


def test_public_pages_carry_nothing_of_it(client: Client, db: None) -> None:
    event: Any = make.make_event("Publiczny")
    html = client.get(event.get_absolute_url()).content.decode()

    assert "preview" not in html
    assert "<base" not in html
