"""A form that comes too late is refused, and nothing that was typed is lost."""

from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from events.models import Citation, Delegation, Event
from tests import factories as make
from tests.admin.forms import opened, posted_by
from twinning.publishing.history import record_action
from twinning.publishing.models import Action

SignIn = Callable[..., Client]


def page(event: Event) -> str:
    return f"/pl/admin/events/event/{event.pk}/change/"


def differences(html: str) -> dict[str, tuple[str, str]]:
    rows = BeautifulSoup(html, "html.parser").select(".conflict tbody tr")
    return {
        row.select("th")[0].get_text(): (
            row.select("td")[0].get_text(strip=True),
            row.select("td")[1].get_text(strip=True),
        )
        for row in rows
    }


def test_a_late_form_is_refused_with_both_versions_and_all_that_was_typed(
    signed_in: SignIn,
) -> None:
    event: Any = make.make_event("Pierwszy", status="draft")
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Było tak.")
    first, second = signed_in("superuser"), signed_in("superuser", username="halina")
    mine, theirs = opened(first, page(event)), opened(second, page(event))
    second.post(page(event), theirs | {"title_pl": "Drugi", "title_en": "Second"})

    response = first.post(
        page(event),
        mine | {"title_pl": "Mój", "citations-0-claim_pl": "Było inaczej.", "date": "maj 1995"},
    )

    html = response.content.decode()
    assert response.status_code == 409
    event.refresh_from_db()
    assert (event.title_pl, event.title_en, event.date.edtf) == ("Drugi", "Second", "1994-06")
    assert event.citations.get().claim_pl == "Było tak."
    again = posted_by(html)
    assert again["title_pl"] == "Mój"
    assert again["citations-0-claim_pl"] == "Było inaczej."
    assert again["date"] == "maj 1995"
    shown = {tuple(texts) for texts in differences(html).values()}
    assert ("Mój", "Drugi") in shown
    assert ("Było inaczej.", "Było tak.") in shown
    assert "halina" in html


