"""A link shows somebody without an account one page, as long as it may, and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from partners.models import EditingRight
from tests import factories as make
from tests.admin.forms import opened
from tests.preview.reading import address, copy_address, dump, main_of
from twinning.publishing.models import Action, AuditEntry, PreviewLink, Status, User, WorkingCopy

SignIn = Callable[..., Client]


def user_of(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def made(client: Client, preview: str, **given: str) -> dict[str, str]:
    """The path of a new link in each language."""
    answer = client.post(f"{preview}links/", {"note": "Jan", "period": "7", **given})
    assert answer.status_code == 200, answer.content.decode()[:2000]
    fields = BeautifulSoup(answer.content, "html.parser").select(".preview-link-new input")
    paths = [urlsplit(str(field["value"])).path for field in fields]
    return {path.split("/")[1]: path for path in paths}


def test_it_shows_the_draft_in_both_languages_without_a_cookie(
    signed_in: SignIn, client: Client
) -> None:
    event: Any = make.make_event("Wernisaż", title_en="Opening", status="draft")
    links = made(signed_in("editor"), address(event))

    polish, english = client.get(links["pl"]), client.get(links["en"])

    assert links["pl"].startswith("/pl/podglad/")
    assert links["en"].startswith("/en/preview/")
    assert "Wernisaż" in main_of(polish.content.decode())
    assert "Opening" in main_of(english.content.decode())
    assert f'href="{links["en"]}"' in polish.content.decode()
    assert "Podgląd – nieopublikowane" in polish.content.decode()
    for answer in (polish, english):
        assert not answer.cookies
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert 'rel="canonical"' not in answer.content.decode()


def test_nothing_but_the_count_of_openings_is_left(signed_in: SignIn, client: Client) -> None:
    event: Any = make.make_event(status="draft")
    links = made(signed_in("editor"), address(event))
    before = dump()

    client.get(links["pl"])
    client.head(links["pl"])

    after = dump()
    before.pop("publishing_previewlink")
    after.pop("publishing_previewlink")
    assert after == before
    assert PreviewLink.objects.get().open_count == 1


def test_the_secret_is_kept_nowhere(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    links = made(signed_in("editor"), address(event))

    token = links["pl"].rstrip("/").rpartition("/")[2]
    assert len(token) > 40
    assert token not in repr(dump())


def test_a_copy_is_shown_as_it_is_when_it_is_opened(signed_in: SignIn, client: Client) -> None:
    event: Any = make.make_event("Publiczny")
    editor, path = signed_in("editor"), address(event, "change/")
    editor.post(path, opened(editor, path) | {"title_pl": "Pierwsza wersja", "_keep": "1"})
    links = made(editor, copy_address(WorkingCopy.objects.get()))
    assert "Pierwsza wersja" in main_of(client.get(links["pl"]).content.decode())

    editor.post(path, opened(editor, path) | {"title_pl": "Druga wersja", "_keep": "1"})

    assert "Druga wersja" in main_of(client.get(links["pl"]).content.decode())


def test_a_copy_that_has_become_incomplete_is_said_to_be_in_work(
    signed_in: SignIn, client: Client
) -> None:
    event: Any = make.make_event(status="draft")
    editor, path = signed_in("editor"), address(event, "change/")
    editor.post(path, opened(editor, path) | {"title_pl": "Nowy", "_keep": "1"})
    links = made(editor, copy_address(WorkingCopy.objects.get()))
    editor.post(path, opened(editor, path) | {"title_pl": "", "_keep": "1"})

    answer = client.get(links["pl"])

    assert answer.status_code == 409
    assert answer["Cache-Control"] == "no-store"
    assert PreviewLink.objects.get().open_count == 0


def withdrawn(editor: Client, event: Any) -> None:
    link = PreviewLink.objects.get()
    answer = editor.post(f"/pl/admin/publishing/previewlink/{link.pk}/withdraw/")
    assert answer.status_code == 302


def expired(editor: Client, event: Any) -> None:
    PreviewLink.objects.update(expires_at=timezone.now())


def maker_deactivated(editor: Client, event: Any) -> None:
    User.objects.filter(pk=user_of(editor).pk).update(is_active=False)


def maker_without_a_role(editor: Client, event: Any) -> None:
    user_of(editor).groups.remove(Group.objects.get(name="editor"))


def maker_of_another_city(editor: Client, event: Any) -> None:
    EditingRight.objects.create(user=user_of(editor), home=make.make_place(is_home=True))


def deleted(editor: Client, event: Any) -> None:
    event.delete()


def discarded(editor: Client, event: Any) -> None:
    WorkingCopy.objects.all().delete()


def saved(editor: Client, event: Any) -> None:
    path = address(event, "change/")
    assert editor.post(path, opened(editor, path) | {"_save": "1"}).status_code == 302


ENDS = [withdrawn, expired, maker_deactivated, maker_without_a_role, maker_of_another_city, deleted]


@pytest.mark.parametrize("end", [*ENDS, discarded, saved])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_link_that_has_ended_says_so_and_shows_nothing(
    signed_in: SignIn, client: Client, end: Callable[[Client, Any], None], language: str
) -> None:
    event: Any = make.make_event("Zatajone", title_en="Hidden", status="draft")
    editor, path = signed_in("editor"), address(event, "change/")
    if end in (discarded, saved):
        editor.post(path, opened(editor, path) | {"summary_pl": "Zatajone.", "_keep": "1"})
        preview = copy_address(WorkingCopy.objects.get())
    else:
        preview = address(event)
    links = made(editor, preview)
    assert client.get(links[language]).status_code == 200
    end(editor, event)

    answer = client.get(links[language])

    assert answer.status_code == 410
    html = answer.content.decode()
    assert "Zatajone" not in html
    assert "Hidden" not in html
    assert "Jan" not in html
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert PreviewLink.objects.get().open_count == 1


def test_an_unknown_secret_is_not_found(db: None, client: Client) -> None:
    answer = client.get("/pl/podglad/" + "a" * 43 + "/")

    assert answer.status_code == 404
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert client.post("/pl/podglad/" + "a" * 43 + "/").status_code == 405


@pytest.mark.parametrize(
    ("given", "days"), [({"period": "1"}, 1), ({"period": "7"}, 7), ({"period": "30"}, 30)]
)
def test_a_link_works_as_long_as_was_chosen(
    signed_in: SignIn, given: dict[str, str], days: int
) -> None:
    made(signed_in("editor"), address(make.make_event(status="draft")), **given)

    left = PreviewLink.objects.get().expires_at - timezone.now()
    assert timedelta(days=days, minutes=-1) < left <= timedelta(days=days)


def test_a_date_counts_to_its_end_in_warsaw(signed_in: SignIn) -> None:
    day = timezone.localdate() + timedelta(days=3)
    preview = address(make.make_event(status="draft"))
    made(signed_in("editor"), preview, period="date", until=day.isoformat())

    end = timezone.localtime(PreviewLink.objects.get().expires_at)
    assert (end.date(), end.hour, end.minute) == (day + timedelta(days=1), 0, 0)


@pytest.mark.parametrize("until", ["", "jutro", "2020-01-01", "2999-01-01"])
def test_a_date_that_makes_no_sense_is_refused_in_words(signed_in: SignIn, until: str) -> None:
    preview = address(make.make_event(status="draft"))

    answer = signed_in("editor").post(f"{preview}links/", {"period": "date", "until": until})

    assert answer.status_code == 422
    assert BeautifulSoup(answer.content, "html.parser").select(".errorlist")
    assert not PreviewLink.objects.exists()


def test_making_and_withdrawing_stand_in_the_log(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    editor = signed_in("editor")
    made(editor, address(event))
    withdrawn(editor, event)
    withdrawn(editor, event)

    entries = AuditEntry.objects.of(event).filter(action__startswith="link").order_by("pk")
    assert [entry.action for entry in entries] == [Action.LINK_MADE, Action.LINK_WITHDRAWN]
    assert {entry.user for entry in entries} == {user_of(editor)}
    assert entries[0].comment == "Jan"


def test_whoever_only_reads_or_translates_elsewhere_makes_no_link(signed_in: SignIn) -> None:
    ours, theirs = make.make_place(is_home=True), make.make_place(is_home=True)
    event: Any = make.make_event(status="draft", partnerships=[make.make_partnership(home=theirs)])
    for client in (signed_in("editor", homes=[ours]), signed_in("")):
        answer = client.post(f"{address(event)}links/", {"period": "7"})
        assert answer.status_code == 403
    assert Client().post(f"{address(event)}links/", {"period": "7"}).status_code == 403
    assert not PreviewLink.objects.exists()


def test_only_the_maker_and_publishers_withdraw(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    made(signed_in("editor"), address(event))
    link = PreviewLink.objects.get()
    path = f"/pl/admin/publishing/previewlink/{link.pk}/withdraw/"

    assert signed_in("editor").post(path).status_code == 403
    assert signed_in("translator").post(path).status_code == 403
    assert signed_in("publisher").get(path).status_code == 405
    assert PreviewLink.objects.get().withdrawn_at is None
    assert signed_in("publisher").post(path, {"back": "https://example.org/"}).status_code == 302
    assert PreviewLink.objects.get().withdrawn_at is not None


def test_publishers_see_all_links_and_editors_those_of_a_record(signed_in: SignIn) -> None:
    editor, publisher = signed_in("editor"), signed_in("publisher")
    for title in ("Pierwszy", "Drugi", "Trzeci"):
        made(editor, address(make.make_event(title, status="draft")), note=f"Dla: {title}")

    listed = publisher.get("/pl/admin/publishing/previewlink/")

    for title in ("Pierwszy", "Drugi", "Trzeci"):
        assert f"Dla: {title}" in listed.content.decode()
    assert editor.get("/pl/admin/publishing/previewlink/").status_code == 403
    own = editor.get(address(PreviewLink.objects.get(title="Drugi").record)).content.decode()
    assert "Dla: Drugi" in own
    assert "Dla: Trzeci" not in own


def test_a_link_to_a_new_record_works_until_that_is_saved(
    signed_in: SignIn, client: Client
) -> None:
    editor, add = signed_in("editor"), "/pl/admin/events/event/add/"
    typed = {"title_pl": "Nowe", "summary_pl": "Opis.", "date": "maj 1999", "kind": "visit"}
    editor.post(add, opened(editor, add) | typed | {"_keep": "1"})
    copy = WorkingCopy.objects.get()
    links = made(editor, copy_address(copy))
    assert "Nowe" in main_of(client.get(links["pl"]).content.decode())

    form = f"{add}?copy={copy.key}"
    assert editor.post(add, opened(editor, form) | {"_save": "1"}).status_code == 302

    assert client.get(links["pl"]).status_code == 410


def test_a_published_record_is_shown_as_public(signed_in: SignIn, client: Client) -> None:
    event: Any = make.make_event("Publiczne", status="draft")
    links = made(signed_in("editor"), address(event))
    event.status = Status.PUBLISHED
    event.save()

    html = client.get(links["pl"]).content.decode()
    assert "Publiczne" in main_of(html)
    assert "nieopublikowane" not in html
