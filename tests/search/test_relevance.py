"""Real questions to the real chronicle: what is meant is among the first three answers."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from events.finding.answer import replied
from events.loading import load
from partners.models import Partnership
from tests.loading.conftest import CHRONICLE
from tests.search.relevance import QUESTIONS, Asked
from twinning.search.grammar import typed
from twinning.search.registry import searchables
from twinning.search.results import Hit

# Loaded once, by one worker; the tests only read.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("chronicle")]

FIRST = 3
AT_LEAST = 0.95


@pytest.fixture(scope="module")
def chronicle(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load(CHRONICLE)
        yield
        transaction.set_rollback(True)


def first_answers(asked: Asked) -> list[str]:
    """As the page gives them, put right or without a word where that finds what the words don't."""
    with override(asked.language):
        reply = replied(typed(asked.text), {})
    return [named(hit) for hit in reply.results.hits[:FIRST]]


def named(hit: Hit) -> str:
    (model,) = (each.model for each in searchables() if each.kind == hit.kind)
    record = model._base_manager.get(pk=hit.key)
    if isinstance(record, Partnership):
        return f"partnership:{'/'.join(record.natural_key())}"
    return f"{hit.kind}:{getattr(record, 'slug_pl', record.pk)}"


def test_what_is_meant_is_among_the_first_three(chronicle: None) -> None:
    answers = {asked: first_answers(asked) for asked in QUESTIONS}

    missed = {asked: given for asked, given in answers.items() if not asked.expected & set(given)}
    for asked, given in missed.items():
        print(f"{asked.language} “{asked.text}”: {', '.join(given) or 'nothing'}")  # noqa: T201
    assert 1 - len(missed) / len(QUESTIONS) >= AT_LEAST


def test_there_are_enough_questions_and_none_twice() -> None:
    assert len(QUESTIONS) >= 90
    assert len({(asked.text, asked.language) for asked in QUESTIONS}) == len(QUESTIONS)


def test_every_expected_record_is_in_the_chronicle(chronicle: None) -> None:
    known = {
        named(Hit(each.kind, key, "pl", 0))
        for each in searchables()
        for key in each.model._base_manager.values_list("pk", flat=True)
    }

    assert {record for asked in QUESTIONS for record in asked.expected} <= known
