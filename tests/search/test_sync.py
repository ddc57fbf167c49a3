"""The index follows the records in the transaction that writes them, and holds nothing hidden."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from events.models import Citation, Delegation, DelegationMember, Event, Participation
from partners.models import OrganisationName, Place
from tests.factories import (
    make_event,
    make_network,
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_series,
    make_source,
    make_user,
)
from tests.preview.reading import address
from twinning.publishing.history import record_action, record_actions, record_deletion
from twinning.publishing.lifecycle import ARCHIVE, PUBLISH, take
from twinning.publishing.models import Action, Status
from twinning.search.building import build
from twinning.search.indexing import gathered
from twinning.search.models import Entry, VocabularyWord
from twinning.search.query_values import Query, words_typed
from twinning.search.searching import search
from twinning.search.vocabulary import completions, suggestions

pytestmark = pytest.mark.django_db


def found(text: str, **given: Any) -> set[tuple[str, int]]:
    results = search(Query("pl", words=words_typed(text)), **given)
    return {(hit.kind, hit.key) for hit in results.hits}


def written(record: Any) -> Any:
    record_action(record, Action.CHANGED)
    return record


def is_kept(word: str) -> bool:
    """Whether the letters stand anywhere in the index."""
    return (
        any(word in row.title + row.names + row.dates + row.words for row in Entry.objects.all())
        or VocabularyWord.objects.filter(folded__contains=word).exists()
        or _in_engine(word)
    )


def _in_engine(word: str) -> bool:
    query = {
        "sqlite": "SELECT count(*) FROM search_words WHERE words MATCH %s",
        "postgresql": "SELECT count(*) FROM search_entry WHERE vector @@ %s::tsquery",
    }[connection.vendor]
    lexeme = {"sqlite": f'"={word}" *', "postgresql": f"'={word}':*"}[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query, [lexeme])
        return bool(cursor.fetchone()[0])


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.ARCHIVED])
def test_nothing_unpublished_is_kept(status: Status) -> None:
    written(make_event("Tajny Xylofon", status=status, slug="tajny"))
    assert not is_kept("xylofon")


def test_publishing_makes_a_record_found_and_archiving_takes_it_out() -> None:
    event = written(make_event("Pokaz xylofonów", status=Status.DRAFT))
    take(PUBLISH, event, user=make_user(role="publisher"))
    assert found("xylofony") == {("event", event.pk)}
    assert is_kept("xylofon")

    take(ARCHIVE, event, user=make_user(role="publisher"), comment="po jubileuszu")
    assert found("xylofony") == set()
    assert not is_kept("xylofon")


def test_a_planned_record_is_found_from_its_hour_to_its_end() -> None:
    now = timezone.now()
    begin, end = now + timedelta(hours=1), now + timedelta(hours=3)
    event = written(make_event("Pokaz Xylofonu", publish_at=begin, unpublish_at=end))

    assert found("xylofon") == set()
    assert found("xylofon", at=begin - timedelta(seconds=1)) == set()
    assert found("xylofon", at=begin) == {("event", event.pk)}
    assert found("xylofon", at=end - timedelta(seconds=1)) == {("event", event.pk)}
    assert found("xylofon", at=end) == set()
    assert suggestions("xylofom", "pl") == []
    assert completions("xylo", "pl") == []


def test_the_name_of_a_planned_organisation_is_found_on_an_event_from_its_hour() -> None:
    begin = timezone.now() + timedelta(hours=1)
    choir = make_organisation(name="Chór Xylofon", publish_at=begin)
    event = make_event()
    Participation.objects.create(event=event, organisation=choir, role="performer")
    written(event)

    assert found("xylofon") == set()
    assert found("xylofon", at=begin) == {("event", event.pk)}


def test_the_end_of_a_planned_organisation_ends_its_name_on_events() -> None:
    end = timezone.now() + timedelta(hours=1)
    choir = make_organisation(name="Chór Xylofon", unpublish_at=end)
    event = make_event()
    Participation.objects.create(event=event, organisation=choir, role="performer")
    written(event)

    assert found("xylofon") == {("event", event.pk)}
    assert found("xylofon", at=end) == set()


def test_an_event_is_found_by_its_series_from_its_hour_to_its_end() -> None:
    begin = timezone.now() + timedelta(hours=1)
    end = begin + timedelta(hours=1)
    series = make_series(name="Dni Xylofonu", publish_at=begin, unpublish_at=end)
    event = written(make_event(series=series))

    assert ("event", event.pk) not in found("xylofon")
    assert ("event", event.pk) in found("xylofon", at=begin)
    assert ("event", event.pk) not in found("xylofon", at=end)


def test_a_new_name_reaches_the_events_of_an_organisation() -> None:
    choir = written(make_organisation(name="Chór Stary"))
    event = make_event()
    Participation.objects.create(event=event, organisation=choir, role="performer")
    written(event)

    choir.name_pl = choir.name_en = "Chór Xylofon"
    choir.save()
    OrganisationName.objects.create(
        organisation=choir, name_pl="Chór Stary", name_en="Old Choir", used="1990/2000"
    )
    written(choir)

    both = {("event", event.pk), ("organisation", choir.pk)}
    assert found("xylofon") == found("stary chór") == both


def test_a_hidden_organisation_takes_its_name_off_its_events() -> None:
    choir = written(make_organisation(name="Chór Xylofon"))
    event = make_event()
    Participation.objects.create(event=event, organisation=choir, role="performer")
    written(event)
    take(ARCHIVE, choir, user=make_user(role="publisher"), comment="pomyłka")
    assert not is_kept("xylofon")


def test_a_new_spelling_of_a_place_reaches_who_is_there() -> None:
    place = make_place(name="Lyon")
    event = written(make_event(place=place))
    Place.objects.filter(pk=place.pk).update(aliases="Lugdunum")
    written(place)
    assert found("lugdunum") == {("event", event.pk)}


def test_a_rolled_back_save_leaves_the_index_as_it_was() -> None:
    event = written(make_event("Pokaz starości"))
    with transaction.atomic():
        Event.objects.filter(pk=event.pk).update(title_pl="Pokaz xylofonu")
        written(event)
        assert found("xylofon")
        transaction.set_rollback(True)
    assert found("starość") == {("event", event.pk)}
    assert not is_kept("xylofon")


def test_records_written_together_are_indexed_together() -> None:
    events = [make_event(f"Xylofon {number}") for number in range(3)]
    record_actions(Event, [event.pk for event in events], Action.CHANGED)
    assert found("xylofon") == {("event", event.pk) for event in events}


@gathered()
def _break_off(event: Event) -> None:
    written(event)
    raise LookupError


def test_what_is_gathered_is_indexed_at_the_end_and_only_if_it_ends_well() -> None:
    event = make_event("Xylofon")
    with pytest.raises(LookupError):
        _break_off(event)
    assert found("xylofon") == set()
    with gathered():
        written(event)
        assert found("xylofon") == set()
    assert found("xylofon") == {("event", event.pk)}


def test_a_deleted_record_is_gone_however_it_is_deleted() -> None:
    first, second = written(make_event("Xylofon")), written(make_event("Xylofon"))
    record_deletion(first)
    first.delete()
    Event.objects.filter(pk=second.pk).delete()
    assert not is_kept("xylofon")


def test_a_deleted_partnership_takes_its_names_off_its_events() -> None:
    partnership = make_partnership(partner=make_place(name="Xylofonia"))
    event = written(make_event(partnerships=[partnership]))
    assert found("xylofonia") == {("event", event.pk)}
    partnership.delete()
    assert found("xylofonia") == set()


def test_a_partnership_is_named_on_its_events_while_it_is_public() -> None:
    partnership = make_partnership(partner=make_place(name="Xylofonia"))
    event = written(make_event(partnerships=[partnership]))
    take(ARCHIVE, partnership, user=make_user(role="publisher"), comment="pomyłka")
    assert found("xylofonia") == set()
    assert found("wizyta") == {("event", event.pk)}


def test_the_reader_gets_the_language_they_read() -> None:
    event = written(make_event("Pokaz muzyki", title_en="A show of music"))
    for language, word in [("pl", "muzyka"), ("en", "music")]:
        (hit,) = search(Query(language, words=words_typed(word))).hits
        assert (hit.key, hit.language) == (event.pk, language)
    (hit,) = search(Query("en", words=words_typed("pokazy"))).hits
    assert hit.language == "pl", "found in the Polish text alone"


def test_building_finds_everything_again_and_drops_what_is_left_over() -> None:
    event = make_event("Xylofon")
    orphan = make_event("Fagot")
    written(orphan)
    Event.objects.filter(pk=orphan.pk).delete()
    build()
    assert found("xylofon") == {("event", event.pk)}
    words = VocabularyWord.objects.values_list("language", "folded", "count")
    before = sorted(words)
    build(restart=True)
    assert sorted(words.all()) == before


def _entry_that_names_all(status: Status) -> Event:
    """A public entry with one of all that it can name, each of them in this state."""
    given: dict[str, Any] = {"status": status}
    event = make_event(series=make_series(name_pl="Xylofon serii", **given))
    event.networks.add(make_network(name_pl="Xylofon sieci", **given))
    event.partnerships.add(make_partnership(partner=make_place(name_pl="Xylofonowo"), **given))
    journey = Delegation.objects.create(
        event=event, origin=make_place(), destination=make_place(name_pl="Celowo")
    )
    people: list[dict[str, Any]] = [
        {"organisation": make_organisation(name_pl="Xylofon chóru", **given)},
        {"person": make_person(family_name="Xylofonowska", **given)},
    ]
    for number, who in enumerate(people):
        function = {"function_pl": f"Xylofon w roli {number}", **who}
        Participation.objects.create(event=event, role="performer", **function)
        DelegationMember.objects.create(delegation=journey, **function)
    source = make_source(**given)
    Citation.objects.create(event=event, source=source, claim_pl="Tak mówi xylofon.")
    return event


@pytest.mark.parametrize("status", Status)
def test_of_all_that_an_entry_names_only_the_public_is_indexed_however_it_is_read(
    status: Status,
) -> None:
    event = _entry_that_names_all(status)
    of_events = Entry.objects.filter(kind="event").order_by("pk")

    written(event)
    after_a_save = list(of_events.values())
    kept = " ".join(entry.names + entry.words for entry in of_events)
    assert "celowo" in kept
    for word in ("serii", "sieci", "xylofonowo", "choru", "xylofonowska", "roli", "mowi"):
        assert (word in kept) == (status == Status.PUBLISHED), word

    build(restart=True)
    assert list(of_events.values()) == after_a_save


@pytest.mark.parametrize("count", [1, 3])
def test_indexing_costs_the_same_for_one_and_three(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    choir, place = make_organisation(), make_place()
    make_event()
    events = [make_event(place=place) for _ in range(count)]
    for event in events:
        Participation.objects.create(event=event, organisation=choir, role="performer")
    from twinning.search.indexing import refresh
    from twinning.search.registry import searchable_of

    searchable = searchable_of(Event)
    assert searchable is not None
    refresh(searchable, [event.pk for event in events])
    with django_assert_num_queries(11 + (connection.vendor == "postgresql")):
        refresh(searchable, [event.pk for event in events])


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_is_one_query(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        written(make_event("Xylofon"))
    with django_assert_num_queries(1):
        assert search(Query("pl", words=words_typed("xylofon"))).total == count


def test_a_preview_leaves_no_word_behind(client: Client) -> None:
    event = written(make_event("Xylofon", status=Status.DRAFT))
    client.force_login(make_user(role="superuser"))
    page = client.get(address(event, "preview/page/pl/"))
    assert "Xylofon" in page.content.decode()
    assert not is_kept("xylofon")
