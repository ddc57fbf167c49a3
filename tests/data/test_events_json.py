"""The chronicle as open data: one stream, the same keys in every language."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.http import StreamingHttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import get_language, override

from events.models import Citation, Event, Participation, Source
from partners.models import OrganisationName, Partnership
from tests.factories import (
    make_event,
    make_network,
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_series,
    make_source,
    make_topic,
)
from tests.pages.reading import warm_up
from twinning.dates import HistoricalDate

pytestmark = pytest.mark.django_db

ADDRESSES = {"pl": "/pl/dane/wydarzenia.json", "en": "/en/data/events.json"}
PROMISED = {
    "id", "url", "date", "date_text", "title", "summary", "kind", "topics", "partnerships", "place",
    "series", "edition", "attendance", "participants", "sources",
}  # fmt: skip


@pytest.fixture
def whole_event() -> Event:
    """An entry with something in every field, of a day before its host was renamed."""
    katowice = make_place("katowice", is_home=True)
    lyon = make_place(slug_pl="lyon", slug_en="lyons", name_pl="Lyon", name_en="Lyons")
    event = make_event(
        "Turniej",
        title_en="Tournament",
        slug_pl="turniej",
        slug_en="tournament",
        date="1994-06-12/1994-06-14",
        kind="tournament",
        place=lyon,
        also_in=[katowice],
        venue_pl="Hala",
        venue_en="Hall",
        topics=[make_topic("sport", name_pl="Sport", name_en="Sports")],
        partnerships=[make_partnership(home=katowice, partner=lyon)],
        networks=[make_network(name_pl="Sieć", name_en="Network")],
        series=make_series(name_pl="Turnieje", name_en="Tournaments"),
        edition=2,
        attendance=48,
        attendance_qualifier="about",
    )
    host = make_organisation(name="ASEMKA")
    OrganisationName.objects.create(
        organisation=host, name_pl="Stowarzyszenie ASEKA", name_en="ASEKA", used="1992/1998"
    )
    mayor = make_person(given_name="Michel", family_name="Thiollière")
    Participation.objects.create(event=event, organisation=host, role="host", order=1)
    Participation.objects.create(
        event=event,
        person=mayor,
        role="guest",
        function_pl="mer",
        function_en="mayor",
        order=2,
    )
    source = make_source("pismo", title_pl="Pismo", title_en="Letter")
    Citation.objects.create(event=event, source=source, locator_pl="s. 1", locator_en="p. 1")
    Citation.objects.create(event=event, source=source, stated_date="1994", disagrees=True)
    return event


def many(number: int) -> None:
    days = (f"{1991 + day // 300}-06-{1 + day % 30:02}" for day in range(number))
    Event.objects.bulk_create(
        Event(
            date=HistoricalDate(day),
            kind="visit",
            title_pl=f"Wizyta „{index}”",
            summary_pl="Goście\nprzyjechali.",
            slug=f"w-{index}",
            slug_pl=f"w-{index}",
            slug_en=f"v-{index}",
            status="published",
            published_at="2026-01-01T00:00Z",
        )
        for index, day in enumerate(days)
    )


def stream(client: Client, language: str = "pl") -> Iterator[bytes]:
    response: Any = client.get(ADDRESSES[language])
    assert isinstance(response, StreamingHttpResponse)
    return iter(response)


def read(client: Client, language: str = "pl") -> list[dict[str, Any]]:
    """All objects, read while another language is active, as after the middleware."""
    pieces = stream(client, language)
    with override("en" if language == "pl" else "pl"):
        objects: list[dict[str, Any]] = json.loads(b"".join(pieces))
    return objects


class TestObject:
    @pytest.mark.parametrize("language", ["pl", "en"])
    def test_every_key_promised_is_there_whole_or_empty(
        self, client: Client, whole_event: Event, language: str
    ) -> None:
        make_event()

        bare, whole = read(client, language)

        assert whole.keys() >= PROMISED
        assert bare.keys() == whole.keys()
        assert all(whole[key] not in (None, "", []) for key in PROMISED)

    def test_in_polish(self, client: Client, whole_event: Event) -> None:
        [found] = read(client, "pl")

        assert found["id"] == whole_event.pk
        assert found["url"] == "http://testserver/pl/wydarzenia/1994/turniej/"
        assert found["date"] == "1994-06-12/1994-06-14"
        assert found["date_text"].replace("\u00a0", " ") == "12–14 czerwca 1994 r."
        assert (found["title"], found["kind"], found["edition"]) == ("Turniej", "tournament", 2)
        assert (found["attendance"], found["attendance_precision"]) == (48, "about")
        assert (found["topics"], found["place"], found["series"]) == (["Sport"], "Lyon", "Turnieje")
        assert [each["home"] for each in found["partnerships"]] == ["Katowice"]
        assert found["venue"] == "Hala"

    def test_in_english(self, client: Client, whole_event: Event) -> None:
        [found] = read(client, "en")

        assert found["url"] == "http://testserver/en/events/1994/tournament/"
        assert found["date"] == "1994-06-12/1994-06-14"
        assert found["date_text"].replace("\u00a0", " ") == "12–14 June 1994"
        assert (found["title"], found["kind"], found["venue"]) == (
            "Tournament",
            "tournament",
            "Hall",
        )
        assert (found["topics"], found["place"], found["series"]) == (
            ["Sports"],
            "Lyons",
            "Tournaments",
        )
        assert found["partnerships"] == [
            {
                "id": Partnership.objects.get().pk,
                "home": "Katowice",
                "partner": "Lyons",
                "url": "http://testserver/en/katowice/lyons/",
            }
        ]

    @pytest.mark.parametrize(
        ("language", "name", "function"),
        [("pl", "Stowarzyszenie ASEKA", "mer"), ("en", "ASEKA", "mayor")],
    )
    def test_participants_bear_name_and_function_of_that_time(
        self, client: Client, whole_event: Event, language: str, name: str, function: str
    ) -> None:
        [found] = read(client, language)

        assert found["participants"] == [
            {"name": name, "role": "host", "function": None},
            {"name": "Michel Thiollière", "role": "guest", "function": function},
        ]

    def test_sources_that_disagree_both_stand(self, client: Client, whole_event: Event) -> None:
        [found] = read(client, "en")

        first, second = found["sources"]
        assert first == {
            "id": Source.objects.get().pk,
            "title": "Letter",
            "url": "http://testserver/en/documents/pismo/",
            "locator": "p. 1",
            "claim": None,
            "stated_date": None,
            "disagrees": False,
        }
        assert (second["stated_date"], second["disagrees"]) == ("1994", True)

    def test_an_untranslated_entry_is_given_in_polish(self, client: Client) -> None:
        make_event("Wizyta", title_en="", summary_en="")

        assert read(client, "en")[0]["title"] == "Wizyta"

    def test_an_open_end_is_told_as_one_and_no_day_invented_for_it(self, client: Client) -> None:
        make_event(date="1998/..")

        [found] = read(client, "en")

        assert (found["date"], found["date_text"]) == ("1998/..", "since 1998")
        assert (found["date_earliest"], found["date_latest"]) == ("1998-01-01", None)


class TestStream:
    @pytest.mark.parametrize("language", ["pl", "en"])
    @pytest.mark.parametrize("number", [0, 1, 3, 450])
    def test_any_number_of_entries_is_valid_json(
        self, client: Client, number: int, language: str
    ) -> None:
        many(number)

        objects = read(client, language)

        assert len({each["id"] for each in objects}) == number
        assert [each["date"] for each in objects] == sorted(each["date"] for each in objects)

    def test_it_says_what_it_is(self, client: Client) -> None:
        response = client.get(ADDRESSES["pl"])

        assert response.headers["Content-Type"] == "application/json; charset=utf-8"

    def test_letters_are_written_as_they_are(self, client: Client) -> None:
        make_event("Zażółć gęślą jaźń")

        assert "Zażółć gęślą jaźń".encode() in b"".join(stream(client))

    def test_no_record_is_fetched_before_somebody_reads(self, client: Client) -> None:
        many(3)
        warm_up()

        with CaptureQueriesContext(connection) as queries:
            stream(client)

        # Whether anything has changed since the reader last came.
        assert len(queries) == 1

    def test_rows_are_fetched_as_they_are_read(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("events.data.streams.CHUNK", 10)
        many(100)
        pieces = stream(client)

        costs = []
        for _chunk in range(4):
            with CaptureQueriesContext(connection) as queries:
                for _object in range(10):
                    next(pieces)
            costs.append(len(queries))
        list(pieces)  # to the end: a stream left half-way holds a cursor of the database

        # The rows themselves are asked for once; each chunk then costs its related records.
        assert costs[1:] == [costs[0] - 1] * 3

    def test_a_chunk_costs_the_same_however_many_records_its_entries_have(
        self, client: Client, whole_event: Event
    ) -> None:
        warm_up()
        with CaptureQueriesContext(connection) as for_one:
            read(client)
        for number in range(4):
            event = make_event(
                place=make_place(),
                topics=[make_topic(), make_topic()],
                partnerships=[make_partnership(), make_partnership()],
                networks=[make_network()],
                series=make_series(),
            )
            for _ in range(2):
                organisation = make_organisation()
                OrganisationName.objects.create(
                    organisation=organisation, name_pl="Dawna", used="1990/1991"
                )
                Participation.objects.create(event=event, organisation=organisation, role="host")
                Citation.objects.create(event=event, source=make_source(), order=number)

        with CaptureQueriesContext(connection) as for_five:
            read(client)

        assert len(for_five) == len(for_one)

    def test_the_language_of_whoever_writes_the_stream_is_left_alone(self, client: Client) -> None:
        many(3)
        pieces = stream(client, "en")

        with override("pl"):
            for _piece in pieces:
                assert get_language() == "pl"

    def test_a_reader_who_leaves_half_way_leaves_nothing_behind(self, client: Client) -> None:
        many(3)
        response: Any = client.get(ADDRESSES["en"])
        assert isinstance(response, StreamingHttpResponse)

        with override("pl"):
            next(iter(response))
            response.close()
            assert get_language() == "pl"

    @pytest.mark.parametrize("method", ["post", "put", "delete"])
    def test_nobody_writes_through_it(self, client: Client, method: str) -> None:
        assert getattr(client, method)(ADDRESSES["pl"]).status_code == 405

    def test_an_address_in_the_other_languages_words_is_none(self, client: Client) -> None:
        assert client.get("/pl/data/events.json").status_code == 404
