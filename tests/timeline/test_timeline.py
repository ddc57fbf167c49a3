"""The picture of a partnership's life."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from events.models import Act, Delegation, Event
from partners.models import Office
from tests import factories as make
from tests.pages.reading import attribute, main, read, words
from tests.pages.records import Scene
from twinning.publishing.models import Status

PATH = "/pl/katowice/kolonia/os-czasu/"
NOTE = "Some texts on this page are available only in Polish."


def lanes(page: BeautifulSoup) -> list[str]:
    return [words(each) for each in page.select(".lane__label")]


def marks(page: BeautifulSoup, kind: str, screen: str = "wide") -> list[str]:
    found = page.select(f".lane--{kind} .lane__plot--{screen} a")
    return [attribute(each, "aria-label") for each in found]


def entry(scene: Scene, title: str = "", **given: object) -> Event:
    return make.make_event(title, partnerships=[scene.partnership], **given)


def draft(title: str, scene: Scene, **given: object) -> Event:
    return entry(scene, title, status=Status.DRAFT, published_at=None, **given)


class TestWithoutEntries:
    def test_there_is_no_picture_and_nothing_leads_to_one(
        self, client: Client, scene: Scene
    ) -> None:
        draft("Szkic", scene)

        read(client, PATH, 404)
        for path in (scene.path(), scene.chronicle()):
            assert "os-czasu" not in str(read(client, path))

    def test_the_sitemap_names_none(self, client: Client, scene: Scene) -> None:
        draft("Szkic", scene)
        assert b"os-czasu" not in client.get("/sitemap-timelines.xml").content

    @pytest.mark.parametrize(
        "path", ["/pl/katowice/lyon/os-czasu/", "/pl/kolonia/katowice/os-czasu/"]
    )
    def test_two_cities_without_a_partnership_have_none(
        self, client: Client, scene: Scene, path: str
    ) -> None:
        entry(scene)
        read(client, path, 404)

    def test_an_unpublished_partnership_has_none(self, client: Client, scene: Scene) -> None:
        entry(scene)
        type(scene.partnership).objects.update(status=Status.DRAFT)
        read(client, PATH, 404)


class TestWhatIsDrawn:
    def test_pages_lead_to_it(self, client: Client, scene: Scene) -> None:
        entry(scene)
        for path in (scene.path(), scene.chronicle()):
            assert f'href="{PATH}"' in str(read(client, path))
        assert b"os-czasu" in client.get("/sitemap-timelines.xml").content

    def test_each_year_is_a_bar_that_leads_to_it(self, client: Client, scene: Scene) -> None:
        for date in ("1994-06", "1994", "1999"):
            entry(scene, date=date)

        page = read(client, PATH)
        found = page.select(".lane__plot--bars.lane__plot--wide a")
        assert [attribute(each, "aria-label") for each in found] == [
            "1994: 2 wpisy",
            "1999: 1 wpis",
        ]
        assert attribute(found[0], "href") == "/pl/katowice/kolonia/1994/"

    def test_an_act_leads_to_its_entry_and_without_one_to_the_agreement(
        self, client: Client, scene: Scene
    ) -> None:
        told, untold = entry(scene, "Podpisanie"), draft("Szkic", scene)
        for event, date in [(told, "1994-06"), (untold, "2005")]:
            Act.objects.create(agreement=scene.agreement, date=date, event=event)

        page = read(client, PATH)
        links = [attribute(each, "href") for each in page.select(".lane--crossing a[aria-label]")]
        assert links[:2] == [told.get_absolute_url(), "/pl/umowy/umowa/"]
        assert "Szkic" not in str(page)

    def test_editions_close_together_are_one_mark_that_says_how_many(
        self, client: Client, scene: Scene
    ) -> None:
        for date in ("1994-06", "1994-06-12", "2004-06"):
            entry(scene, date=date, series=scene.series)

        first, second = marks(read(client, PATH), "dots")
        assert first == "1994: 2 wpisy"
        assert "czerwiec 2004" in second

    def test_series_of_drafts_or_unpublished_themselves_have_no_row(
        self, client: Client, scene: Scene
    ) -> None:
        entry(scene)
        draft("Szkic", scene, series=scene.series)
        entry(scene, series=make.make_series("tajna", status=Status.DRAFT, published_at=None))

        assert not read(client, PATH).select(".lane--dots")

    def test_offices_of_both_cities_alone_and_of_public_people(
        self, client: Client, scene: Scene
    ) -> None:
        entry(scene, date="1994")
        hidden = make.make_person(status=Status.DRAFT, published_at=None, family_name="Tajna")
        for person, place, title, held in [
            (scene.person, scene.home, "Prezydent", "1990/1998"),
            (make.make_person(family_name="Schmidt"), scene.partner, "Burmistrz", "1994/.."),
            (make.make_person(family_name="Inna"), make.make_place(), "Wójt", "1994"),
            (make.make_person(family_name="Dawna"), scene.home, "Prezydent", "1950/1960"),
            (hidden, scene.home, "Prezydent", "1994"),
        ]:
            Office.objects.create(
                person=person, place=place, title_pl=title, title_en=title, held=held
            )

        assert [each for each in lanes(read(client, PATH)) if "Turniej" not in each] == [
            "Prezydent Jan Nowak",
            "Burmistrz Maria Schmidt",
        ]
        for name in ("Tajna", "Inna", "Dawna", "Wójt"):
            assert name not in main(read(client, PATH))

    def test_delegations_are_told_by_direction(self, client: Client, scene: Scene) -> None:
        event, other = entry(scene, date="1994"), make.make_place()
        for origin, destination in [
            (scene.home, scene.partner),
            (scene.partner, scene.home),
            (other, scene.home),
            (other, scene.partner),
        ]:
            Delegation.objects.create(event=event, origin=origin, destination=destination)

        page = read(client, PATH)
        assert len(marks(page, "out")) == 1
        assert marks(page, "in") == ["1994: 2 delegacje"]

    def test_delegations_of_drafts_are_not_drawn(self, client: Client, scene: Scene) -> None:
        entry(scene)
        Delegation.objects.create(
            event=draft("Szkic", scene), origin=scene.home, destination=scene.partner
        )
        assert not read(client, PATH).select(".lane--out, .lane--in")

    def test_more_rows_than_there_is_room_for_are_said_in_words(
        self, client: Client, scene: Scene
    ) -> None:
        for _each in range(14):
            entry(scene, series=make.make_series())

        page = read(client, PATH)
        assert len(page.select(".lane--dots")) == 12
        assert "Jeszcze 2 nie zmieściły się na rysunku." in main(page)


class TestInWords:
    def test_the_table_leads_wherever_the_picture_does(self, client: Client, scene: Scene) -> None:
        for year in (1994, 2004):
            event = entry(scene, date=str(year), series=scene.series)
            Act.objects.create(agreement=scene.agreement, date=event.date, event=event)
            Delegation.objects.create(event=event, origin=scene.home, destination=scene.partner)
        page = read(client, PATH)

        drawn = {attribute(each, "href") for each in page.select(".lane__plot--wide a")}
        assert drawn
        assert drawn <= {attribute(each, "href") for each in page.select(".timeline-table a")}

    def test_a_name_in_another_language_says_so(self, client: Client, scene: Scene) -> None:
        entry(scene, "Biennale", title_en="", series=scene.series)

        page = read(client, "/en/katowice/cologne/timeline/")
        mark = page.select_one(".lane--dots a[aria-label]")
        assert attribute(mark, "lang") == "pl"
        assert NOTE in main(page)
        assert attribute(mark, "aria-label") == "Biennale, czerwiec 1994"
