"""No version tells what isn't public: not when it is read, and not by what it was tied to."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from events.addresses import (
    citation_address,
    state_address,
    version_address,
    year_citation_address,
)
from events.references import FORMATS
from tests import factories as make
from tests.citing.reading import moments, spread_out
from tests.drafts.world import (
    KEPT_OUT,
    NUMBER,
    WORD,
    YEAR,
    Records,
    add_drafts,
    publish,
    set_columns,
)
from tests.history.records import keep, save
from twinning.publishing import lifecycle
from twinning.publishing.history import record_deletion
from twinning.publishing.models import Action, Status
from twinning.publishing.public_states import states_of
from twinning.publishing.redaction import Redaction

pytestmark = pytest.mark.django_db

SECRET = "Zatajona Nazwa"


@pytest.fixture
def partnership(db: None) -> Any:
    return make.make_partnership(home=make.make_place("katowice", is_home=True))


@pytest.fixture
def event(partnership: Any) -> Any:
    """Two versions, of which the first says too much."""
    make_company(partnership)
    event = make.make_event(SECRET, title_en=SECRET, partnerships=[partnership])
    keep(event, Action.ADDED)
    save(event, title_pl="Nowy tytuł", title_en="A new title")
    spread_out(event)
    return event


def make_company(partnership: Any) -> None:
    """Another entry, without which the year would have no page at all."""
    other = make.make_event("Stoi zawsze", partnerships=[partnership])
    keep(other, Action.ADDED)
    spread_out(other)


def addresses(event: Any, partnership: Any) -> Iterator[str]:
    """All at which a version of either is told, in all languages."""
    for code, _name in settings.LANGUAGES:
        with override(code):
            versions = [version_address(event, number) for number in (1, 2, 3)]
            states = [state_address(partnership, 1994, each) for each in moments(partnership)]
            yield from (citation_address(event), year_citation_address(partnership, 1994))
            for address in (*versions, *states):
                yield address
                yield from (f"{address}{name}/" for name in FORMATS)


def told(client: Client, event: Any, partnership: Any) -> dict[str, str]:
    """What is there at these addresses."""
    answers = {each: client.get(each) for each in addresses(event, partnership)}
    assert {answer.status_code for answer in answers.values()} <= {200, 404}
    return {
        address: answer.content.decode()
        for address, answer in answers.items()
        if answer.status_code == 200
    }


def whispers(client: Client, event: Any, partnership: Any, *secrets: str) -> list[str]:
    pages = told(client, event, partnership)
    return [each for each, body in pages.items() if any(secret in body for secret in secrets)]


def withdraw(event: Any) -> None:
    lifecycle.take(lifecycle.WITHDRAW, event, user=None)


def archive(event: Any) -> None:
    lifecycle.take(lifecycle.ARCHIVE, event, user=None)


def delete(event: Any) -> None:
    record_deletion(event)
    type(event).objects.filter(pk=event.pk).delete()


GONE: list[Callable[[Any], None]] = [withdraw, archive, delete]


def test_what_is_looked_for_stands_in_the_old_version(
    client: Client, event: Any, partnership: Any
) -> None:
    found = whispers(client, event, partnership, SECRET)

    assert version_address(event, 1) in found
    assert any("/stan/" in each for each in found)
    assert f"{version_address(event, 1)}bibtex/" in found


@pytest.mark.parametrize("goes", GONE)
def test_nothing_is_told_of_an_entry_that_is_public_no_more(
    client: Client, event: Any, partnership: Any, goes: Callable[[Any], None]
) -> None:
    before = list(addresses(event, partnership))
    goes(event)

    assert whispers(client, event, partnership, SECRET, "Nowy tytuł", "A new title") == []
    own = [each for each in before if "/1994/" in each and event.slug_pl in each]
    assert own
    assert {client.get(each).status_code for each in own} == {404}


@pytest.mark.parametrize("kept_out", KEPT_OUT)
def test_nor_when_it_isnt_public_for_any_other_reason(
    client: Client, event: Any, partnership: Any, kept_out: str
) -> None:
    set_columns(event, **{"status": Status.DRAFT, **KEPT_OUT[kept_out]()})

    assert whispers(client, event, partnership, SECRET, "Nowy tytuł", "A new title") == []


def test_a_redaction_reaches_every_version(client: Client, event: Any, partnership: Any) -> None:
    Redaction(SECRET, "pewna osoba").apply()
    event.refresh_from_db()

    assert whispers(client, event, partnership, SECRET) == []
    assert "pewna osoba" in told(client, event, partnership)[version_address(event, 1)]


def test_a_draft_of_what_is_public_now_is_no_version(client: Client, partnership: Any) -> None:
    event: Any = make.make_event(SECRET, status=Status.DRAFT, partnerships=[partnership])
    keep(event, Action.ADDED)
    event.title_pl = "Jawny tytuł"
    event.save()
    lifecycle.take(lifecycle.PUBLISH, event, user=None)
    save(event, summary_pl="Inaczej.")

    assert [state.number for state in states_of(event)] == [1, 2]
    assert whispers(client, event, partnership, SECRET) == []


@pytest.mark.parametrize("goes", GONE)
def test_a_person_who_is_public_no_more_is_left_out(
    client: Client, partnership: Any, goes: Callable[[Any], None]
) -> None:
    person: Any = make.make_person(family_name=SECRET)
    event: Any = make.make_event(partnerships=[partnership])
    participation = event.participations.create(person=person, function_pl="Tajna funkcja")
    keep(event, Action.ADDED)
    assert SECRET in client.get(version_address(event, 1)).content.decode()
    participation.delete()
    save(event, summary_pl="Bez tej osoby.")
    assert SECRET in client.get(version_address(event, 1)).content.decode()

    goes(person)

    assert whispers(client, event, partnership, SECRET, "Tajna funkcja") == []


@pytest.mark.parametrize("kept_out", KEPT_OUT)
def test_nothing_that_a_version_was_tied_to_shows_unless_it_is_public(
    client: Client, kept_out: str
) -> None:
    public: Records = publish()
    add_drafts(public, kept_out)
    public.event.refresh_from_db()
    save(public.event, venue_pl="Ratusz")
    save(public.event, venue_pl="Muzeum")
    assert len(states_of(public.event)) == 4

    secrets = (WORD, str(YEAR), str(NUMBER))
    pages = told(client, public.event, public.partnership)
    with override(settings.LANGUAGE_CODE):
        pages[""] = client.get(version_address(public.event, 4)).content.decode()

    assert len(pages) > 20
    leaks = [
        each for each, body in pages.items() if any(word in body.casefold() for word in secrets)
    ]
    assert leaks == []


def test_what_changed_among_things_unseen_is_no_change(client: Client, partnership: Any) -> None:
    event: Any = make.make_event(partnerships=[partnership])
    keep(event, Action.ADDED)
    event.participations.create(person=make.make_person(status=Status.DRAFT))
    event.series = make.make_series(status=Status.DRAFT)
    save(event)

    page = client.get(version_address(event, 1)).content.decode()

    assert "Wcześniejsza wersja 1" in page
    assert "<dt>" not in page.partition('class="changes"')[2].partition("</dl>")[0]
