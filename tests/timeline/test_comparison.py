"""Partnerships on one axis of years."""

import gzip
from typing import Any

import pytest
from django.test import Client

from events.models import Event
from partners.models import Partnership
from tests import factories as make
from tests.pages.reading import attribute, main, read, words
from tests.pages.records import Scene
from twinning.publishing.models import Status

PATH = "/pl/porownanie/"
NOTHING = "Niczego tu jeszcze nie opublikowano."
NOTE = "Some texts on this page are available only in Polish."
WEIGHT = 15_000  # of a page without its fonts and style sheets, which weigh 14 kB


def entries(partnership: Partnership, *dates: str) -> None:
    for date in dates:
        make.make_event(partnerships=[partnership], date=date)


@pytest.fixture
def two(scene: Scene) -> Scene:
    other = make.make_partnership(home=scene.home, partner=make.make_place("lyon", country="FR"))
    entries(scene.partnership, "1994", "1994-06", "1999")
    entries(other, "1996")
    return scene


def test_all_are_drawn_on_one_axis_to_one_scale(client: Client, two: Scene) -> None:
    page = read(client, PATH)

    assert [words(each) for each in page.select(".compared__name")] == [
        "Katowice – Kolonia",
        "Katowice – Lyon",
    ]
    paths = [attribute(each, "d") for each in page.select(".compared path")]
    assert paths == ["M1.5 100v-100h7v100zM51.5 100v-50h7v50z", "M21.5 100v-50h7v50z"]
    assert "1994: 2, 1999: 1" in main(page)


def test_two_are_chosen_in_the_address_and_their_years_lead_on(client: Client, two: Scene) -> None:
    entries(make.make_partnership(), "1990")
    page = read(client, f"{PATH}?first=katowice/lyon&second=katowice/kolonia")

    assert [words(each) for each in page.select(".compared__name")] == [
        "Katowice – Lyon",
        "Katowice – Kolonia",
    ]
    chosen = [attribute(each, "value") for each in page.select("option[selected]")]
    assert sorted(chosen) == ["katowice/kolonia", "katowice/lyon"]
    assert page.select('a[href="/pl/katowice/kolonia/1994/"]')


def test_of_more_than_two_the_years_are_no_links(client: Client, two: Scene) -> None:
    entries(make.make_partnership(), "1990")
    page = read(client, PATH)

    assert not page.select('a[href="/pl/katowice/kolonia/1994/"]')
    assert "każdy rok prowadzi do swoich wpisów" in main(page)


def test_a_choice_without_english_is_noted_though_it_is_not_compared(
    client: Client, two: Scene
) -> None:
    untold = make.make_place("lwow", country="UA")
    untold.name_en = ""  # type: ignore[attr-defined]
    untold.save()
    entries(make.make_partnership(home=two.home, partner=untold), "1990")

    page = read(client, "/en/comparison/?first=katowice/lyon&second=katowice/kolonia")
    assert NOTE in main(page)


def test_the_same_twice_is_refused_in_words(client: Client, two: Scene) -> None:
    page = read(client, f"{PATH}?first=katowice/lyon&second=katowice/lyon", 400)

    assert "Wybierz dwa różne partnerstwa." in main(page)
    assert not page.select(".compared")


@pytest.mark.parametrize("key", ["katowice/paris", "katowice", "katowice/szkic", "%00", "a/b/c"])
def test_what_is_no_partnership_with_entries_is_not_found(
    client: Client, two: Scene, key: str
) -> None:
    make.make_partnership(home=two.home, partner=make.make_place("paris"))
    hidden = make.make_partnership(
        home=two.home, partner=make.make_place("szkic"), status=Status.DRAFT, published_at=None
    )
    entries(hidden, "1994")
    read(client, f"{PATH}?first={key}", 404)


def test_drafts_are_neither_counted_nor_offered(client: Client, two: Scene) -> None:
    before = client.get(PATH).content
    quiet = make.make_partnership(home=two.home)
    for partnership in (quiet, two.partnership):
        make.make_event(partnerships=[partnership], status=Status.DRAFT, published_at=None)
    assert client.get(PATH).content == before


def test_a_long_history_has_fewer_bars_and_says_so(client: Client, two: Scene) -> None:
    entries(two.partnership, "1450")
    page = read(client, PATH)

    assert "Jeden słupek to 10 lat." in main(page)
    assert "1990–1999: 3" in main(page)


def test_a_site_without_entries_says_so(client: Client, scene: Scene) -> None:
    page = read(client, PATH)
    assert not page.select(".compare-form, .compared")
    assert main(page).endswith(NOTHING)


class TestFortyPartners:
    @pytest.fixture
    def forty(self, scene: Scene) -> Scene:
        """5,000 entries over 35 years, every fifth of one partnership and its forty series."""
        partnerships = [scene.partnership]
        partnerships += [make.make_partnership(home=scene.home) for _each in range(39)]
        series = [make.make_series() for _each in range(40)]
        example: Any = make.make_event(partnerships=[])
        through = Event.partnerships.through
        for number in range(5000):
            year = 1990 + number % 35
            example.pk = None
            example._state.adding = True
            example.slug_pl, example.slug_en = f"wpis-{number}", f"entry-{number}"
            example.title_pl = f"Wizyta gości z daleka nr {number}"
            example.series = series[number % 40] if number % 5 == 0 else None
            example.date = type(example.date)(f"{year}-{number % 12 + 1:02}")
            example.save()
            through.objects.create(
                event=example,
                partnership=partnerships[0 if number % 5 == 0 else number % 40],
            )
        return scene

    def test_every_page_stays_light(self, client: Client, forty: Scene) -> None:
        for path in (PATH, f"{forty.path()}os-czasu/", f"{forty.path()}w-liczbach/"):
            weight = len(gzip.compress(client.get(path).content))
            assert weight <= WEIGHT, path
