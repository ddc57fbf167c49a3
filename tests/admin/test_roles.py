"""Who may do what: editor, publisher, translator, with and without a home city."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from events.models import Citation, Event
from partners.models import Place
from tests import factories as make
from tests.admin.forms import opened

SignIn = Callable[..., Client]
ADD = "/pl/admin/events/event/add/"
LIST = "/pl/admin/events/event/"


def page(event: Event) -> str:
    return f"/pl/admin/events/event/{event.pk}/change/"


def act(client: Client, action: str, *events: Event) -> str:
    chosen = [str(event.pk) for event in events]
    response = client.post(LIST, {"action": action, "_selected_action": chosen}, follow=True)
    return response.content.decode()


def test_the_roles_are_there_after_migrating(db: None) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {
        *("editor", "publisher", "translator")
    }


def test_a_new_entry_is_a_draft(staff: Client) -> None:
    data = opened(staff, ADD) | {"title_pl": "Nowy", "summary_pl": "Opis.", "date": "1994"}

    response = staff.post(ADD, data | {"kind": "visit"})

    assert response.status_code == 302
    assert Event.objects.get().status == "draft"


def test_an_editor_cant_publish_by_a_crafted_form(signed_in: SignIn) -> None:
    editor = signed_in("editor")
    event: Any = make.make_event(status="draft")
    data = opened(editor, page(event))
    assert "status" not in data

    editor.post(page(event), data | {"status": "published", "title_pl": "Zmieniony"})

    event.refresh_from_db()
    assert (event.title_pl, event.status) == ("Zmieniony", "draft")


def test_an_editor_adds_drafts_only(signed_in: SignIn) -> None:
    editor = signed_in("editor")
    data = opened(editor, ADD) | {"title_pl": "Nowy", "summary_pl": "Opis.", "date": "1994"}

    editor.post(ADD, data | {"kind": "visit", "status": "published"})

    assert Event.objects.get().status == "draft"


@pytest.mark.parametrize("button", ["_save", "_publish", "_keep", "_submit"])
def test_an_editors_change_of_what_is_published_is_only_kept(
    signed_in: SignIn, button: str
) -> None:
    editor = signed_in("editor")
    event: Any = make.make_event("Stary")
    data = opened(editor, page(event))

    editor.post(page(event), data | {"title_pl": "Nowy", button: "1"})

    event.refresh_from_db()
    assert (event.title_pl, event.version) == ("Stary", 1)
    assert opened(editor, page(event))["title_pl"] == "Nowy"


def test_a_text_that_may_only_be_read_stands_there_as_a_text(
    signed_in: SignIn, homes: tuple[Place, Place]
) -> None:
    event = make.make_event(
        body_pl="<p>Wizyta <strong>robocza</strong>.</p>",
        partnerships=[make.make_partnership(home=homes[1])],
    )

    html = signed_in("editor", homes=[homes[0]]).get(page(event)).content.decode()

    assert "<strong>robocza</strong>" in html
    assert "Tekst (polski)" in html or "Text (Polish)" in html


def test_an_editor_cant_delete(signed_in: SignIn) -> None:
    editor = signed_in("editor")
    event: Any = make.make_event(status="draft")
    path = f"/pl/admin/events/event/{event.pk}/delete/"

    assert editor.post(path, {"post": "yes"}).status_code == 403
    assert Event.objects.exists()


def test_an_editor_has_no_bulk_publishing(signed_in: SignIn) -> None:
    editor = signed_in("editor")
    event: Any = make.make_event(status="draft")

    act(editor, "publish", event)

    event.refresh_from_db()
    assert event.status == "draft"


def test_a_publisher_publishes_in_bulk_and_every_version_counts_on(signed_in: SignIn) -> None:
    publisher = signed_in("publisher")
    events = [make.make_event(status="draft") for _index in range(2)]

    act(publisher, "publish", *events)

    for event in Event.objects.all():
        assert (event.status, event.version) == ("published", 2)
        assert event.published_at is not None


def test_an_invalid_entry_isnt_published_in_bulk(signed_in: SignIn) -> None:
    publisher = signed_in("publisher")
    event: Any = make.make_event(status="draft")
    Event.objects.filter(pk=event.pk).update(kind="nonsense")

    answer = act(publisher, "publish", event)

    event.refresh_from_db()
    assert event.status == "draft"
    assert event.title_pl in answer


def test_a_translator_changes_the_english_of_a_published_entry(signed_in: SignIn) -> None:
    translator = signed_in("translator")
    event: Any = make.make_event()
    data = opened(translator, page(event)) | {"title_en": "A better title"}

    assert translator.post(page(event), data).status_code == 302

    event.refresh_from_db()
    assert event.title_en == "A better title"


def test_a_translators_crafted_form_changes_nothing_but_translations(signed_in: SignIn) -> None:
    partnership = make.make_partnership()
    event: Any = make.make_event("Tytuł", partnerships=[partnership])
    citation = Citation.objects.create(event=event, source=make.make_source(), claim_pl="Tak.")
    translator = signed_in("translator")
    data = opened(translator, page(event)) | {
        "title_pl": "Podmieniony",
        "title_en": "Changed",
        "date": "2001",
        "kind": "concert",
        "status": "draft",
        "slug_pl": "inny-adres",
        "partnerships": [str(make.make_partnership().pk)],
        "citations-0-claim_pl": "Nie.",
        "citations-0-claim_en": "Yes.",
        "citations-0-source": str(make.make_source().pk),
        "citations-0-disagrees": "on",
        "citations-0-DELETE": "on",
        "citations-TOTAL_FORMS": "2",
        "citations-1-source": str(make.make_source().pk),
        "citations-1-claim_pl": "Dopisany.",
        "participations-TOTAL_FORMS": "1",
        "participations-0-organisation": str(make.make_organisation().pk),
        "participations-0-role": "host",
    }

    assert translator.post(page(event), data).status_code == 302

    event.refresh_from_db()
    assert (event.title_pl, event.title_en) == ("Tytuł", "Changed")
    assert (event.date.edtf, event.kind, event.status) == ("1994-06", "visit", "published")
    assert event.slug_pl != "inny-adres"
    assert list(event.partnerships.all()) == [partnership]
    kept = event.citations.get()
    assert (kept.pk, kept.claim_pl, kept.claim_en) == (citation.pk, "Tak.", "Yes.")
    assert (kept.source_id, kept.disagrees) == (citation.source_id, False)
    assert not event.participations.exists()


def test_a_translator_neither_adds_nor_publishes(signed_in: SignIn) -> None:
    translator = signed_in("translator")
    event: Any = make.make_event(status="draft")

    assert translator.get(ADD).status_code == 403
    act(translator, "publish", event)
    event.refresh_from_db()
    assert event.status == "draft"


@pytest.fixture
def homes(db: None) -> tuple[Place, Place]:
    return make.make_place("katowice", is_home=True), make.make_place("chorzow", is_home=True)


def test_somebody_limited_to_a_home_city_changes_only_its_entries(
    signed_in: SignIn, homes: tuple[Place, Place]
) -> None:
    ours = make.make_event(partnerships=[make.make_partnership(home=homes[0])])
    theirs = make.make_event(partnerships=[make.make_partnership(home=homes[1])])
    shared = make.make_event(
        partnerships=[make.make_partnership(home=homes[0]), make.make_partnership(home=homes[1])]
    )
    publisher = signed_in("publisher", homes=[homes[0]])

    data = opened(publisher, page(ours))
    assert publisher.post(page(ours), data).status_code == 302
    for event in (theirs, shared):
        assert publisher.get(page(event)).status_code == 200
        assert publisher.post(page(event), {"title_pl": "Inny"}).status_code == 403
        delete = f"/pl/admin/events/event/{event.pk}/delete/"
        assert publisher.post(delete, {"post": "yes"}).status_code == 403


def test_bulk_publishing_leaves_entries_of_another_city_as_they_were(
    signed_in: SignIn, homes: tuple[Place, Place]
) -> None:
    ours = make.make_event(status="draft", partnerships=[make.make_partnership(home=homes[0])])
    theirs = make.make_event(status="draft", partnerships=[make.make_partnership(home=homes[1])])

    act(signed_in("publisher", homes=[homes[0]]), "publish", ours, theirs)

    ours.refresh_from_db()
    theirs.refresh_from_db()
    assert (ours.status, theirs.status) == ("published", "draft")


@pytest.mark.parametrize("chosen", ["theirs", "none"])
def test_an_entry_cant_be_given_to_another_city_or_to_none(
    signed_in: SignIn, homes: tuple[Place, Place], chosen: str
) -> None:
    ours, theirs = make.make_partnership(home=homes[0]), make.make_partnership(home=homes[1])
    event: Any = make.make_event(partnerships=[ours])
    publisher = signed_in("publisher", homes=[homes[0]])
    data = opened(publisher, page(event))

    response = publisher.post(
        page(event), data | {"partnerships": [str(theirs.pk)] if chosen == "theirs" else []}
    )

    assert response.status_code == 200
    assert list(event.partnerships.all()) == [ours]


def test_an_autocomplete_offers_only_the_partnerships_of_ones_own_city(
    signed_in: SignIn, homes: tuple[Place, Place]
) -> None:
    ours = make.make_partnership(home=homes[0])
    make.make_partnership(home=homes[1])
    path = "/pl/admin/autocomplete/?app_label=events&model_name=event&field_name=partnerships"

    found = signed_in("editor", homes=[homes[0]]).get(path).json()["results"]

    assert [result["id"] for result in found] == [str(ours.pk)]


def test_a_delegation_is_as_closed_as_its_entry(
    signed_in: SignIn, homes: tuple[Place, Place]
) -> None:
    theirs = make.make_event(partnerships=[make.make_partnership(home=homes[1])])
    delegation = theirs.delegations.create(origin=homes[0], destination=homes[1])
    publisher = signed_in("publisher", homes=[homes[0]])
    path = f"/pl/admin/events/delegation/{delegation.pk}/change/"

    assert publisher.post(path, {"size": "5"}).status_code == 403
    signed_in("editor").post(path, {"size": "5"})
    delegation.refresh_from_db()
    assert delegation.size is None


def test_no_role_reaches_the_accounts(signed_in: SignIn) -> None:
    for role in ("editor", "publisher", "translator"):
        assert signed_in(role).get("/pl/admin/publishing/user/").status_code == 403
