"""Two states of a record compared: fields in all languages, parts, parts of parts."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from events.models import Citation, Delegation, DelegationMember
from tests import factories as make
from twinning.publishing import snapshot
from twinning.publishing.comparison import Section, compare, told
from twinning.publishing.history import record_action
from twinning.publishing.models import Action, AuditEntry
from twinning.publishing.naming import Names

pytestmark = pytest.mark.django_db


def keep(record: Any) -> int:
    """The number of a revision of what the record says now."""
    record_action(record, Action.CHANGED)
    number = AuditEntry.objects.of(record).newest_first()[0].revision_id
    assert number is not None
    return number


def compared(record: Any, before: int, after: int | None = None) -> list[Section]:
    numbers = [before, *([after] if after else [])]
    found = snapshot.of_revisions(type(record), record.pk, numbers)
    old, new = found[before], found[after] if after else snapshot.now(record)
    return compare(old, new, Names([old, new]))


def texts(section: Section) -> dict[str, tuple[str, str]]:
    return {
        change.label: (
            "".join(each.text for each in change.before),
            "".join(each.text for each in change.after),
        )
        for change in section.changes
    }


def test_the_same_state_has_no_sections() -> None:
    event = make.make_event(topics=[make.make_topic()])

    assert compared(event, keep(event)) == []
    assert compared(event, keep(event), keep(event)) == []


def test_a_field_is_compared_in_each_language_and_says_which() -> None:
    event: Any = make.make_event("Wizyta", title_en="Visit")
    before = keep(event)
    event.title_pl, event.title_en = "Rewizyta", "Return visit"
    event.save()

    with override("en"):
        [section] = compared(event, before, keep(event))

    assert (section.path, section.state) == ((), "record")
    assert [change.language for change in section.changes] == ["pl", "en"]
    assert texts(section) == {
        "Title (Polish)": ("Wizyta", "Rewizyta"),
        "Title (English)": ("Visit", "Return visit"),
    }


def test_dates_choices_and_relations_are_told_in_words() -> None:
    event: Any = make.make_event(date="1994-06", kind="visit")
    before = keep(event)
    event.date, event.kind, event.online = "2009~/2010~", "concert", True
    event.place = make.make_place("kolonia", name_pl="Kolonia")
    event.save()
    event.topics.set([make.make_topic(name_pl="sport")])

    with override("en"):
        [section] = compared(event, before)
        found = texts(section)

    assert found["Date"] == ("June 1994", "turn of 2009 and 2010")
    assert found["Kind"] == ("visit", "concert")
    assert found["Place"][0] == ""
    assert found["Topics"][0] == ""
    assert "yes" in dict(found.values()).values()


def test_rows_are_added_removed_and_changed_even_below_a_row() -> None:
    event = make.make_event()
    home, partner = make.make_place("katowice"), make.make_place("kolonia")
    delegation: Any = Delegation.objects.create(event=event, origin=home, destination=partner)
    member: Any = DelegationMember.objects.create(delegation=delegation, function_pl="prezydent")
    gone = Citation.objects.create(event=event, source=make.make_source(title_pl="List"))
    before = keep(event)
    member.function_pl = "wiceprezydent"
    member.save()
    gone.delete()
    Citation.objects.create(event=event, source=make.make_source(title_pl="Raport"))

    with override("en"):
        sections = compared(event, before)

    assert [(section.state, len(section.path)) for section in sections] == [
        *[("added", 1), ("removed", 1)],
        ("changed", 2),
    ]
    assert "List" in sections[1].path[0]
    assert sections[2].path[0] == "Delegations: Katowice → Kolonia"
    assert sections[2].path[1].startswith("Members of the delegation: ")
    assert texts(sections[2]) == {"Function at that time (Polish)": ("prezydent", "wiceprezydent")}


def test_the_name_of_what_was_deleted_is_kept() -> None:
    topic = make.make_topic(name_pl="szachy")
    nameless = make.make_topic()
    event = make.make_event(topics=[topic, nameless])
    keep(topic)
    before = keep(event)
    number = nameless.pk
    topic.delete()
    nameless.delete()

    with override("en"):
        [section] = compared(event, before)

    assert texts(section)["Topics"] == (f"deleted (no. {number}); szachy (deleted)", "")


def test_a_field_younger_than_a_revision_is_not_compared() -> None:
    event: Any = make.make_event()
    before = keep(event)
    found = snapshot.of_revisions(type(event), event.pk, [before])[before]
    del found.record.values["venue_pl"]
    event.venue_pl = "Spodek"
    event.save()

    assert compare(found, snapshot.now(event), Names([found])) == []


def test_all_that_a_record_said_can_be_told_without_a_comparison() -> None:
    event = make.make_event("Wizyta", body_pl="<p>Tak.</p>")
    Citation.objects.create(event=event, source=make.make_source(title_pl="List"))
    kept = snapshot.of_revisions(type(event), event.pk, [number := keep(event)])[number]

    with override("en"):
        record, citation = told(kept, Names([kept]))

    labels = {change.label for change in record.changes}
    assert {"Title (Polish)", "Text (Polish)", "Date", "Status"} <= labels
    assert "Text (English)" not in labels
    assert citation.path == ("Citations: List",)


def test_a_comparison_costs_the_same_with_one_row_and_with_three() -> None:
    def cost(count: int) -> int:
        event = make.make_event(topics=[make.make_topic() for _index in range(count)])
        before = keep(event)
        for _index in range(count):
            Citation.objects.create(event=event, source=make.make_source())
            delegation = Delegation.objects.create(
                event=event, origin=make.make_place(), destination=make.make_place()
            )
            DelegationMember.objects.create(delegation=delegation, person=make.make_person())
        with CaptureQueriesContext(connection) as captured:
            assert compared(event, before)
        return len(captured)

    assert cost(1) == cost(3) == 16