def test_the_english_that_somebody_else_wrote_is_among_the_differences(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    first, second = signed_in("superuser"), signed_in("translator")
    mine, theirs = opened(first, page(event)), opened(second, page(event))
    second.post(page(event), theirs | {"title_en": "By the translator"})

    html = first.post(page(event), mine).content.decode()

    assert (mine["title_en"], "By the translator") in differences(html).values()


def test_a_refused_form_stays_refused_until_its_user_has_chosen(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    first, second = signed_in("superuser"), signed_in("superuser")
    mine = opened(first, page(event)) | {"title_pl": "Mój"}
    second.post(page(event), opened(second, page(event)) | {"title_pl": "Drugi"})

    refused = posted_by(first.post(page(event), mine).content.decode())

    assert first.post(page(event), refused).status_code == 409
    event.refresh_from_db()
    assert event.title_pl == "Drugi"


def test_two_versions_are_put_together_field_by_field_and_then_saved(signed_in: SignIn) -> None:
    event: Any = make.make_event("Stary", status="draft", summary_pl="Stary opis.")
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Było tak.")
    first, second = signed_in("superuser"), signed_in("superuser")
    mine = opened(first, page(event)) | {
        "title_pl": "Mój",
        "summary_pl": "Mój opis.",
        "citations-0-claim_pl": "Było inaczej.",
    }
    theirs = {
        "title_pl": "Drugi",
        "summary_pl": "Drugi opis.",
        "citations-0-claim_pl": "Było jeszcze inaczej.",
    }
    second.post(page(event), opened(second, page(event)) | theirs)
    refused = posted_by(first.post(page(event), mine).content.decode())

    chosen = {"merge-summary_pl": "theirs", "merge-citations-0-claim_pl": "theirs", "_merge": "1"}
    response = first.post(page(event), refused | chosen)

    assert response.status_code == 302
    event.refresh_from_db()
    assert event.title_pl == "Drugi"
    together = opened(first, page(event))
    assert together["title_pl"] == "Mój"
    assert together["summary_pl"] == "Drugi opis."
    assert together["citations-0-claim_pl"] == "Było jeszcze inaczej."
    assert first.post(page(event), together).status_code == 302
    event.refresh_from_db()
    assert (event.title_pl, event.summary_pl, event.version) == ("Mój", "Drugi opis.", 3)


def test_a_version_saved_while_its_user_chose_is_not_overwritten(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    first, second = signed_in("superuser"), signed_in("superuser")
    mine = opened(first, page(event)) | {"title_pl": "Mój"}
    second.post(page(event), opened(second, page(event)) | {"title_pl": "Drugi"})
    refused = posted_by(first.post(page(event), mine).content.decode())
    first.post(page(event), refused | {"_merge": "1"})
    together = opened(first, page(event))
    second.post(page(event), opened(second, page(event)) | {"title_pl": "Trzeci"})

    assert first.post(page(event), together).status_code == 409
    event.refresh_from_db()
    assert event.title_pl == "Trzeci"


def test_a_change_of_a_row_alone_counts_as_a_change_of_the_record(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Było tak.")
    first, second = signed_in("superuser"), signed_in("superuser")
    mine = opened(first, page(event))
    second.post(page(event), opened(second, page(event)) | {"citations-0-claim_pl": "Inaczej."})

    assert first.post(page(event), mine).status_code == 409


def test_a_row_deleted_meanwhile_is_kept_as_a_new_one(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    for claim in ("Pierwsze.", "Drugie."):
        Citation.objects.create(event=event, source=make.make_source(), claim_pl=claim)
    first, second = signed_in("superuser"), signed_in("superuser")
    mine = opened(first, page(event)) | {"citations-0-claim_pl": "Pierwsze, lepsze."}
    second.post(page(event), opened(second, page(event)) | {"citations-0-DELETE": "on"})

    refused = first.post(page(event), mine)

    assert refused.status_code == 409
    assert "Pierwsze, lepsze." in refused.content.decode()
    again = posted_by(refused.content.decode()) | {"_merge": "1"}
    assert first.post(page(event), again).status_code == 302
    assert first.post(page(event), opened(first, page(event))).status_code == 302
    claims = set(event.citations.values_list("claim_pl", flat=True))
    assert claims == {"Pierwsze, lepsze.", "Drugie."}


def test_a_row_added_meanwhile_is_shown_and_stays(signed_in: SignIn) -> None:
    event: Any = make.make_event(status="draft")
    source = make.make_source()
    first = signed_in("superuser")
    mine = opened(first, page(event))
    Citation.objects.create(event=event, source=source, claim_pl="Nowe.")
    Event.objects.filter(pk=event.pk).update(version=2)

    html = first.post(page(event), mine).content.decode()

    [(mine_shown, theirs_shown)] = differences(html).values()
    assert mine_shown == "–"
    assert str(source) in theirs_shown
    first.post(page(event), posted_by(html) | {"_merge": "1"})
    first.post(page(event), opened(first, page(event)))
    assert event.citations.get().claim_pl == "Nowe."


def test_a_form_without_its_version_is_refused(staff: Client) -> None:
    event: Any = make.make_event(status="draft")
    data = opened(staff, page(event))
    del data["version"]

    assert staff.post(page(event), data).status_code == 409


def test_other_mistakes_are_reported_together_with_the_conflict(staff: Client) -> None:
    event: Any = make.make_event(status="draft")
    data = opened(staff, page(event)) | {"date": "kiedyś tam", "title_pl": "Mój"}
    Event.objects.filter(pk=event.pk).update(version=7)

    response = staff.post(page(event), data)

    assert response.status_code == 409
    assert posted_by(response.content.decode())["date"] == "kiedyś tam"


def test_a_record_deleted_meanwhile_can_be_created_anew_from_the_form(staff: Client) -> None:
    event: Any = make.make_event(status="draft")
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Tak.")
    path = page(event)
    data = opened(staff, path) | {"title_pl": "Ocalony"}
    event.delete()

    response = staff.post(path, data)

    assert response.status_code == 409
    html = response.content.decode()
    form = BeautifulSoup(html, "html.parser").select_one("#event_form")
    assert form is not None
    assert staff.post(str(form["action"]), posted_by(html)).status_code == 302
    saved: Any = Event.objects.get()
    assert (saved.title_pl, saved.citations.get().claim_pl) == ("Ocalony", "Tak.")


def test_who_may_not_create_it_anew_gets_the_texts_back(signed_in: SignIn) -> None:
    event: Any = make.make_event()
    translator = signed_in("translator")
    path = page(event)
    data = opened(translator, path) | {"title_en": "Hours of work"}
    event.delete()

    response = translator.post(path, data)

    assert response.status_code == 409
    assert "Hours of work" in response.content.decode()
    assert not Event.objects.exists()


def test_a_delegations_page_counts_as_its_entry(staff: Client) -> None:
    event: Any = make.make_event()
    delegation = Delegation.objects.create(
        event=event, origin=make.make_place(), destination=make.make_place()
    )
    path = f"/pl/admin/events/delegation/{delegation.pk}/change/"
    entry, journey = opened(staff, page(event)), opened(staff, path)

    saved: Any = staff.post(path, journey | {"size": "12"})

    assert saved.url == page(event)
    assert staff.post(page(event), entry).status_code == 409
    assert staff.post(path, journey).status_code == 409
    event.refresh_from_db()
    assert event.version == 2


def test_what_only_the_other_has_changed_is_taken_over_unless_its_user_says_otherwise(
    signed_in: SignIn,
) -> None:
    event: Any = make.make_event("Stary", status="draft", summary_pl="Stary opis.")
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Było tak.")
    record_action(event, Action.ADDED)
    first, second = signed_in("superuser"), signed_in("superuser")
    mine = opened(first, page(event)) | {"title_pl": "Mój"}
    theirs = {"summary_pl": "Drugi opis.", "citations-0-claim_pl": "Było inaczej."}
    second.post(page(event), opened(second, page(event)) | theirs)

    refused = posted_by(first.post(page(event), mine).content.decode())

    assert refused["merge-title_pl"] == "mine"
    assert refused["merge-summary_pl"] == "theirs"
    assert refused["merge-citations-0-claim_pl"] == "theirs"
    first.post(page(event), refused | {"_merge": "1"})
    first.post(page(event), opened(first, page(event)))
    event.refresh_from_db()
    assert (event.title_pl, event.summary_pl) == ("Mój", "Drugi opis.")
    assert event.citations.get().claim_pl == "Było inaczej."
