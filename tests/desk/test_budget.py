"""The desk costs what it costs: with five thousand entries no more queries than with three."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone

from events.models import Citation, Event
from partners.models import Partnership
from tests import factories as make
from tests.desk.reading import cost, desk, sections
from tests.desk.work import WORK, Office
from twinning.dates import HistoricalDate
from twinning.publishing.models import Action, AuditEntry, Status, User
from twinning.translation.models import OutdatedTranslation

BUDGET = 25
MANY = 5_000
STATUSES = (Status.PUBLISHED, Status.PUBLISHED, Status.DRAFT, Status.REVIEW)
BODY = "<p>Delegacja zwiedziła muzeum, po czym podpisano list intencyjny.</p>" * 20


@pytest.mark.parametrize(("role", "limited"), [("superuser", False), ("publisher", True)])
def test_five_thousand_entries_cost_no_more_than_three(db: None, role: str, limited: bool) -> None:
    partnership = make.make_partnership()
    user = make.make_user(role=role, homes=[partnership.home] if limited else [])
    client = Client()
    client.force_login(user)
    for _name, add in WORK.values():
        add(Office(user, partnership))
    few = cost(client)

    crowd(user, partnership)

    assert cost(client) == few <= BUDGET
    assert sections(desk(client))["missing-en"].count > MANY / 2
    for name in sections(desk(client)):
        assert cost(client, f"/pl/admin/desk/{name}/") <= BUDGET


def crowd(user: User, partnership: Partnership) -> None:
    """Entries straight into the tables, with something to be done with most of them."""
    date = HistoricalDate("1994-07~")
    moment = timezone.now()
    events = Event.objects.bulk_create(
        Event(
            date=date, date_earliest=date.earliest, date_latest=date.latest, kind="visit",
            status=STATUSES[number % 4], published_at=moment,
            title_pl=f"Wizyta {number}", title_en=f"Visit {number}",
            summary_pl="Goście.", summary_en="" if number % 3 else "Guests.",
            body_pl=BODY, body_en=BODY,
            slug_pl=f"tlum-{number}", slug_en=f"crowd-{number}",
        )
        for number in range(MANY)
    )  # fmt: skip
    through: Any = Event.partnerships.through
    through.objects.bulk_create(through(event=event, partnership=partnership) for event in events)
    source = make.make_source()
    Citation.objects.bulk_create(
        Citation(event=event, source=source, disagrees=True, claim_pl="Nie")
        for event in events[::2]
    )
    kind = ContentType.objects.get_for_model(Event)
    steps = (Action.ADDED, Action.SUBMITTED, Action.RETURNED)
    AuditEntry.objects.bulk_create(
        AuditEntry(
            content_type=kind, object_id=event.pk, record_name=str(event), action=step,
            user=user, user_name="Halina",
        )
        for event in events
        for step in steps
    )  # fmt: skip
    OutdatedTranslation.objects.bulk_create(
        OutdatedTranslation(
            content_type=kind, object_id=event.pk, field="title", language="en", digest="0" * 64,
            whole_type=kind, whole_id=event.pk,
        )
        for event in events[::2]
    )  # fmt: skip
    make.weigh_tables()
