"""One record side by side: what is shown, what can be written, by whom."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from events.models import Citation, Event
from tests import factories as make
from tests.pages.reading import words
from tests.translating.conftest import SignIn
from tests.translating.reading import QUEUE, fields, opened, page, sheet_of, text, waiting
from twinning.publishing.models import AuditEntry
from twinning.translation.following import follow_texts
from twinning.translation.models import Assignment, GlossaryTerm, OutdatedTranslation, Passage
from twinning.translation.outdated import Saved

SAVE = {"_save": "1"}
NEXT = {"_next": "1"}


def rewritten(record: Any, **texts: str) -> None:
    """As a colleague's save leaves it."""
    before = dict(vars(record))
    for name, said in texts.items():
        setattr(record, name, said)
    if hasattr(record, "version"):
        record.version += 1
    record.save()
    follow_texts(record, [Saved(record, before)])


def post(client: Client, record: Any, given: dict[str, str], query: str = "") -> Any:
    return client.post(f"{sheet_of(record)}{query}", given)


def fresh(record: Any) -> Any:
    return type(record).objects.get(pk=record.pk)


# Writing


def test_a_save_is_a_revision_with_an_entry_in_the_log(translator: Client) -> None:
    event: Any = make.make_event("Most", title_en="")
    data = opened(translator, event) | {text(event, "title"): "Bridge"}

    assert post(translator, event, data | SAVE).status_code == 302
    saved = fresh(event)
    assert (saved.title_en, saved.title_pl, saved.version) == ("Bridge", "Most", 2)
    [entry] = AuditEntry.objects.of(event)
    assert (entry.action, entry.version) == ("changed", 2)
    assert "Bridge" in entry.revision.version_set.get().serialized_data  # type: ignore[union-attr]


def test_a_part_is_written_with_its_record(translator: Client) -> None:
    event: Any = make.make_event()
    citation: Any = Citation.objects.create(
        event=event, source=make.make_source(), claim_pl="Tak", claim_en=""
    )
    data = opened(translator, event) | {text(citation, "claim"): "Yes"}

    assert post(translator, event, data | SAVE).status_code == 302
    assert (fresh(citation).claim_en, fresh(event).version) == ("Yes", 2)


def test_whatever_else_is_posted_only_the_translation_is_written(translator: Client) -> None:
    event: Any = make.make_event("Most", title_en="")
    other: Any = make.make_event("Inny", title_en="Other")
    foreign = {
        "title_pl": "Napaść",
        "title": "Napaść",
        "kind": "concert",
        "status": "draft",
        f"event-{event.pk}-title_pl": "Napaść",
        f"event-{event.pk}-slug": "napasc",
        f"event-{other.pk}-title": "Attack",
        text(event, "title"): "Bridge",
    }
    post(translator, event, opened(translator, event) | foreign | SAVE)

    saved = fresh(event)
    assert (saved.title_en, saved.title_pl, saved.kind, saved.status) == (
        "Bridge",
        "Most",
        "visit",
        "published",
    )
    assert saved.slug_en == event.slug_en
    assert fresh(other).title_en == "Other"


def test_a_form_sent_back_as_it_was_changes_nothing(translator: Client) -> None:
    event: Any = make.make_event(body_pl="<p>Tak.</p>", body_en="<p>Yes.</p>\n<p>So.</p>")
    data = {name: said.replace("\n", "\r\n") for name, said in opened(translator, event).items()}

    assert post(translator, event, data | SAVE).status_code == 302
    assert fresh(event).version == 1
    assert not AuditEntry.objects.exists()


def test_a_text_that_is_too_long_is_refused_and_kept_in_the_form(translator: Client) -> None:
    event = make.make_event("Most", title_en="")
    data = opened(translator, event) | {text(event, "title"): "B" * 200}
    response = post(translator, event, data | SAVE)

    assert response.status_code == 200
    assert "B" * 200 in response.content.decode()
    assert "Niczego nie zapisano" in response.content.decode()
    assert fresh(event).title_en == ""


def test_dangerous_markup_is_taken_out(translator: Client) -> None:
    event: Any = make.make_event(body_pl="<p>Tak.</p>", body_en="")
    data = opened(translator, event) | {
        text(event, "body"): "<p onclick='x()'>Yes.<script>alert(1)</script></p>"
    }
    post(translator, event, data | SAVE)

    assert fresh(event).body_en == "<p>Yes.</p>"


