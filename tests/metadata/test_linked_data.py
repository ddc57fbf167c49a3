"""What the linked data says, and what it must not."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from events.models import Event, Participation
from tests import factories as make
from tests.metadata.reading import DATA, HOST, data_of, linked_data, main_of, page_node
from tests.pages.reading import read, words
from tests.pages.records import Scene, add_entries
from twinning.metadata.linked_data import Address, script, thing
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db

HOSTILE = "</script><script>alert(1)</script><!-- & \u2028 \u2029 \" '"


class TestInThePage:
    def test_a_title_can_neither_end_the_script_nor_be_changed_by_it(
        self, client: Client, scene: Scene
    ) -> None:
        event = make.make_event(title=HOSTILE, date="1994", partnerships=[scene.partnership])
        for path in (event.get_absolute_url(), f"{scene.path()}1994/"):
            body = client.get(path).content.decode()
            page = BeautifulSoup(body, "html.parser")

            assert len(page.find_all("script")) == len(page.select(DATA)) == 1
            text = page.select(DATA)[0].get_text()
            assert not set("<>&\u2028\u2029") & set(text)
            names = [value for name, value in _pairs(json.loads(text)) if name == "name"]
            assert HOSTILE in names

    @given(st.text())
    def test_any_text_comes_out_as_it_went_in(self, text: str) -> None:
        with override("pl"):
            written = script([thing("Thing", name=text)], str)
        page = BeautifulSoup(f'<script type="a">{written}</script><p>after', "html.parser")

        told = json.loads(page.find("script").get_text())  # type: ignore[union-attr]
        assert told["@graph"][0].get("name", "") == text
        assert page.find("p") is not None

    def test_the_way_home_is_the_one_that_readers_see(self, client: Client, scene: Scene) -> None:
        add_entries(scene)
        page = read(client, f"{scene.path()}1994/")
        listed = data_of(page)["@graph"][0]["breadcrumb"]["itemListElement"]

        assert [each["name"] for each in listed] == [
            words(each) for each in page.select(".crumbs__item")
        ]
        links = [str(each["href"]) for each in page.select(".crumbs__item a")]
        assert [each["item"]["@id"] for each in listed[:-1]] == [HOST + link for link in links]
        assert [each["position"] for each in listed] == [1, 2, 3, 4, 5]


class TestDates:
    @pytest.mark.parametrize(
        ("edtf", "told"),
        [
            ("1994-06-12", {"startDate": "1994-06-12"}),
            ("2014-09-12/2014-09-14", {"startDate": "2014-09-12", "endDate": "2014-09-14"}),
            ("2014-09-12/2014-10", {"startDate": "2014-09-12"}),
            ("2014-09/2014-10-02", {"endDate": "2014-10-02"}),
            ("2014-09-12/..", {"startDate": "2014-09-12"}),
            ("1994", {}),
            ("1994-06", {}),
            ("1994-06-12~", {}),
            ("1994-06-12?/1994-06-14", {"endDate": "1994-06-14"}),
            ("2009~/2010~", {}),
            ("199X", {}),
            ("1994-22", {}),
        ],
    )
    def test_only_certain_days_are_told_as_days_and_the_page_has_the_whole_date(
        self, client: Client, scene: Scene, edtf: str, told: dict[str, str]
    ) -> None:
        event = make.make_event(date=edtf, partnerships=[scene.partnership])
        page = page_node(client, event.get_absolute_url())

        assert _dates(page["mainEntity"]) == told
        assert page["temporalCoverage"] == edtf

    @pytest.mark.parametrize("edtf", ["1994-06", "1994~", "1994-06-12"])
    def test_a_list_gives_the_date_of_an_entry_as_exactly_as_it_is_known(
        self, client: Client, scene: Scene, edtf: str
    ) -> None:
        make.make_event(date=edtf, partnerships=[scene.partnership])
        [listed] = main_of(client, f"{scene.path()}1994/")["itemListElement"]

        date = _dates(listed["item"])
        if edtf == "1994-06-12":
            assert date == {"startDate": edtf}
        else:
            assert date == {}
            assert listed["item"]["subjectOf"]["temporalCoverage"] == edtf


class TestLanguages:
    def test_texts_are_in_the_language_of_the_page_and_a_fallback_says_its_own(
        self, client: Client, scene: Scene
    ) -> None:
        event = make.make_event(
            title_pl="Bez przekładu", title_en="", slug="wpis", date="1994",
            summary_en="With a translation.", partnerships=[scene.partnership],
        )  # fmt: skip
        document = linked_data(client, "/en/events/1994/wpis/")

        [page] = document["@graph"]
        assert document["@context"][1] == {"@language": "en"}
        assert page["inLanguage"] == "en"
        assert page["mainEntity"]["name"] == {"@value": event.title_pl, "@language": "pl"}  # type: ignore[attr-defined]
        assert page["mainEntity"]["description"] == "With a translation."
        assert page["breadcrumb"]["itemListElement"][-1]["name"]["@language"] == "pl"

    def test_a_thing_is_the_same_in_every_language_and_at_every_address(
        self, client: Client, scene: Scene
    ) -> None:
        event = make.make_event(slug_pl="dawny", slug_en="former", partnerships=[scene.partnership])
        polish = main_of(client, "/pl/wydarzenia/1994/dawny/")["@id"]
        event.slug_pl = "nowy"  # type: ignore[attr-defined]
        event.save()

        assert main_of(client, "/en/events/1994/former/")["@id"] == polish
        assert main_of(client, "/pl/wydarzenia/1994/nowy/")["@id"] == polish
        assert page_node(client, "/pl/wydarzenia/1994/nowy/")["@id"].endswith("/nowy/")


class TestHidden:
    @pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.ARCHIVED])
    def test_what_is_not_public_is_not_told_by_name_number_or_address(
        self, client: Client, scene: Scene, status: str
    ) -> None:
        hidden: dict[str, Any] = {"status": status}
        series = make.make_series("zatajony-cykl", name="Zatajone", **hidden)
        parent = make.make_event(title="Zatajone", slug="zatajona-calosc", **hidden)
        event = make.make_event(
            "Jawne", slug="jawny", series=series, edition=3, parent=parent,
            partnerships=[scene.partnership, make.make_partnership(**hidden)],
            networks=[make.make_network(name="Zatajone", **hidden)],
        )  # fmt: skip
        make.make_event(title="Zatajone", slug="zatajona-czesc", parent=event, **hidden)
        person = make.make_person("zatajona-osoba", family_name="Zatajona", **hidden)
        organisation = make.make_organisation("zatajone-org", name="Zatajone", **hidden)
        Participation.objects.create(event=event, person=person, role="speaker")
        Participation.objects.create(event=event, organisation=organisation, role="organiser")

        told = json.dumps(linked_data(client, event.get_absolute_url())).casefold()
        assert "zataj" not in told
        for record in (series, parent, person, organisation):
            name = record._meta.model_name
            assert f'#{name}-{record.pk}"' not in told, name

    def test_people_are_told_in_their_roles_once_they_are_public(
        self, client: Client, scene: Scene
    ) -> None:
        event = make.make_event(slug="jawny", partnerships=[scene.partnership])
        for role in ("speaker", "guest", "host"):
            Participation.objects.create(event=event, person=scene.person, role=role)
        main = main_of(client, event.get_absolute_url())

        for name in ("performer", "attendee", "contributor"):
            assert [each["name"] for each in main[name]] == ["Jan Nowak"]


def test_a_template_for_addresses_keeps_its_braces() -> None:
    template = thing("EntryPoint", urlTemplate=Address("/pl/szukaj/?q={words}"))
    written = script([template], RequestFactory().get("/").build_absolute_uri)

    assert f'"{HOST}/pl/szukaj/?q={{words}}"' in written


def test_a_search_is_offered_only_where_there_is_one(client: Client, scene: Scene) -> None:
    site = page_node(client, "/pl/")["isPartOf"]

    if "potentialAction" in site:
        address = site["potentialAction"]["target"]["urlTemplate"].removeprefix(HOST)
        assert client.get(address.replace("{words}", "bule")).status_code == 200
    assert (site["@type"], site["url"]) == ("WebSite", f"{HOST}/")
    assert Event.objects.count() == 0


def _pairs(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, list):
        return [pair for each in value for pair in _pairs(each)]
    if isinstance(value, dict):
        return [*value.items(), *(pair for each in value.values() for pair in _pairs(each))]
    return []


def _dates(node: dict[str, Any]) -> dict[str, str]:
    return {name: node[name] for name in ("startDate", "endDate") if name in node}
