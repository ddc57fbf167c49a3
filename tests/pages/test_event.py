"""An entry's own page."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from events.models import (
    Citation,
    Delegation,
    DelegationMember,
    Event,
    EventImage,
    Participation,
)
from partners.models import OrganisationName
from tests.factories import (
    make_event,
    make_image,
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_source,
)
from tests.media.files import encoded
from tests.pages.reading import attribute, link, main, read, titles, words
from twinning.publishing.models import Status

pytestmark = pytest.mark.django_db


def path_of(event: Event, language: str = "pl") -> str:
    segment = {"pl": "wydarzenia", "en": "events"}[language]
    return (
        f"/{language}/{segment}/{event.date.earliest.year}/{event.in_language('slug', language)}/"
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("/pl/wydarzenia/1993/wizyta/", "/pl/wydarzenia/1994/wizyta/"),
        ("/en/events/9999/visit/", "/en/events/1994/visit/"),
    ],
)
def test_a_wrong_year_in_the_address_leads_to_the_right_one_for_good(
    client: Client, wrong: str, right: str
) -> None:
    make_event(date="1994-12-30/1995-01-02", slug_pl="wizyta", slug_en="visit")

    response = client.get(wrong)
    assert (response.status_code, response["Location"]) == (301, right)


@pytest.mark.parametrize(
    "path",
    [
        "/pl/wydarzenia/1994/visit/",
        "/en/events/1994/wizyta/",
        "/pl/events/1994/wizyta/",
        "/pl/wydarzenia/0994/wizyta/",
        "/pl/wydarzenia/1994/",
        "/pl/wydarzenia/1994/szkic/",
        "/pl/wydarzenia/1993/szkic/",
    ],
)
def test_another_languages_address_and_a_draft_are_not_found(client: Client, path: str) -> None:
    make_event(date="1994", slug_pl="wizyta", slug_en="visit")
    make_event(date="1994", slug="szkic", status=Status.DRAFT)

    read(client, path, status=404)


def test_sources_that_disagree_stand_side_by_side_with_their_dates(client: Client) -> None:
    event = make_event(date="2008-04-05/2008-04-08")
    Citation.objects.create(source=make_source(title="Kronika"), event=event)
    Citation.objects.create(
        source=make_source(title="Sprawozdanie"), event=event, stated_date="2008-04-06/2008-04-09",
        disagrees=True,
    )  # fmt: skip

    for language, differing in [
        ("pl", "podaje datę 6–9 kwietnia 2008 r."),
        ("en", "gives the date 6–9 April 2008"),
    ]:
        page = read(client, path_of(event, language))
        first, second = (words(each) for each in page.select(".sources__item"))
        assert first == "Kronika"
        assert second.startswith("Sprawozdanie")
        assert second.endswith(differing)


def test_a_citation_with_the_date_of_the_entry_does_not_repeat_it(client: Client) -> None:
    event = make_event(date="2008-04")
    Citation.objects.create(source=make_source(), event=event, stated_date="2008-04")

    assert "podaje datę" not in main(read(client, path_of(event)))


def test_a_delegation_is_told_with_its_head_and_everybody_as_of_that_day(client: Client) -> None:
    event = make_event(date="1994-06")
    school = make_organisation(name_pl="Akademia")
    OrganisationName.objects.create(
        organisation=school, name_pl="Wyższa Szkoła", name_en="College", used="1990/2000"
    )
    mayor = make_person(given_name="Jerzy", family_name="Nowak")
    draft = make_person(given_name="Adam", family_name="Ukryty", status=Status.DRAFT)
    delegation = Delegation.objects.create(
        event=event, origin=make_place(name="Katowice"), destination=make_place(name="Lyon"),
        size=12, size_qualifier="about",
    )  # fmt: skip
    members: list[dict[str, Any]] = [
        {"organisation": school},
        {"person": mayor, "function_pl": "prezydent", "leads": True},
        {"function_pl": "tłumaczka", "count": 2},
        {"person": draft},
    ]
    for order, who in enumerate(members):
        DelegationMember.objects.create(delegation=delegation, order=order, **who)

    page = read(client, path_of(event))
    section = next(each for each in page.select(".part") if "Delegacja" in words(each))
    assert words(section.h2) == "Delegacja: Katowice – Lyon"
    assert "około 12 osób" in words(section)
    assert [words(each) for each in section.select("li")] == [
        "Jerzy Nowak, prezydent, przewodniczy delegacji",
        "Wyższa Szkoła",
        "2 × tłumaczka",
    ]


@pytest.mark.parametrize(
    ("count", "qualifier", "expected"),
    [
        (1, "exact", "1 uczestnik"),
        (2, "exact", "2 uczestników"),
        (5, "exact", "5 uczestników"),
        (22, "exact", "22 uczestników"),
        (100, "about", "około 100 uczestników"),
        (100, "more_than", "ponad 100 uczestników"),
        (5, "nearly", "prawie 5 uczestników"),
        (1234, "exact", "1234 uczestników"),
        (12345, "exact", "12 345 uczestników"),
    ],
)
def test_attendance_reads_as_polish_does(
    client: Client, count: int, qualifier: str, expected: str
) -> None:
    event = make_event(attendance=count, attendance_qualifier=qualifier)

    assert fact(client, path_of(event), "Frekwencja") == expected


def fact(client: Client, path: str, term: str) -> str:
    rows = read(client, path).select(".facts__row")
    found = {words(row.dt): words(row.dd) for row in rows}
    return found.get(term, "")


def test_attendance_names_who_was_counted(client: Client) -> None:
    event = make_event(attendance=48, attendance_unit_pl="zawodników", attendance_unit_en="players")

    assert fact(client, path_of(event), "Frekwencja") == "48 zawodników"
    assert fact(client, path_of(event, "en"), "Attendance") == "48 players"


def test_an_unknown_attendance_is_left_out(client: Client) -> None:
    assert "Frekwencja" not in main(read(client, path_of(make_event())))


def test_whole_and_parts_lead_to_each_other(client: Client) -> None:
    whole = make_event("Festiwal", date="1994-06")
    make_event("Koncert", date="1994-06-12", parent=whole)
    part = make_event("Wernisaż", date="1994-06-03", parent=whole)
    make_event("Szkic", date="1994-06-04", parent=whole, status=Status.DRAFT)

    assert titles(read(client, path_of(whole))) == ["Wernisaż", "Koncert"]
    page = read(client, path_of(part))
    assert link(page, "Festiwal") == path_of(whole)


def test_a_part_of_a_draft_says_nothing_of_it(client: Client) -> None:
    part = make_event(parent=make_event("Ukryty festiwal", status=Status.DRAFT))

    assert "Ukryty" not in main(read(client, path_of(part)))


def test_those_who_took_part_are_grouped_by_role_organisers_first(client: Client) -> None:
    event = make_event()
    for name, role in [("Chór", "guest"), ("Gmina", "organiser"), ("Ars", "guest")]:
        Participation.objects.create(
            event=event, organisation=make_organisation(name_pl=name), role=role
        )

    page = read(client, path_of(event))
    section = next(each for each in page.select(".part") if "Kto wziął udział" in words(each))
    assert [words(each) for each in section.select("dt")] == ["Organizator", "Goście"]
    assert [words(each) for each in section.select("dd a")] == ["Gmina", "Chór", "Ars"]


def test_an_entry_of_two_partnerships_leads_to_the_year_of_both(client: Client) -> None:
    one, two = make_partnership(), make_partnership()
    event = make_event(date="1994", partnerships=[one, two])

    page = read(client, path_of(event))
    for partnership in (one, two):
        assert link(page, f"{partnership}, 1994") == f"{partnership.get_absolute_url()}1994/"
    assert len(page.select(".crumbs__item")) == 2


def test_an_entry_of_one_partnership_stands_below_its_year(client: Client) -> None:
    partnership = make_partnership()
    event = make_event("Wizyta", date="1994", partnerships=[partnership])

    crumbs = read(client, path_of(event)).select(".crumbs__item")
    assert [words(each) for each in crumbs] == [
        "Strona główna",
        str(partnership.home),
        str(partnership.partner),
        "Kronika",
        "1994",
        "Wizyta",
    ]
    assert attribute(crumbs[4].a, "href") == f"{partnership.get_absolute_url()}1994/"


def test_a_photograph_says_what_it_shows_and_whose_it_is_without_shifting_the_page(
    client: Client,
) -> None:
    event = make_event()
    EventImage.objects.create(event=event, image=make_image(caption_pl="Otwarcie mostu"))

    photograph = read(client, event.get_absolute_url()).select_one("main figure")

    assert photograph
    credit = words(photograph.figcaption)
    assert credit.startswith("Otwarcie mostu Fot. A. Nowak, © miasto, ponowne")
    shown_image = photograph.select_one("img")
    assert attribute(shown_image, "alt") == "Most"
    assert (attribute(shown_image, "width"), attribute(shown_image, "height")) == ("64", "48")
    assert not photograph.select("[style], script")
    assert not photograph.select("source"), "smaller than any stored width"


def test_a_large_photograph_is_offered_in_several_widths(client: Client) -> None:
    event = make_event()
    file = SimpleUploadedFile("wide.jpg", encoded(size=(900, 600)))
    EventImage.objects.create(event=event, image=make_image(file=file))

    sources = read(client, event.get_absolute_url()).select("main figure source")

    assert [source["type"] for source in sources] == ["image/avif", "image/webp", "image/jpeg"]
    assert all("200w" in attribute(source, "srcset") for source in sources)
