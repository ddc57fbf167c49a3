"""A translators' file changes what was agreed to, all of it or nothing, and never anything else."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from reversion.models import Revision

from events.models import Event
from tests import factories as make
from tests.exchange.sheets import (
    FORMATS,
    cited,
    entry,
    exported,
    line_of,
    refusals,
    reviewed,
    taken_over,
    translated,
    values_of,
)
from tests.exchange.test_export import outdate, reach_of
from twinning.publishing.models import Action, AuditEntry
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.review import Verdict
from twinning.site.exchange.taking import ReviewOutdatedError, take_over
from twinning.translation.exchange.files import Format, read
from twinning.translation.models import OutdatedTranslation

pytestmark = pytest.mark.django_db


def of_events(form: Format = Format.XLIFF, reach: Reach | None = None) -> bytes:
    return exported(form, reach, kinds=[Event])


@pytest.mark.parametrize("form", FORMATS)
def test_five_hundred_units_twenty_of_them_stale(form: Format) -> None:
    for number in range(250):
        entry(
            f"Wizyta {number}",
            title_en="",
            summary_pl=f"Delegacja numer {number}.",
            summary_en="",
        )
    data = translated(
        of_events(form),
        form,
        lambda text: text.replace("Wizyta", "Visit").replace("Delegacja numer", "Delegation"),
    )
    stale = list(Event.objects.order_by("pk")[:20])
    for event in stale:
        Event.objects.filter(pk=event.pk).update(summary_pl="Zmieniono po wysłaniu.")
    revisions = Revision.objects.count()

    review = taken_over(data)

    assert review.counts == {"taken": 480, "unchanged": 0, "refused": 20}
    assert refusals(review) == {f"events.event.{event.pk}.summary": ["source"] for event in stale}
    assert Event.objects.filter(title_en__startswith="Visit ").count() == 250
    assert Event.objects.filter(summary_en__startswith="Delegation ").count() == 230
    assert Revision.objects.count() == revisions + 250
    assert set(Event.objects.values_list("version", flat=True)) == {2}
    again = taken_over(data)
    assert again.counts == {"taken": 0, "unchanged": 480, "refused": 20}
    assert set(Event.objects.values_list("version", flat=True)) == {2}
    assert Revision.objects.count() == revisions + 250


def test_a_record_gets_one_revision_and_says_who_did_it() -> None:
    event = entry(title_en="", summary_en="")
    citation = cited(event, claim_pl="Tak", claim_en="")
    user = make.make_user(role="translator", first_name="Anna", last_name="Nowak")
    data = translated(of_events(), Format.XLIFF, lambda _source: "Yes")
    taken_over(data, reach_of(user))

    event.refresh_from_db()
    citation.refresh_from_db()
    assert (event.title_en, event.summary_en, citation.claim_en) == ("Yes", "Yes", "Yes")
    assert event.version == 2
    logged: Any = AuditEntry.objects.of(event).get()
    assert logged.action == Action.CHANGED
    assert (logged.user, logged.version, logged.comment) == (user, 2, "plik.xlf")
    assert logged.revision.version_set.count() == 2


def test_a_change_of_a_part_alone_raises_its_records_version() -> None:
    event = entry()
    citation = cited(event, claim_pl="Tak", claim_en="")
    taken_over(translated(of_events(), Format.XLIFF, {"Tak": "Yes"}))

    citation.refresh_from_db()
    event.refresh_from_db()
    assert (citation.claim_en, event.version) == ("Yes", 2)


def test_only_the_translators_language_is_written() -> None:
    event = entry(title_en="", body_pl="<p>Bez zmian</p>", body_en="")
    kept = values_of(event)
    data = translated(of_events(), Format.XLIFF, {event.title_pl: "A visit"})
    taken_over(data.replace(b"Bez zmian", b"Co innego"))

    changed = values_of(event)
    different = {name for name in kept if kept[name] != changed[name]}
    assert different == {"title_en", "version", "updated_at", "find_key"}


def test_what_a_translation_mends_is_no_longer_outdated() -> None:
    event = entry()
    outdate(event, "summary")
    outdate(event, "title")
    assert OutdatedTranslation.objects.count() == 2
    data = of_events()
    left_alone = reviewed(data)
    assert left_alone.counts["taken"] == 0

    taken_over(translated(data, Format.XLIFF, {event.summary_pl: "Quite otherwise."}))
    remaining = OutdatedTranslation.objects.get()
    assert remaining.field == "title"


@pytest.mark.parametrize("form", FORMATS)
def test_an_outdated_translation_that_is_declared_right_is_confirmed(form: Format) -> None:
    event = entry(title_en="Visit no. 1")
    outdate(event, "title")
    data = translated(of_events(form), form, {event.title_pl: "Visit no. 1"})
    review = taken_over(data)

    assert line_of(review, event, "title").only_confirms
    assert not OutdatedTranslation.objects.exists()
    assert [each.comment for each in AuditEntry.objects.of(event)] == ["plik.xlf"]
    event.refresh_from_db()
    assert event.version == 1
    assert reviewed(data).counts["taken"] == 0


def test_a_translation_changed_here_since_the_export_is_not_overwritten() -> None:
    event, untouched = entry(), entry()
    data = translated(of_events(), Format.XLIFF, {event.title_pl: "From the file"})
    Event.objects.update(title_en="Written here")
    review = taken_over(data)

    assert refusals(review) == {f"events.event.{event.pk}.title": ["target"]}
    assert line_of(review, untouched, "title").verdict is Verdict.UNCHANGED
    assert set(Event.objects.values_list("title_en", flat=True)) == {"Written here"}


def test_an_empty_translation_deletes_nothing() -> None:
    event = entry(title_en="Visit")
    review = taken_over(translated(of_events(), Format.XLIFF, {event.title_pl: ""}))

    assert review.counts["taken"] == 0
    event.refresh_from_db()
    assert event.title_en == "Visit"


def test_an_unfinished_text_waits_unless_it_is_asked_for() -> None:
    event = entry(title_en="Visit")
    outdate(event, "title")
    data = of_events(Format.PO).replace(b'msgstr "Visit"', b'msgstr "Half a vis"')

    assert refusals(reviewed(data)) == {f"events.event.{event.pk}.title": ["unfinished"]}
    assert taken_over(data, unfinished=True).counts["taken"] == 1


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("x" * 161, "length"),
        ("A visit of {nobody}", "placeholders"),
        ("A <b>visit</b>", "markup"),
        ("Delegacja była na otwarciu wystawy i w muzeum.", "language"),
    ],
)
def test_what_broke_is_refused_and_the_rest_taken(target: str, code: str) -> None:
    broken, fine = entry(title_en=""), entry(title_en="")
    data = translated(
        of_events(), Format.XLIFF, {broken.title_pl: target, fine.title_pl: "A visit"}
    )
    review = taken_over(data)

    assert refusals(review) == {f"events.event.{broken.pk}.title": [code]}
    fine.refresh_from_db()
    assert fine.title_en == "A visit"


def test_a_unit_that_stands_twice_counts_once() -> None:
    event = entry(title_en="")
    data = translated(of_events(Format.PO), Format.PO, {event.title_pl: "The first"})
    block = next(each for each in data.split(b"\n\n") if b"The first" in each)
    review = taken_over(data + b"\n" + block.replace(b"The first", b"The second") + b"\n")

    assert refusals(review) == {f"events.event.{event.pk}.title": ["repeated"]}
    event.refresh_from_db()
    assert event.title_en == "The first"


def test_a_rich_text_is_cleaned_and_the_same_file_changes_nothing_then() -> None:
    event = entry(body_pl="<p>Raz<br>dwa</p>", body_en="")
    data = translated(of_events(), Format.XLIFF, {event.body_pl: "<p>One<br/>two&nbsp;three</p>"})

    assert taken_over(data).counts["taken"] == 1
    event.refresh_from_db()
    assert event.body_en == "<p>One<br>two&nbsp;three</p>"
    assert taken_over(data).counts == {"taken": 0, "unchanged": 3, "refused": 0}


def test_lines_that_a_form_ended_otherwise_are_the_same() -> None:
    event = entry(summary_pl="Raz.\r\nDwa.", summary_en="One.\r\nTwo.", title_en="")
    data = translated(of_events(), Format.XLIFF, {event.title_pl: "A visit"})

    assert taken_over(data).counts == {"taken": 1, "unchanged": 1, "refused": 0}


def test_what_is_not_here_is_refused() -> None:
    event = entry(title_en="")
    user = make.make_user(email="tajny@example.org")
    data = translated(of_events(), Format.XLIFF, {event.title_pl: "A visit"})
    for old, new in (
        (f"events.event.{event.pk}.title", "events.event.999999.title"),
        (f"events.event.{event.pk}.title", f"events.event.{event.pk}.nothing"),
        (f"events.event.{event.pk}.title", f"events.event.{event.pk}.slug"),
        (f"events.event.{event.pk}.title", f"publishing.user.{user.pk}.username"),
        (f"events.event.{event.pk}.title", "no place at all"),
    ):
        review = reviewed(data.replace(old.encode(), new.encode()))
        assert review.counts["taken"] == 0
        assert list(refusals(review).values()) == [["unknown"]], new


def test_who_may_not_write_a_record_takes_nothing_over() -> None:
    katowice, chorzow = make.make_partnership(), make.make_partnership()
    entry(title_en="", partnerships=[chorzow])
    data = translated(of_events(), Format.XLIFF, lambda _source: "A visit")
    translator = make.make_user(role="translator", homes=[katowice.home])
    review = taken_over(data, reach_of(translator))

    assert review.counts["taken"] == 0
    assert {tuple(codes) for codes in refusals(review).values()} == {("unknown",)}
    assert "Wizyta" not in "".join(line.value for line in review.lines)


@pytest.mark.parametrize(
    ("role", "status", "taken"),
    [
        ("translator", "published", True),
        ("translator", "draft", True),
        ("editor", "draft", True),
        ("editor", "published", False),
        ("publisher", "published", True),
    ],
)
def test_rights_are_those_of_the_form(role: str, status: str, taken: bool) -> None:
    event = entry(title_en="", status=status)
    data = translated(of_events(), Format.XLIFF, {event.title_pl: "A visit"})
    review = taken_over(data, reach_of(make.make_user(role=role)))

    assert (review.counts["taken"] == 1) is taken
    assert list(refusals(review).values()) == ([] if taken else [["rights"]])


def test_nothing_is_written_if_anything_has_changed_since_the_preview() -> None:
    event, other = entry(title_en=""), entry(title_en="")
    data = translated(of_events(), Format.XLIFF, lambda _source: "A visit")
    agreed = reviewed(data).fingerprint
    Event.objects.filter(pk=other.pk).update(title_pl="Co innego")

    with pytest.raises(ReviewOutdatedError) as caught:
        take_over(read(data), "en", Reach(), agreed=agreed, comment="")
    assert refusals(caught.value.review) == {f"events.event.{other.pk}.title": ["source"]}
    event.refresh_from_db()
    assert (event.title_en, event.version) == ("", 1)


def test_if_one_record_fails_none_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    events = [entry(title_en="") for _number in range(3)]
    outdate(events[0], "summary")
    data = translated(of_events(), Format.XLIFF, lambda _source: "A visit")
    save = Event.save

    def save_or_fail(event: Any, *args: Any, **kwargs: Any) -> None:
        if event.pk == events[-1].pk:
            raise IntegrityError
        save(event, *args, **kwargs)

    monkeypatch.setattr(Event, "save", save_or_fail)
    with pytest.raises(IntegrityError):
        taken_over(data)
    assert not Event.objects.filter(title_en="A visit").exists()
    assert not AuditEntry.objects.exists()
    assert OutdatedTranslation.objects.count() == 1


def test_a_preview_of_three_entries_costs_as_much_as_of_one() -> None:
    def cost(data: bytes) -> int:
        with CaptureQueriesContext(connection) as captured:
            reviewed(data)
        return len(captured)

    entry(title_en="")
    ContentType.objects.get_for_model(Event)
    cost(of_events())
    first = cost(of_events())
    for _number in range(2):
        entry(title_en="")
    assert cost(of_events()) == first <= 10