# Ticks


def test_the_same_on_purpose_writes_the_source(translator: Client) -> None:
    event: Any = make.make_event("Spodek", title_en="")
    data = opened(translator, event) | {f"same-{text(event, 'title')}": "on"}
    post(translator, event, data | SAVE)

    assert fresh(event).title_en == "Spodek"
    assert waiting(translator) == []
    assert [name for name, _state in waiting(translator, "?state=same")] == ["Spodek Tytuł"]


def test_right_as_it_stands_clears_the_queue_and_is_logged(translator: Client) -> None:
    event: Any = make.make_event("Most", title_en="Bridge")
    rewritten(event, title_pl="Most,")
    data = opened(translator, event) | {f"right-{text(event, 'title')}": "on"}
    post(translator, event, data | SAVE)

    assert not OutdatedTranslation.objects.exists()
    [entry] = AuditEntry.objects.of(event)
    assert "pozostaje aktualne" in entry.comment
    assert fresh(event).version == 2


# Two people at once


def test_a_stale_form_is_refused_and_shows_both(translator: Client) -> None:
    event: Any = make.make_event("Most", title_en="Bridge")
    mine = opened(translator, event) | {text(event, "title"): "My bridge"}
    rewritten(event, title_en="Their bridge", summary_en="Their summary.")

    response = post(translator, event, mine | SAVE)
    assert response.status_code == 409
    said = response.content.decode()
    assert "My bridge" in said
    assert "Their bridge" in said
    assert fresh(event).title_en == "Their bridge"
    again = fields(page_of(response))
    assert again[text(event, "summary")] == "Their summary."
    assert post(translator, event, again | SAVE).status_code == 302
    saved = fresh(event)
    assert (saved.title_en, saved.summary_en) == ("My bridge", "Their summary.")


def test_a_source_that_changed_meanwhile_is_shown_before_anything_is_saved(
    translator: Client,
) -> None:
    event: Any = make.make_event("Most", title_en="")
    mine = opened(translator, event) | {text(event, "title"): "Bridge"}
    rewritten(event, title_pl="Nowy most")

    response = post(translator, event, mine | SAVE)
    assert response.status_code == 409
    assert "Nowy most" in response.content.decode()
    assert fresh(event).title_en == ""


def page_of(response: Any) -> Any:
    from bs4 import BeautifulSoup

    return BeautifulSoup(response.content, "html.parser")


# What helps


def test_a_passage_translated_elsewhere_is_taken_over_without_a_script(translator: Client) -> None:
    known: Any = make.make_event()
    rewritten(known, summary_pl="Zwiedzili muzeum.", summary_en="They saw the museum.")
    event: Any = make.make_event(summary_pl="Zwiedzili muzeum.", summary_en="")
    sheet = page(translator, sheet_of(event))
    button = sheet.select_one("button[name=take]")
    assert button is not None
    response = post(translator, event, fields(sheet) | {"take": str(button["value"])})

    assert response.status_code == 200
    assert fields(page_of(response))[text(event, "summary")] == "They saw the museum."
    assert fresh(event).summary_en == ""


def test_the_memory_is_filled_by_a_command_too(translator: Client) -> None:
    make.make_event(summary_pl="Zwiedzili muzeum.", summary_en="They saw the museum.")
    call_command("learn_translations")
    call_command("learn_translations")

    assert Passage.objects.filter(source="Zwiedzili muzeum.").count() == 1


def test_a_fixed_term_that_is_not_kept_is_told(translator: Client) -> None:
    GlossaryTerm.objects.create(source="Lajkonik", language="en", target="Lajkonik rider")
    event: Any = make.make_event(summary_pl="Widziano Lajkonika.", summary_en="A horse was seen.")

    warned = page(translator, sheet_of(event)).select_one(".sheet-terms li")
    assert words(warned) == "Lajkonik → Lajkonik rider"


def test_the_date_is_shown_as_it_will_read(translator: Client) -> None:
    event = make.make_event(date="2014-09-12/2014-09-14")

    said = words(page(translator, sheet_of(event)).select_one(".sheet-dates"))
    assert "12–14 September 2014" in said
    assert "września" in said


# Going on


