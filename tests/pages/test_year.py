"""One year of a partnership."""

import pytest
from django.test import Client

from events.models import Act, Event, YearNote
from tests.factories import make_event, make_partnership
from tests.pages.reading import link, main, read, titles, words
from tests.pages.records import Scene
from twinning.dates import HistoricalDate
from twinning.publishing.models import Status


def tell(scene: Scene, title: str, date: str, **given: object) -> Event:
    return make_event(title, title_en=title, date=date, partnerships=[scene.partnership], **given)


def test_both_acts_of_an_agreement_are_told_where_they_happened(
    client: Client, scene: Scene
) -> None:
    acts = [
        tell(scene, "Podpisanie umowy", "1994-06", kind="agreement", place=scene.home),
        tell(scene, "Potwierdzenie umowy", "1994-11", kind="agreement", place=scene.partner),
    ]
    for event, kind in zip(acts, ["signed", "confirmed"], strict=True):
        Act.objects.create(
            agreement=scene.agreement, kind=kind, date=event.date, place=event.place, event=event
        )

    page = read(client, f"{scene.path()}1994/")
    assert titles(page) == ["Podpisanie umowy", "Potwierdzenie umowy"]
    first, second = (words(entry) for entry in page.select(".entry"))
    assert first.startswith("czerwiec 1994 Katowice podpisanie umowy")
    assert second.startswith("listopad 1994 Kolonia podpisanie umowy")
    assert len(page.select(".entry--crossing")) == 2


@pytest.mark.parametrize("kind", ["prepared", "ended"])
def test_an_act_that_is_no_signing_is_not_told_as_one(
    client: Client, scene: Scene, kind: str
) -> None:
    event = tell(scene, "Uchwała", "1994-06")
    Act.objects.create(agreement=scene.agreement, kind=kind, date=event.date, event=event)

    for path in (f"{scene.path()}1994/", "/pl/wydarzenia/1994/" + event.slug + "/"):
        page = read(client, path)
        assert "podpisanie umowy" not in main(page)
        assert not page.select(".crossing")


def test_previous_and_next_skip_the_years_without_entries(client: Client, scene: Scene) -> None:
    for year in ("1991", "1994", "1999"):
        tell(scene, f"Wizyta {year}", year)

    page = read(client, f"{scene.path()}1994/")
    turn = page.select_one("nav.turn")
    assert words(turn) == "← Wcześniej 1991 Później → 1999"
    assert link(page, "← Wcześniej") == f"{scene.path()}1991/"
    assert link(page, "Później") == f"{scene.path()}1999/"


def test_the_first_year_has_no_previous_and_the_last_no_next(client: Client, scene: Scene) -> None:
    tell(scene, "Pierwsza", "1991")
    tell(scene, "Ostatnia", "1994")

    assert not read(client, f"{scene.path()}1991/").select("[rel=prev]")
    assert not read(client, f"{scene.path()}1994/").select("[rel=next]")


def test_drafts_and_other_partnerships_are_no_neighbours(client: Client, scene: Scene) -> None:
    tell(scene, "Nasza", "1994")
    tell(scene, "Szkic", "1995", status=Status.DRAFT)
    make_event("Obca", date="1993", partnerships=[make_partnership(home=scene.home)])

    assert not read(client, f"{scene.path()}1994/").select("nav.turn")


def test_what_began_earlier_and_goes_on_is_listed_apart(client: Client, scene: Scene) -> None:
    tell(scene, "Projekt", "1993/1995")
    tell(scene, "Wizyta", "1994-06")

    page = read(client, f"{scene.path()}1994/")
    assert titles(page) == ["Wizyta"]
    assert "trwające w tym roku Projekt 1993–1995" in main(page)


@pytest.mark.parametrize("date", ["1993/..", "1992/1993", "1995"])
def test_what_has_no_end_or_does_not_reach_the_year_is_not(
    client: Client, scene: Scene, date: str
) -> None:
    tell(scene, "Współpraca", date)
    tell(scene, "Wizyta", "1994-06")

    assert "Współpraca" not in main(read(client, f"{scene.path()}1994/"))


def test_a_year_is_told_where_something_begins_not_where_it_goes_on(
    client: Client, scene: Scene
) -> None:
    tell(scene, "Projekt", "1993/1995")

    read(client, f"{scene.path()}1994/", status=404)


def test_notes_that_cover_the_year_stand_above_it(client: Client, scene: Scene) -> None:
    tell(scene, "Wizyta", "1995")
    for first, last, headline in [(1994, 1996, "Lata umowy"), (1996, 1997, "Później")]:
        YearNote.objects.create(
            partnership=scene.partnership, first_year=first, last_year=last, headline_pl=headline,
            lead_pl="Kilka słów.", status=Status.PUBLISHED,
        )  # fmt: skip

    text = main(read(client, f"{scene.path()}1995/"))
    assert "Lata umowy (1994–1996) Kilka słów." in text
    assert "1996–1997" not in text


def test_the_same_year_of_other_partnerships_is_linked(client: Client, scene: Scene) -> None:
    other = make_partnership(home=scene.home)
    silent = make_partnership(home=scene.home)
    tell(scene, "Nasza", "1994")
    make_event("Ich", date="1994", partnerships=[other])
    make_event("Wtedy nie", date="1995", partnerships=[silent])
    make_event("Szkic", date="1994", partnerships=[silent], status=Status.DRAFT)

    page = read(client, f"{scene.path()}1994/")
    assert link(page, str(other)) == f"{other.get_absolute_url()}1994/"
    assert str(silent) not in main(page)


def test_no_heading_announces_partnerships_that_are_not_there(client: Client, scene: Scene) -> None:
    tell(scene, "Nasza", "1994")

    assert "w innych partnerstwach" not in main(read(client, f"{scene.path()}1994/"))


@pytest.mark.parametrize("year", ["1995", "0000", "0994", "99999", "994", "9999", "19x4", "-1994"])
def test_a_year_without_entries_is_not_found(client: Client, scene: Scene, year: str) -> None:
    tell(scene, "Wizyta", "1994")

    read(client, f"{scene.path()}{year}/", status=404)


def test_a_year_of_drafts_alone_is_not_found(client: Client, scene: Scene) -> None:
    tell(scene, "Szkic", "1994", status=Status.DRAFT)

    read(client, f"{scene.path()}1994/", status=404)


def test_a_year_reads_in_order_of_its_dates(client: Client, scene: Scene) -> None:
    for date in ["1994-12-31", "1994-06-12", "1994-06", "1994", "1994-01-01"]:
        tell(scene, HistoricalDate(date).edtf, date)

    page = read(client, f"{scene.path()}1994/")
    assert titles(page) == ["1994", "1994-01-01", "1994-06", "1994-06-12", "1994-12-31"]
