"""The home page: where the partner cities lie, what happened then, what comes."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import Tag
from django.test import Client
from django.utils import timezone

from events.models import Act
from tests import factories as make
from tests.pages.reading import attribute, main, queries, read, words
from tests.pages.records import Scene, add_entries
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db

WHERE = {
    "kolonia": ("50.94", "6.96"),
    "lwow": ("49.84", "24.03"),
    "mobile": ("30.69", "-88.04"),
    "shenyang": ("41.81", "123.43"),
}


def at(slug: str) -> dict[str, str]:
    latitude, longitude = WHERE[slug]
    return {"latitude": latitude, "longitude": longitude}


@pytest.fixture
def home(scene: Scene) -> Scene:
    """Katowice and Kolonia with their positions."""
    type(scene.home).objects.filter(pk=scene.home.pk).update(latitude=50.26, longitude=19.02)
    type(scene.home).objects.filter(pk=scene.partner.pk).update(**at("kolonia"))
    return scene


def cities(chart: Tag) -> list[str]:
    return [str(each["aria-label"]) for each in chart.select("a")]


class TestMap:
    def test_each_city_is_a_link_with_its_name(self, client: Client, home: Scene) -> None:
        chart = read(client, "/en/").select_one(".chart")

        assert chart
        assert cities(chart) == ["Katowice", "Cologne"]
        assert [each["href"] for each in chart.select("a")] == [
            "/en/katowice/",
            "/en/katowice/cologne/",
        ]
        assert [words(each) for each in chart.select("text")] == ["Katowice", "Cologne"]

    def test_the_list_beside_it_says_the_same(self, client: Client, home: Scene) -> None:
        page = read(client, "/pl/")
        links = {str(each["href"]) for each in page.select(".front__cities a")}
        assert {str(each["href"]) for each in page.select(".chart a")} <= links

    def test_cities_far_away_have_a_map_of_their_own(self, client: Client, home: Scene) -> None:
        for slug in ("lwow", "mobile", "shenyang"):
            make.make_partnership(home=home.home, partner=make.make_place(slug, **at(slug)))

        near, far = read(client, "/pl/").select(".chart")
        assert cities(near) == ["Katowice", "Kolonia", "Lwow"]
        assert cities(far) == ["Katowice", "Mobile", "Shenyang"]

    def test_a_place_without_a_position_is_in_the_list_alone(
        self, client: Client, home: Scene
    ) -> None:
        make.make_partnership(home=home.home, partner=make.make_place("slask"))
        page = read(client, "/pl/")
        assert [cities(chart) for chart in page.select(".chart")] == [["Katowice", "Kolonia"]]
        assert "Slask" in main(page)

    def test_without_positions_there_is_no_map(self, client: Client, scene: Scene) -> None:
        assert not read(client, "/pl/").select(".chart")

    def test_partners_that_residents_dont_see_are_not_on_it(
        self, client: Client, home: Scene
    ) -> None:
        make.make_partnership(
            home=home.home, partner=make.make_place("lwow", **at("lwow")), status=Status.DRAFT
        )
        assert [cities(each) for each in read(client, "/pl/").select(".chart")] == [
            ["Katowice", "Kolonia"]
        ]

    def test_a_name_without_translation_says_its_language(
        self, client: Client, home: Scene
    ) -> None:
        place = make.make_place("lwow", name_en="", **at("lwow"))
        make.make_partnership(home=home.home, partner=place)
        link = read(client, "/en/").select_one('.chart a[lang="pl"]')
        assert attribute(link, "aria-label") == "Lwow"

    def test_a_home_city_that_is_a_partner_of_another_stays_a_home_city(
        self, client: Client, home: Scene
    ) -> None:
        make.make_partnership(
            home=make.make_place("chorzow", is_home=True, latitude="50.3", longitude="18.95"),
            partner=home.home,
        )
        chart = read(client, "/pl/").select_one(".chart")
        assert chart
        assert sorted(cities(chart)) == ["Chorzow", "Katowice", "Kolonia"]

    def test_forty_cities_stay_readable(self, client: Client, home: Scene) -> None:
        for number in range(40):
            place = make.make_place(latitude=45 + number % 8, longitude=2 + number % 27)
            make.make_partnership(home=home.home, partner=place)
        chart = read(client, "/pl/").select_one(".chart")
        assert chart
        assert len(cities(chart)) == 42
        assert 5 < len(chart.select("text")) < 60


class TestMemories:
    def test_this_day_and_this_month_of_other_years_are_told(
        self, client: Client, home: Scene
    ) -> None:
        today = timezone.localdate().replace(day=min(timezone.localdate().day, 28))
        last, before = today.replace(year=today.year - 1), today.replace(year=today.year - 5)
        make.make_event("Wizyta chóru", date=last.isoformat(), partnerships=[home.partnership])
        make.make_event("Wystawa", date=f"{before:%Y-%m}", partnerships=[home.partnership])

        items = [words(each) for each in read(client, "/pl/").select(".memories__item")]
        assert any("Wizyta chóru" in each and "rok temu, Kolonia" in each for each in items)
        assert any("Wystawa" in each and "5 lat temu, Kolonia" in each for each in items)

    def test_where_there_is_nothing_to_remember_no_heading_stands(
        self, client: Client, home: Scene
    ) -> None:
        page = read(client, "/pl/")
        headings = [words(each) for each in page.select("h2")]
        assert headings == ["Katowice"]


class TestJubilees:
    def sign(self, scene: Scene, **given: Any) -> None:
        agreement = make.make_agreement(partnership=scene.partnership, **given)
        soon = timezone.localdate() + timedelta(days=40)
        signed = soon.replace(year=soon.year - 20, day=min(soon.day, 28))
        Act.objects.create(agreement=agreement, kind=Act.Kind.SIGNED, date=signed.isoformat())

    def test_the_next_jubilee_is_told_with_its_lead_time(self, client: Client, home: Scene) -> None:
        self.sign(home)
        text = main(read(client, "/en/"))
        assert "Coming jubilees" in text
        assert "20th anniversary of the first agreement" in text

    def test_jubilees_of_what_residents_dont_see_are_not_told(
        self, client: Client, home: Scene
    ) -> None:
        self.sign(home, status=Status.DRAFT)
        assert "Coming jubilees" not in main(read(client, "/en/"))

    def test_nor_are_those_of_a_partnership_that_residents_dont_see(
        self, client: Client, home: Scene
    ) -> None:
        self.sign(home)
        type(home.partnership).objects.filter(pk=home.partnership.pk).update(status=Status.DRAFT)
        assert "Coming jubilees" not in main(read(client, "/en/"))


def test_the_page_costs_the_same_with_one_memory_and_with_three(
    client: Client, home: Scene
) -> None:
    today = timezone.localdate().replace(day=min(timezone.localdate().day, 28))

    def add(year: int) -> None:
        day = today.replace(year=year)
        add_entries(home, date=day.isoformat())
        add_entries(home, date=f"{day:%Y-%m}")

    add(1994)
    TestJubilees().sign(home)
    one = queries(client, "/pl/")
    add(1996)
    add(2001)
    TestJubilees().sign(home)
    TestJubilees().sign(home)

    assert queries(client, "/pl/") == one == 16
