"""Organisations, people, agreements, networks and sources."""

import pytest
from django.test import Client

from events.models import Act, Participation, Signatory
from partners.models import NetworkMembership, Office, OrganisationName
from tests.factories import (
    make_agreement,
    make_event,
    make_network,
    make_organisation,
    make_person,
    make_place,
)
from tests.pages.reading import main, read, words
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db


def test_an_entry_before_a_renaming_shows_the_name_of_that_time(client: Client) -> None:
    asemka = make_organisation("asemka", name_pl="ASEMKA")
    OrganisationName.objects.create(
        organisation=asemka, name_pl="ASEKA", name_en="ASEKA", used="1992-02/1998-09-09"
    )
    for date, slug in [("1992-02", "dawniej"), ("1998-09-09", "w-dniu"), ("1998-09-10", "potem")]:
        event = make_event(date=date, slug=slug)
        Participation.objects.create(event=event, organisation=asemka, role="host")

    for path, expected in [
        ("1992/dawniej", "ASEKA"),
        ("1998/w-dniu", "ASEKA"),
        ("1998/potem", "ASEMKA"),
    ]:
        page = read(client, f"/pl/wydarzenia/{path}/")
        assert words(page.find("a", href="/pl/organizacje/asemka/")) == expected
    page = read(client, "/pl/organizacje/asemka/")
    assert [("ASEKA" in words(entry)) for entry in page.select(".entry")] == [True, True, False]
    assert words(page.h1) == "ASEMKA"


def test_an_office_known_from_mentions_is_not_told_as_a_term(client: Client) -> None:
    person = make_person("jan")
    for title, attested, held in [("Prezydent", True, "1991/1994"), ("Poseł", False, "2001/2005")]:
        Office.objects.create(
            person=person, title_pl=title, title_en=title, held=held, attested=attested
        )

    text = main(read(client, "/pl/osoby/jan/"))
    assert "Prezydent wzmianki: 1991–1994" in text
    assert "Poseł 2001–2005" in text


def test_acts_name_who_signed_in_what_function_for_whom(client: Client) -> None:
    agreement = make_agreement("umowa")
    act = Act.objects.create(
        agreement=agreement, kind="signed", date="1994-06", place=make_place(name="Katowice")
    )
    chamber = make_organisation(name_pl="Izba Przemysłowa")
    OrganisationName.objects.create(
        organisation=chamber, name_pl="Izba Dawna", name_en="Old Chamber", used="1990/1995"
    )
    Signatory.objects.create(
        act=act, order=1, function_pl="prezydent",
        person=make_person(given_name="Jan", family_name="Nowak"),
    )  # fmt: skip
    Signatory.objects.create(act=act, order=2, organisation=chamber)
    Signatory.objects.create(act=act, order=3, on_behalf_of=make_place(name="Lyon"))
    Signatory.objects.create(
        act=act, order=4, function_pl="świadek",
        person=make_person(family_name="Ukryty", status=Status.DRAFT),
    )  # fmt: skip

    page = read(client, "/pl/umowy/umowa/")
    lines = [words(each) for each in page.select(".acts__what li")]
    assert lines[:3] == ["Jan Nowak, prezydent", "Izba Dawna", "Lyon"]
    assert "Ukryty" not in main(page)
    assert words(page.select_one(".acts__what")).lower().startswith("podpisanie, katowice")


def test_acts_of_an_agreement_stand_in_order_with_their_published_entries(client: Client) -> None:
    agreement = make_agreement("umowa")
    told = make_event("Potwierdzenie", date="1994-11")
    hidden = make_event("Szkic", date="1994-06", status=Status.DRAFT)
    for event, kind in [(told, "confirmed"), (hidden, "signed")]:
        Act.objects.create(agreement=agreement, kind=kind, date=event.date, event=event)

    page = read(client, "/pl/umowy/umowa/")
    dates = [words(each) for each in page.select(".acts__date")]
    assert dates == ["czerwiec 1994", "listopad 1994"]
    assert "Szkic" not in main(page)
    assert page.find("a", href=f"/pl/wydarzenia/1994/{told.slug}/")


def test_a_network_lists_its_members_with_the_date_they_joined(client: Client) -> None:
    network = make_network("siec")
    for name, joined in [("Sierre", None), ("Katowice", "2018-04-07")]:
        NetworkMembership.objects.create(
            network=network, place=make_place(name=name), joined=joined
        )

    page = read(client, "/pl/sieci/siec/")
    rows = {words(row.span): words(row) for row in page.select(".register__row")}
    assert rows["Sierre"] == "Sierre"
    assert "7 kwietnia 2018 r." in rows["Katowice"]


@pytest.mark.parametrize("folder", ["organizacje", "osoby", "umowy", "sieci", "cykle", "dokumenty"])
def test_an_empty_directory_says_so(client: Client, folder: str) -> None:
    assert "Niczego tu jeszcze nie opublikowano." in main(read(client, f"/pl/{folder}/"))


@pytest.mark.parametrize("folder", ["organizacje", "osoby", "umowy", "sieci", "cykle", "dokumenty"])
def test_an_unknown_name_is_not_found(client: Client, folder: str) -> None:
    read(client, f"/pl/{folder}/nie-ma/", status=404)


def test_directories_follow_the_polish_alphabet(client: Client) -> None:
    for name in ["Żak", "Zamek", "Ćwiek", "Czub", "Łan", "Lato"]:
        make_person(given_name="Jan", family_name=name)

    rows = [words(row.a) for row in read(client, "/pl/osoby/").select(".register__row")]
    assert [row.removeprefix("Jan ") for row in rows] == [
        "Czub", "Ćwiek", "Lato", "Łan", "Zamek", "Żak",
    ]  # fmt: skip
