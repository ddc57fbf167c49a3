"""The API reads: page by page, for everybody, and says what is wrong in words."""

import json
from typing import Any

import pytest
from django.test import Client

from events.api.paging import MOST
from events.data.registry import DATASETS
from events.models import Event
from tests import factories as make
from tests.data.test_events_json import many
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db
API = "/pl/api/v1/"
EVENTS, TABLE = f"{API}events", "/pl/dane/wydarzenia.csv"


def body(response: Any) -> Any:
    return json.loads(response.content)


class TestPages:
    @pytest.mark.parametrize(("number", "limit"), [(0, 2), (1, 2), (2, 2), (5, 2), (6, 3)])
    def test_following_next_gives_every_record_once(
        self, client: Client, number: int, limit: int
    ) -> None:
        many(number)
        address: str | None = f"{EVENTS}?limit={limit}"
        seen: list[int] = []
        while address:
            response = client.get(address)
            page = body(response)
            assert page["count"] == number
            assert len(page["items"]) <= limit
            seen += [each["id"] for each in page["items"]]
            address = page["next"]
            assert (f'<{address}>; rel="next"' in response.get("Link", "")) == bool(address)

        assert len(seen) == len(set(seen)) == number

    def test_what_is_published_meanwhile_moves_nothing(self, client: Client) -> None:
        many(4)
        first = body(client.get(f"{EVENTS}?limit=2"))
        make.make_event(date="1000")
        Event.objects.filter(pk=first["items"][0]["id"]).update(status=Status.DRAFT)

        second = body(client.get(first["next"]))
        assert not {each["id"] for each in first["items"]} & {
            each["id"] for each in second["items"]
        }

    def test_filters_are_kept_on_the_way(self, client: Client) -> None:
        for year in ("1994", "1995", "1994", "1994"):
            make.make_event(date=year)

        first = body(client.get(f"{EVENTS}?year=1994&limit=2"))
        second = body(client.get(first["next"]))

        assert (first["count"], len(first["items"]), len(second["items"])) == (3, 2, 1)
        assert second["next"] is None

    @pytest.mark.parametrize("name", DATASETS)
    @pytest.mark.parametrize("language", ["pl", "en"])
    def test_every_dataset_has_an_address_in_every_language(
        self, client: Client, name: str, language: str
    ) -> None:
        response = client.get(f"/{language}/api/v1/{name}")

        assert body(response) == {"count": 0, "next": None, "items": []}
        assert response["Content-Language"] == language
        assert not response.cookies


class TestOne:
    def test_is_the_object_of_the_list(self, client: Client) -> None:
        event = make.make_event()

        listed = body(client.get(EVENTS))["items"]
        assert [body(client.get(f"{EVENTS}/{event.pk}"))] == listed

    @pytest.mark.parametrize("key", ["0", "-1", "abc", "9" * 30, "1/2", "%00", "1.json"])
    def test_nothing_public_is_a_problem_in_the_readers_language(
        self, client: Client, key: str
    ) -> None:
        response = client.get(f"{EVENTS}/{key}")

        assert response.status_code == 404
        assert response["Content-Type"] == "application/problem+json"
        assert body(response)["title"] == "Pod tym adresem nie ma nic publicznego."

    def test_a_draft_is_not_there(self, client: Client) -> None:
        draft = make.make_event(status=Status.DRAFT)

        assert client.get(f"{EVENTS}/{draft.pk}").status_code == 404
        assert body(client.get(EVENTS))["count"] == 0