def test_save_and_next_goes_through_the_queue_with_the_same_filters(translator: Client) -> None:
    first, second = make.make_event("Jeden", title_en=""), make.make_event("Dwa", title_en="")
    make.make_partnership(summary_en="")
    query = "?kind=events.Event&order=oldest"
    answer = post(translator, first, opened(translator, first) | NEXT, query)
    assert answer["Location"].startswith(sheet_of(second))
    assert "kind=events.Event" in answer["Location"]
    data = opened(translator, second) | {text(second, "title"): "Two"}
    last = post(translator, second, data | NEXT, query)

    assert last["Location"].startswith(f"{QUEUE}?")


def test_a_record_is_assigned_noted_and_done(translator: Client) -> None:
    event = make.make_event(title_en="")
    colleague = make.make_user(role="translator", first_name="Ewa", last_name="Lis")
    given = {"_assign": "1", "assignment-note": "Pilne"}
    post(translator, event, given | {"assignment-translator": str(colleague.pk)})
    [row] = page(translator, QUEUE).select(".desk-rows li")
    assert "Ewa Lis" in words(row)
    assert "Pilne" in words(row)
    post(
        translator,
        event,
        given | {"assignment-translator": str(colleague.pk), "assignment-done": "on"},
    )

    assert Assignment.objects.open().count() == 0
    assert Assignment.objects.get().translator == colleague


def test_nobody_but_a_translator_can_be_given_a_record(translator: Client) -> None:
    event = make.make_event(title_en="")
    editor = make.make_user(role="editor")
    given = {"_assign": "1", "assignment-translator": str(editor.pk)}

    assert post(translator, event, given).status_code == 200
    assert not Assignment.objects.exists()


# Rights


def test_an_editor_reads_a_published_record_and_cannot_write_past_review(
    signed_in: SignIn,
) -> None:
    event: Any = make.make_event("Most", title_en="Bridge")
    editor = signed_in("editor")
    sheet = page(editor, sheet_of(event))
    assert not sheet.select("input[name=_save]")

    data = fields(sheet) | {text(event, "title"): "Attack"}
    assert post(editor, event, data | SAVE).status_code == 403
    assert fresh(event).title_en == "Bridge"


def test_an_editor_writes_in_a_draft(signed_in: SignIn) -> None:
    event: Any = make.make_event("Most", title_en="", status="draft")
    editor = signed_in("editor")
    data = opened(editor, event) | {text(event, "title"): "Bridge"}

    assert post(editor, event, data | SAVE).status_code == 302
    assert fresh(event).title_en == "Bridge"


def test_another_citys_record_is_not_written(signed_in: SignIn) -> None:
    home = make.make_place("chorzow", is_home=True)
    event: Any = make.make_event(title_en="Bridge", partnerships=[make.make_partnership()])
    client = signed_in("translator", homes=[home])
    response = post(client, event, {"version": "1", text(event, "title"): "Attack"} | SAVE)

    assert response.status_code == 403
    assert fresh(event).title_en == "Bridge"


@pytest.mark.parametrize(
    "path",
    ["pl/events/event/1/", "xx/events/event/1/", "en/events/event/9999/", "en/auth/group/1/",
     "en/no/such/1/", "en/events/citation/1/"],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_not_found(translator: Client, path: str) -> None:
    make.make_event(pk=1)

    assert translator.get(f"{QUEUE}{path}").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_a_record_costs_the_same_whatever_the_number_of_its_parts(
    translator: Client, count: int, django_assert_max_num_queries: Any
) -> None:
    event: Any = make.make_event()
    source = make.make_source()
    for _index in range(count):
        Citation.objects.create(event=event, source=source, claim_pl="Tak", claim_en="")
    translator.get(sheet_of(event))

    with django_assert_max_num_queries(32):
        assert translator.get(sheet_of(event)).status_code == 200


def test_an_outdated_text_is_still_so_when_its_record_is_recovered(signed_in: SignIn) -> None:
    event: Any = make.make_event("Most", title_en="Bridge")
    rewritten(event, title_pl="Nowy most")
    publisher = signed_in("publisher")
    publisher.post(f"/pl/admin/events/event/{event.pk}/delete/", {"post": "yes"})
    assert not Event.objects.filter(pk=event.pk).exists()
    gone = f"/pl/admin/events/event/deleted/{event.pk}/"
    publisher.post(gone, {"comment": ""})

    assert fresh(event).title_pl == "Nowy most"
    assert waiting(publisher) == [("Nowy most Tytuł", "nieaktualne")]
