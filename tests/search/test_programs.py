"""What browsers learn of the search: its description, and completions while somebody types."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.factories import make_event
from tests.pages.reading import attribute, read
from tests.search.indexed import index_everything

pytestmark = pytest.mark.django_db

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.mark.parametrize(("home", "search"), [("/pl/", "/pl/szukaj/"), ("/en/", "/en/search/")])
def test_the_description_leads_to_the_page_in_its_language(
    client: Client, home: str, search: str
) -> None:
    address = attribute(read(client, home).select_one("link[rel=search]"), "href")
    response = client.get(address)
    described = ElementTree.fromstring(response.content)  # noqa: S314 — our own

    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    assert 0 < len(described.findtext(f"{OPENSEARCH}ShortName") or "") <= 16
    templates = {
        each.get("type"): each.get("template") for each in described.iter(f"{OPENSEARCH}Url")
    }
    page = str(templates["text/html"])
    assert page == f"http://testserver{search}?q={{searchTerms}}"
    assert client.get(page.replace("{searchTerms}", "bule")).status_code == 200
    completions = str(templates["application/x-suggestions+json"])
    assert client.get(completions.replace("{searchTerms}", "bu")).json() == ["bu", []]


def completed(client: Client, question: str) -> list[str]:
    response = client.get("/pl/szukaj/suggestions.json", {"q": question})
    asked, questions = response.json()
    assert asked == question.strip()
    return list(questions)


def test_the_last_word_is_completed_by_words_of_public_records(client: Client) -> None:
    make_event("Turniej w parku Kościuszki")
    make_event("Turkus", status="draft")
    index_everything()

    assert completed(client, "tur") == ["turniej"]
    assert completed(client, "turniej w parku kośc") == ["turniej w parku kościuszki"]


@pytest.mark.parametrize(
    "question", ["", "t", "turniej ", "„tur", "1999", "-", "\N{CYRILLIC SMALL LETTER A}"]
)
def test_there_is_nothing_to_complete(client: Client, question: str) -> None:
    make_event("Turniej")
    index_everything()

    assert completed(client, question) == []