class TestWrongParameters:
    @pytest.mark.parametrize(
        ("query", "parameter"),
        [
            ("limit=0", "limit"),
            (f"limit={MOST + 1}", "limit"),
            ("limit=", "limit"),
            ("limit=ten", "limit"),
            ("limit=%D9%A3", "limit"),
            ("limit=" + "9" * 5000, "limit"),
            ("limit=5&limit=6", "limit"),
            ("after=-1", "after"),
            ("after=99999999999999999999", "after"),
            ("year=0", "year"),
            ("year=10000", "year"),
            ("since=2000&until=1999", "until"),
            ("kind=party", "kind"),
            ("place=home", "place"),
            ("place=moon", "place"),
            ("topic=%00", "topic"),
            ("topic=%FF%FE", "topic"),
            ("topic=" + "a" * 3000 + "%20", "topic"),
            ("partnership=katowice", "partnership"),
            ("organisation=a%27%20OR%201=1", "organisation"),
            ("partnrship=x", None),
            ("%FF=%00", None),
            ("lang=en", None),
        ],
    )
    def test_are_told_by_name(self, client: Client, query: str, parameter: str | None) -> None:
        response = client.get(f"{EVENTS}?{query}")

        assert response.status_code == 400
        assert response["Content-Type"] == "application/problem+json"
        problem = body(response)
        assert problem["status"] == 400
        assert parameter in [error["parameter"] for error in problem["errors"]]
        assert all(error["detail"] for error in problem["errors"])

    @pytest.mark.parametrize(
        "query",
        ["topic=nic", "partnership=a/b", "series=x", "organisation=x", "person=x", "network=x",
         "source=x", "home=x"],
    )  # fmt: skip
    def test_what_is_not_there_is_not_found(self, client: Client, query: str) -> None:
        assert client.get(f"{EVENTS}?{query}").status_code == 404

    @pytest.mark.parametrize("noun", ["series", "organisation", "person", "network", "source"])
    def test_a_draft_is_as_little_there_as_nothing(self, client: Client, noun: str) -> None:
        getattr(make, f"make_{noun}")("tajne", status=Status.DRAFT)

        draft, nothing = (client.get(f"{EVENTS}?{noun}={slug}") for slug in ("tajne", "nic"))
        assert draft.status_code == nothing.status_code == 404
        assert draft.content.replace(b"tajne", b"nic") == nothing.content

    def test_files_refuse_them_alike(self, client: Client) -> None:
        for extension in ("csv", "json"):
            response = client.get(f"/pl/dane/wydarzenia.{extension}?kind=party")
            assert (response.status_code, response["Content-Type"]) == (
                400,
                "application/problem+json",
            )


class TestHttp:
    @pytest.mark.parametrize("address", [EVENTS, TABLE, TABLE.replace("csv", "json")])
    def test_who_has_it_is_not_sent_it_again_until_something_changes(
        self, client: Client, address: str
    ) -> None:
        place: Any = make.make_place()
        event = make.make_event(place=place)
        first = client.get(address)

        again = {"If-None-Match": first["ETag"]}
        assert client.get(address, headers=again).status_code == 304
        since = {"If-Modified-Since": first["Last-Modified"]}
        assert client.get(address, headers=since).status_code == 304
        place.name_pl = "Inne"
        place.version += 1
        place.save()
        assert client.get(address, headers=again).status_code == 200
        Event.objects.filter(pk=event.pk).update(status=Status.ARCHIVED)
        assert client.get(address, headers=again).status_code == 200

    def test_each_language_and_filter_has_a_mark_of_its_own(self, client: Client) -> None:
        make.make_event()
        addresses = [EVENTS, "/en/api/v1/events", f"{EVENTS}?limit=1", f"{EVENTS}?year=1994"]

        assert len({client.get(address)["ETag"] for address in addresses}) == len(addresses)

    def test_head_is_get_without_a_body(self, client: Client) -> None:
        make.make_event()
        head, get = client.head(EVENTS), client.get(EVENTS)

        assert (head.status_code, head.content, head["ETag"]) == (200, b"", get["ETag"])

    @pytest.mark.parametrize("address", [EVENTS, f"{EVENTS}/1", f"{API}openapi.json", f"{API}x"])
    def test_any_page_may_read_and_nobody_write(self, client: Client, address: str) -> None:
        options = client.options(address)
        assert (options.status_code, options["Allow"]) == (204, "GET, HEAD, OPTIONS")
        assert options["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in options
        strict = Client(enforce_csrf_checks=True)
        for method in (strict.post, strict.put, strict.patch, strict.delete, strict.trace):
            refused = method(address)
            assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")
            assert refused["Content-Type"] == "application/problem+json"
        assert client.get(address)["Access-Control-Allow-Origin"] == "*"

    def test_without_a_language_it_leads_to_the_readers(self, client: Client) -> None:
        response = client.get("/api/v1/events", headers={"Accept-Language": "en"})

        assert response["Location"] == "/en/api/v1/events"

    def test_the_licence_stands_beside_the_data(self, client: Client) -> None:
        make.make_public_body(licence="cc-by")

        link = client.get(EVENTS)["Link"]
        assert link == '<https://creativecommons.org/licenses/by/4.0/>; rel="license"'
