"""No format of any dataset, and no filter, tells of what isn't public (the rest: tests/drafts)."""

import json

import pytest
from django.test import Client

from events.data.registry import DATASETS
from events.models import Delegation, DelegationMember, Event
from tests import factories as make
from tests.data.test_filters import FILE, fetched
from tests.drafts.world import NUMBER, WORD, YEAR, add_drafts, publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("kept_out", ["draft", "archived", "scheduled"])
def test_nothing_of_a_draft_stands_in_any_format(client: Client, name: str, kept_out: str) -> None:
    public = publish()
    forms = (f"api/v1/{name}", *(f"dane/{DATASETS[name].slug}.{each}" for each in ("csv", "json")))
    before = [_body(client, form) for form in forms]
    add_drafts(public, kept_out)

    after = [_body(client, form) for form in forms]
    assert after == before
    for body in after:
        for secret in (WORD, str(YEAR), str(NUMBER)):
            assert secret not in body.casefold()


def _body(client: Client, form: str) -> str:
    body: bytes = client.get(f"/pl/{form}").getvalue()
    return body.decode()


@pytest.mark.parametrize("name", DATASETS)
def test_no_filter_reaches_a_draft(client: Client, name: str) -> None:
    public = publish()
    add_drafts(public)
    of_drafts = {
        "partnership": "katowice/zatajone-miasto",
        "series": "zatajone-cykl",
        "organisation": "zatajone-org",
        "person": "zatajone-osoba",
        "network": "zatajone-siec",
        "source": "zatajone-pismo",
    }
    for parameter in DATASETS[name].filters.base_fields:
        if parameter in of_drafts:
            for form in ("api/v1/" + name, f"dane/{DATASETS[name].slug}.csv"):
                response = client.get(f"/pl/{form}?{parameter}={of_drafts[parameter]}")
                assert response.status_code == 404
    assert not Event.objects.published().filter(title_pl__contains="zatajone").exists()


def test_a_delegation_of_a_draft_person_counts_without_the_name(client: Client) -> None:
    event = make.make_event()
    here, there = make.make_place(), make.make_place()
    travel = Delegation.objects.create(event=event, origin=here, destination=there, size=3)
    hidden = make.make_person("tajna", status="draft", family_name="Tajna")
    DelegationMember.objects.create(delegation=travel, person=hidden, function_pl="tajna funkcja")
    DelegationMember.objects.create(delegation=travel, function_pl="dwoje uczniów", count=2)

    [found] = fetched(client, FILE)
    assert [each["size"] for each in found["delegations"]] == [3]
    assert [each["function"] for each in found["delegation_members"]] == ["dwoje uczniów"]
    assert "ajna" not in json.dumps(found)
