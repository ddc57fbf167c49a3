"""What a version costs is a literal number, and the same with one entry and with three."""

import pytest
from django.test import Client

from events.addresses import (
    citation_address,
    state_address,
    version_address,
    year_citation_address,
)
from events.models import Event, YearNote
from tests.citing.reading import FIRST, spread_out
from tests.history.records import keep, save
from tests.pages.reading import queries
from tests.pages.records import Scene, add_entries, make_scene
from twinning.publishing.public_states import states_of

pytestmark = pytest.mark.django_db

BUDGETS = {
    "citation": 3,
    "old": 16,
    "current": 25,
    "reference": 16,
    "year citation": 6,
    "state": 21,
    "year reference": 20,
}


def remember(scene: Scene) -> dict[str, str]:
    """Keep two versions of all; the addresses at which they are told."""
    for record in (*Event.objects.all(), *YearNote.objects.all()):
        keep(record)
        save(record)
        spread_out(record)
    event = Event.objects.filter(partnerships=scene.partnership).earliest("pk")
    state = state_address(scene.partnership, 1994, FIRST)
    return {
        "citation": citation_address(event),
        "old": version_address(event, 1),
        "current": version_address(event, states_of(event)[-1].number),
        "reference": f"{version_address(event, 1)}ris/",
        "year citation": year_citation_address(scene.partnership, 1994),
        "state": state,
        "year reference": f"{state}bibtex/",
    }


@pytest.fixture
def scene(db: None) -> Scene:
    return make_scene()


def test_versions_cost_the_same_with_one_entry_and_with_three(client: Client, scene: Scene) -> None:
    add_entries(scene)
    one = {name: queries(client, path) for name, path in remember(scene).items()}
    add_entries(scene, 2)
    three = {name: queries(client, path) for name, path in remember(scene).items()}

    assert three == one
    assert one == BUDGETS
