"""Databases that were filled before the site kept histories, and before it kept what was public."""

from datetime import UTC, datetime, timedelta
from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from events.addresses import version_address, year_address
from tests import factories as make
from tests.citing.reading import citation_of_year
from tests.history.records import keep, save
from tests.pages.reading import read, words
from twinning.publishing import lifecycle
from twinning.publishing.models import Action, AuditEntry
from twinning.publishing.public_states import states_of

pytestmark = pytest.mark.django_db

migration: Any = import_module("twinning.publishing.migrations.0009_audit_public_state")


def keep_first_versions() -> str:
    out = StringIO()
    call_command("keep_first_versions", stdout=out)
    return out.getvalue()


def test_a_record_without_a_history_gets_its_first_version(client: Client) -> None:
    partnership = make.make_partnership()
    event: Any = make.make_event(partnerships=[partnership])
    published, changed = (datetime(2024, 5, day, 12, tzinfo=UTC) for day in (3, 9))
    type(event).objects.filter(pk=event.pk).update(published_at=published, updated_at=changed)

    keep_first_versions()

    [state] = states_of(event)
    assert (state.number, state.since, state.until) == (1, changed, None)
    assert client.get(version_address(event, 1)).status_code == 200
    assert "/stan/" in words(citation_of_year(client, partnership).select_one(".cite__plain"))
    register = read(client, event.get_absolute_url()).select(".record li")
    assert [words(each) for each in register] == [
        "9 maja 2024 r.: zmiana",
        "3 maja 2024 r.: publikacja",
    ]


def test_one_that_never_changed_was_published_then(client: Client) -> None:
    event: Any = make.make_event()
    moment = datetime(2024, 5, 3, 12, tzinfo=UTC)
    type(event).objects.filter(pk=event.pk).update(published_at=moment, updated_at=moment)

    keep_first_versions()

    register = read(client, event.get_absolute_url()).select(".record li")
    assert [words(each) for each in register] == ["3 maja 2024 r.: publikacja"]


def test_drafts_and_plans_become_no_versions() -> None:
    draft = make.make_event(status="draft")
    planned = make.make_event(publish_at=timezone.now() + timedelta(days=1))

    keep_first_versions()

    assert states_of(draft) == states_of(planned) == []


def test_what_has_a_history_is_left_alone() -> None:
    event = make.make_event()
    keep(event, Action.ADDED)
    keep_first_versions()

    assert keep_first_versions() == "0 first revisions kept.\n"
    assert AuditEntry.objects.of(event).count() == 1


def test_the_migration_tells_from_revisions_what_was_public(client: Client) -> None:
    event: Any = make.make_event("Szkic", status="draft")
    keep(event, Action.ADDED)
    lifecycle.take(lifecycle.PUBLISH, event, user=None)
    save(event, title_pl="Poprawka")
    planned: Any = make.make_event(
        status="draft",
        publish_at=timezone.now() + timedelta(days=1),
        unpublish_at=timezone.now() + timedelta(days=2),
    )
    lifecycle.take(lifecycle.PUBLISH, planned, user=None)
    known = list(AuditEntry.objects.order_by("pk").values("public_from", "public_until"))
    expected = states_of(event)
    AuditEntry.objects.update(public_from=None, public_until=None)
    assert states_of(event) == []

    migration.tell_from_revisions(apps, None)

    assert states_of(event) == expected
    found = list(AuditEntry.objects.order_by("pk").values("public_from", "public_until"))
    assert [close(a, b) for a, b in zip(found, known, strict=True)] == [True] * 4


def close(one: Any, other: Any) -> bool:
    """JSON keeps thousandths of a second."""
    return all(
        (one[name] is None) == (other[name] is None)
        and (one[name] is None or abs(one[name] - other[name]) < timedelta(seconds=0.01))
        for name in one
    )


def test_a_year_address_is_cited_until_then(client: Client) -> None:
    partnership = make.make_partnership()
    make.make_event(partnerships=[partnership])

    cited = words(citation_of_year(client, partnership).select_one(".cite__plain"))

    assert cited.endswith(f"http://testserver{year_address(partnership, 1994)}")
