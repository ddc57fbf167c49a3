"""A name taken out of everything that the site keeps."""

from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from events.models import Citation, DelegationMember, Event
from tests import factories as make
from tests.history.records import keep, save
from twinning.publishing import snapshot
from twinning.publishing.models import AuditEntry, WorkingCopy

pytestmark = pytest.mark.django_db

NAME = "Łucja Prywatna"


def redact(*options: str, phrase: str = NAME, replacement: str = "uczennica") -> str:
    told = StringIO()
    call_command("redact", phrase, "--with", replacement, *options, stdout=told)
    return told.getvalue()


def everything() -> str:
    """All that stands in the table of any model."""
    models = apps.get_models(include_auto_created=True)
    return "\n".join(
        str(row) for model in models for row in model._base_manager.order_by("pk").values()
    )


@pytest.fixture
def event(db: None) -> Any:
    """Named in texts, a row, an address, an old version, the log and a working copy."""
    record: Any = make.make_event(
        "Wystawa: Łucja Prywatna", slug="wystawa-lucja-prywatna", body_pl=f"<p>{NAME}.</p>"
    )
    Citation.objects.create(
        event=record, source=make.make_source(), claim_pl="Tak pisze ŁUCJA\u00a0PRYWATNA."
    )
    keep(record, comment=f"dodano: {NAME}")
    save(record, summary_pl="Nowy opis.")
    user = make.make_user(role="editor")
    WorkingCopy.objects.create(
        author=user,
        content_type=AuditEntry.objects.all()[0].content_type,
        object_id=record.pk,
        title=NAME,
        data={"title_pl": [f"O: {NAME}"], "slug_pl": ["o-lucja-prywatna"]},
    )
    return record


def test_without_apply_nothing_changes_and_all_is_shown(event: Any) -> None:
    before = everything()

    told = redact()

    assert everything() == before
    assert f"events.Event {event.pk}: " in told
    assert "reversion.Version" in told
    assert "--apply" in told


def test_the_phrase_is_gone_from_every_table(event: Any) -> None:
    told = redact("--apply")

    left = everything().casefold()
    for spelling in ("łucja prywatna", "łucja\u00a0prywatna", "lucja-prywatna", "\\xa0prywatna"):
        assert spelling not in left, spelling
    assert "Replaced." in told
    assert NAME not in told
    event.refresh_from_db()
    assert event.title_pl == "Wystawa: uczennica"
    assert event.slug_pl == "wystawa-uczennica"
    assert Citation.objects.get().claim_pl == "Tak pisze uczennica."  # type: ignore[attr-defined]
    copy = WorkingCopy.objects.get()
    assert copy.data == {"title_pl": ["O: uczennica"], "slug_pl": ["o-uczennica"]}


def test_old_versions_can_still_be_read(event: Any) -> None:
    redact("--apply")

    numbers = AuditEntry.objects.of(event).values_list("revision_id", flat=True)
    kept = snapshot.of_revisions(Event, event.pk, [each for each in numbers if each])
    assert {each.record.values["title_pl"] for each in kept.values()} == {"Wystawa: uczennica"}


def test_redaction_is_logged_without_the_phrase_and_open_forms_become_stale(event: Any) -> None:
    version = event.version

    redact("--apply")

    event.refresh_from_db()
    entry = AuditEntry.objects.of(event).newest_first()[0]
    assert event.version == version + 1 == entry.version
    assert "redakcja" in entry.comment or "redaction" in entry.comment


def test_a_name_in_a_part_of_a_part_counts_for_the_whole() -> None:
    event: Any = make.make_event()
    home, partner = make.make_place(), make.make_place()
    delegation = event.delegations.create(origin=home, destination=partner)
    DelegationMember.objects.create(delegation=delegation, function_pl=f"uczennica {NAME}")

    redact("--apply", replacement="")

    assert DelegationMember.objects.get().function_pl == "uczennica "  # type: ignore[attr-defined]
    event.refresh_from_db()
    assert event.version == 2


def test_a_longer_word_stays() -> None:
    event: Any = make.make_event("Janina i Jan")

    redact("--apply", phrase="Jan", replacement="X")

    event.refresh_from_db()
    assert event.title_pl == "Janina i X"


def test_a_replacement_that_is_too_long_leaves_everything_as_it_was(event: Any) -> None:
    before = everything()

    with pytest.raises(CommandError, match="Nothing was changed"):
        redact("--apply", replacement="x" * 200)
    assert everything() == before


def test_addresses_that_would_be_the_same_leave_everything_as_it_was(event: Any) -> None:
    make.make_event(slug="wystawa-uczennica")
    before = everything()

    with pytest.raises(CommandError, match="Nothing was changed"):
        redact("--apply")
    assert everything() == before


def test_nothing_to_look_for_is_refused() -> None:
    with pytest.raises(CommandError):
        redact(phrase="  ")


def test_a_phrase_that_stands_nowhere_is_said_to() -> None:
    assert "nowhere" in redact("--apply")
