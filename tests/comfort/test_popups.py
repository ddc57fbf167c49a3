"""A person, an organisation or a source is added from the form of another record."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from events.models import Event, Source
from partners.models import Organisation, Person
from tests import factories as make
from tests.admin.forms import opened, posted_by

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Client]
POPUP = "?_to_field=id&_popup=1"


def add(kind: str, query: str = POPUP) -> str:
    return f"/pl/admin/{kind}/add/{query}"


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("partners/person", {"given_name", "family_name", "summary_pl", "summary_en"}),
        (
            "partners/organisation",
            {
                *("name_pl", "name_en", "short_name_pl", "short_name_en"),
                *("kind", "summary_pl", "summary_en"),
            },
        ),
        (
            "events/source",
            {"title_pl", "title_en", "kind", "language", "issuer_pl", "issuer_en", "url"},
        ),
    ],
)
def test_the_small_window_asks_for_what_matters_and_says_it_is_a_draft(
    staff: Client, kind: str, fields: set[str]
) -> None:
    page = soup(staff.get(add(kind)))

    names = {str(field["name"]) for field in page.select("form [name]:not([type=hidden])")}
    assert {name for name in names if not name.startswith("_")} - {"csrfmiddlewaretoken"} == fields
    assert "szkic" in page.text
    assert page.select_one("#header") is None


def test_the_new_record_is_a_draft_that_the_form_gets_to_know(staff: Client) -> None:
    data = opened(staff, add("partners/person"))
    response = staff.post(
        add("partners/person"), data | {"given_name": "Jan", "family_name": "Kowalski"}
    )

    person = Person.objects.get()
    assert person.status == "draft"
    assert person.slug
    html = response.content.decode()
    assert f"&quot;value&quot;: &quot;{person.pk}&quot;" in html
    assert '<html lang="pl">' in html
    assert "Zapisano" in html


def test_a_window_asks_for_all_of_a_record_that_is_there_already(staff: Client) -> None:
    person = make.make_person()
    page = soup(staff.get(f"/pl/admin/partners/person/{person.pk}/change/{POPUP}"))
    assert page.select_one("[name=slug_pl]")


def test_without_scripts_the_link_opens_beside_the_form(staff: Client) -> None:
    page = soup(staff.get("/pl/admin/events/event/add/"))
    links = page.select("a.add-related")
    assert links
    assert all(link["target"] == "_blank" and link["href"] for link in links)
    assert all(link["title"] for link in links)


# Namesakes


@pytest.mark.parametrize(
    "names", [("Jan", "Kowalski"), ("JAN", "kowalski"), ("Kowalski", "Jan"), ("Ján", "Kowalśki")]
)
def test_a_second_person_of_one_name_is_asked_about(staff: Client, names: tuple[str, str]) -> None:
    known = make.make_person(given_name="Jan", family_name="Kowalski")
    data = opened(staff, add("partners/person"))
    data |= {"given_name": names[0], "family_name": names[1]}

    response = staff.post(add("partners/person"), data)

    page = soup(response)
    assert response.status_code == 200
    assert page.select_one(f'.errornote ~ * a[href$="/person/{known.pk}/change/"]')
    assert page.select_one("input[name=distinct]:not([checked])")
    assert Person.objects.count() == 1

    again = posted_by(response.content.decode()) if not page.select("body.popup") else data
    assert staff.post(add("partners/person"), again | {"distinct": "yes"}).status_code == 200
    assert Person.objects.count() == 2


def test_the_whole_form_asks_too(staff: Client) -> None:
    make.make_person(given_name="Jan", family_name="Kowalski")
    path = add("partners/person", "")
    data = opened(staff, path) | {"given_name": "Jan", "family_name": "Kowalski"}

    assert staff.post(path, data | {"_save": "1"}).status_code == 200
    assert staff.post(path, data | {"_save": "1", "distinct": "yes"}).status_code == 302
    assert Person.objects.count() == 2


@pytest.mark.parametrize("names", [("Jan", "Kowal"), ("Jan Maria", "Kowalski"), ("", "Kowalski")])
def test_another_name_is_no_question(staff: Client, names: tuple[str, str]) -> None:
    make.make_person(given_name="Jan", family_name="Kowalski")
    data = opened(staff, add("partners/person"))
    given = {"given_name": names[0], "family_name": names[1]}
    assert "distinct" not in staff.post(add("partners/person"), data | given).content.decode()


def test_an_organisation_is_known_by_its_name_in_any_language(staff: Client) -> None:
    make.make_organisation(name_pl="Izba Handlowa", name_en="Chamber of Commerce")
    data = opened(staff, add("partners/organisation"))
    given = {"name_pl": "Inna", "name_en": "chamber of commerce", "kind": "chamber"}

    assert "distinct" in staff.post(add("partners/organisation"), data | given).content.decode()
    assert Organisation.objects.count() == 1


def test_a_source_is_known_by_its_title(staff: Client) -> None:
    make.make_source(title_pl="Pismo z Yingkou")
    data = opened(staff, add("events/source"))
    given = {"title_pl": "PISMO Z YINGKOU", "kind": "letter"}

    assert "distinct" in staff.post(add("events/source"), data | given).content.decode()
    assert Source.objects.count() == 1


def test_a_name_is_shown_as_a_text(staff: Client) -> None:
    make.make_person(given_name="Jan", family_name="<b>Kowalski")
    data = opened(staff, add("partners/person"))
    response = staff.post(
        add("partners/person"), data | {"given_name": "Jan", "family_name": "<b>Kowalski"}
    )
    assert "<b>Kowalski" not in response.content.decode()


def test_correcting_a_record_is_no_question(staff: Client) -> None:
    make.make_person(given_name="Jan", family_name="Kowalski")
    other = make.make_person(given_name="Jan", family_name="Kowalski")
    path = f"/pl/admin/partners/person/{other.pk}/change/"
    assert staff.post(path, opened(staff, path) | {"_publish": "1"}).status_code == 302


# The small window is no way around


def test_an_editor_changes_nothing_published_by_a_small_window(signed_in: SignIn) -> None:
    editor = signed_in("editor")
    event: Any = make.make_event("Wizyta")
    path = f"/pl/admin/events/event/{event.pk}/change/"
    data = opened(editor, path) | {"title_pl": "Podmieniona", "_popup": "1", "_save": "1"}

    assert editor.post(path, data).status_code == 403
    event.refresh_from_db()
    assert event.title_pl == "Wizyta"


@pytest.mark.parametrize("step", ["_publish", "_submit"])
def test_nobody_takes_a_step_by_a_small_window(signed_in: SignIn, step: str) -> None:
    editor = signed_in("editor")
    event = make.make_event(status="draft")
    path = f"/pl/admin/events/event/{event.pk}/change/"

    editor.post(path, opened(editor, path) | {"_popup": "1", step: "1"})
    data = opened(editor, add("partners/person"))
    given = {"given_name": "Jan", "family_name": "Kowalski", step: "1"}
    editor.post(add("partners/person"), data | given)

    assert Event.objects.get(pk=event.pk).status == "draft"
    assert Person.objects.get().status == "draft"


def test_a_translator_adds_nobody(signed_in: SignIn) -> None:
    assert signed_in("translator").get(add("partners/person")).status_code == 403
