"""The admin speaks Polish and English, and shows every language of a text side by side."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib import admin
from django.core.checks import run_checks
from django.test import Client

from events.admin import EventAdmin
from events.models import Event
from tests import factories as make
from twinning.publishing.languages import side_by_side


def soup(client: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content.decode(), "html.parser")


def test_languages_stand_side_by_side_and_a_third_one_just_appears(settings: Any) -> None:
    assert side_by_side(Event, "title") == ("title_pl", "title_en")
    settings.LANGUAGES = [*settings.LANGUAGES, ("fr", "French")]
    assert side_by_side(Event, "title") == ("title_pl", "title_en", "title_fr")
    assert side_by_side(Event, ("kind", "date")) == ("kind", "date")


def test_each_text_box_says_its_language(staff: Client) -> None:
    page = soup(staff, "/en/admin/events/event/add/")

    for code, name in (("pl", "Polish"), ("en", "English")):
        label, box = (
            page.select_one(f"label[for=id_title_{code}]"),
            page.select_one(f"#id_title_{code}"),
        )
        assert label is not None
        assert name in label.get_text()
        assert box is not None
        assert box["lang"] == code


def test_the_switch_leads_to_the_same_page_in_the_other_language(staff: Client) -> None:
    event = make.make_event()
    path = f"/pl/admin/events/event/{event.pk}/change/"

    links = soup(staff, path).select(".admin-languages a")

    assert [link.get_text() for link in links] == ["Polski", "English"]
    assert links[0]["aria-current"] == "true"
    assert links[1]["href"] == path.replace("/pl/", "/en/")


@pytest.mark.parametrize("code", ["pl", "en"])
def test_view_on_site_leads_to_the_page_in_the_language_of_the_admin(
    staff: Client, code: str
) -> None:
    event = make.make_event(slug_pl="wizyta", slug_en="visit")

    link = soup(staff, f"/{code}/admin/events/event/{event.pk}/change/").select_one(
        ".object-tools a.viewsitelink"
    )

    assert link is not None
    address = str(link["href"])
    assert address.startswith(f"/{code}/")
    assert address.endswith({"pl": "/wizyta/", "en": "/visit/"}[code])


def test_a_draft_has_no_page_to_view(staff: Client) -> None:
    event = make.make_event(status="draft")

    assert not soup(staff, f"/pl/admin/events/event/{event.pk}/change/").select(".viewsitelink")


def test_a_date_is_read_back_while_it_is_typed_by_staff_alone(
    staff: Client, client: Client
) -> None:
    path = "/pl/admin/read-date/?text=czerwiec+1994"

    assert staff.get(path).json()["edtf"] == "1994-06"
    assert client.get(path).status_code == 302
    box = soup(staff, "/pl/admin/events/event/add/").select_one("#id_date")
    assert box is not None
    assert box["data-date-read-url"] == "/pl/admin/read-date/"


def test_a_place_is_found_by_another_spelling(staff: Client) -> None:
    place = make.make_place("kolonia", name_pl="Kolonia", name_en="Cologne", aliases="Köln")
    path = "/pl/admin/autocomplete/?app_label=events&model_name=event&field_name=place&term="

    for spelling in ("Kolon", "cologne", "Köln"):
        assert [row["id"] for row in staff.get(path + spelling).json()["results"]] == [
            str(place.pk)
        ]


def test_an_organisation_is_found_by_a_former_name(staff: Client) -> None:
    organisation = make.make_organisation(name_pl="ASEMKA")
    organisation.former_names.create(name_pl="ASEKA", used="1992/1998")

    page = soup(staff, "/pl/admin/partners/organisation/?q=aseka")

    assert len(page.select("#result_list tbody tr")) == 1


def test_a_field_forgotten_in_a_form_is_a_finding_of_the_system_check() -> None:
    class Forgetful(EventAdmin):
        fieldsets = [(None, {"fields": ["title", "date"]})]

    forgotten = [error.msg for error in Forgetful(Event, admin.site).check() if error.id]

    assert any("“kind”" in message for message in forgotten)
    assert not run_checks()
