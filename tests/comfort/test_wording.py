"""The admin speaks Polish as people write it, and English to who chose English."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import factories as make
from tests.admin.forms import opened
from tests.admin.records import KINDS

pytestmark = pytest.mark.django_db

# What Django writes where it doesn't know the gender or the case of a noun.
UNDECIDED = re.compile(r"\(-?(?:a|ą|e|o|go|ło|na|ne|ną|ny|nych|kich|ta|te)\)")
# Words of Django's admin that a page in Polish has when a sentence was left in English.
ENGLISH = re.compile(r"\b(?:Select|Delete|Change|Add|Save|Search|Filter|selected|Home|View|Show)\b")


def texts(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    page = BeautifulSoup(response.content.decode(), "html.parser")
    for foreign in page.select("[lang=en], script, textarea, input, option[value]:not([value=''])"):
        foreign.decompose()
    titles = [str(each["title"]) for each in page.select("[title]")]
    return "\n".join([page.get_text(" ", strip=True), *titles])


@pytest.mark.parametrize("kind", KINDS)
def test_pages_of_every_kind_are_in_good_polish(staff: Client, kind: str) -> None:
    record = KINDS[kind](1)
    own = f"/pl/admin/{kind}/{record.pk}"
    paths = [f"/pl/admin/{kind}/", f"{own}/change/", f"{own}/delete/"]
    for path in paths:
        said = texts(staff, path)
        assert not UNDECIDED.search(said), (path, UNDECIDED.findall(said))
        assert not ENGLISH.search(said.replace(str(record), "")), (path, ENGLISH.findall(said))


def test_a_list_is_headed_by_what_it_lists(staff: Client) -> None:
    for language, heading in (("pl", "Osoby"), ("en", "People")):
        page = BeautifulSoup(
            staff.get(f"/{language}/admin/partners/person/").content.decode(), "html.parser"
        )
        assert [each.get_text(strip=True) for each in page.select("h1")] == [heading]


def test_what_is_said_after_saving_and_deleting_is_decided(staff: Client) -> None:
    person = make.make_person(given_name="Jan", family_name="Kowalski", status="draft")
    path = f"/pl/admin/partners/person/{person.pk}/change/"
    for button in ("_save", "_continue"):
        response = staff.post(path, opened(staff, path) | {button: "1"}, follow=True)
        [said] = map(str, response.context["messages"])
        assert said.startswith("Zmieniono: osoba")
    response = staff.post(path.replace("change", "delete"), {"post": "yes"}, follow=True)
    [said] = map(str, response.context["messages"])
    assert re.fullmatch("Usunięto: .*Jan Kowalski.*", said)
