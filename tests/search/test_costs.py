"""What an answer costs is a literal number, and the same for one record of each kind and for three.

A question that nothing answers costs no more than its words: what is tried instead is limited.
"""

import pytest
from django.test import Client

from events.models import Event
from tests.pages.reading import queries, read
from tests.pages.records import Scene, add_entries, make_scene
from tests.search.indexed import index_everything
from twinning.search.grammar import MOST_WORDS

pytestmark = pytest.mark.django_db

COSTS = {
    "q=wizyta": 5,
    "q=wizyta&kind=visit": 5,
    "type=organisation": 6,
}
MOST_OF_ALL_KINDS = 24
MOST_FOR_NOTHING = 60


@pytest.fixture
def scene() -> Scene:
    return make_scene()


@pytest.mark.parametrize(("question", "cost"), COSTS.items())
def test_an_answer_costs_the_same_with_one_record_and_with_three(
    client: Client, scene: Scene, question: str, cost: int
) -> None:
    path = f"/pl/szukaj/?{question}"
    add_entries(scene)
    index_everything()
    read(client, path)  # whatever a process asks once
    one = queries(client, path)
    add_entries(scene, 2)
    index_everything()

    assert queries(client, path) == one
    assert one == cost


def test_an_answer_of_all_kinds_costs_little(client: Client, scene: Scene) -> None:
    add_entries(scene)
    index_everything()

    assert queries(client, "/pl/szukaj/?q=nr") <= MOST_OF_ALL_KINDS


def test_the_longest_question_for_nothing_costs_little(client: Client, scene: Scene) -> None:
    add_entries(scene)
    index_everything()
    assert Event.objects.exists()
    words = "+".join(f"xyzw{letter}" for letter in "abcdefghijklmnop"[:MOST_WORDS])

    assert queries(client, f"/pl/szukaj/?q={words}") <= MOST_FOR_NOTHING
