"""Whatever is typed or sent, the answer is a page: with a message, or refused by one."""

from urllib.parse import quote_from_bytes

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_event
from tests.pages.reading import main, read, words
from tests.search.indexed import index_everything
from twinning.search.grammar import LONGEST

pytestmark = pytest.mark.django_db

# The database is undone after the test, not after each example; nothing is written in them.
READING = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
ADDRESSES = ("/pl/szukaj/", "/en/search/", "/pl/szukaj/suggestions.json")


@pytest.fixture
def told() -> None:
    make_event("Turniej w parku", date="1999")
    index_everything()


def status(client: Client, address: str, query: str) -> int:
    return client.get(address, QUERY_STRING=query).status_code


@READING
@given(question=st.binary(max_size=300), address=st.sampled_from(ADDRESSES))
def test_any_bytes_are_answered(client: Client, told: None, question: bytes, address: str) -> None:
    assert status(client, address, f"q={quote_from_bytes(question)}") in (200, 400)


@READING
@given(
    question=st.text(
        alphabet=st.sampled_from("turniej park 1999 -*\"„”«»()[]{}|&!<>:^~'\\/%_\0\ufffd¶=#."),
        max_size=80,
    )
)
def test_any_row_of_signs_is_answered(client: Client, told: None, question: str) -> None:
    for address in ADDRESSES:
        assert client.get(address, {"q": question}).status_code == 200


@READING
@given(question=st.text(max_size=LONGEST))
def test_any_text_is_answered(client: Client, told: None, question: str) -> None:
    encoded = question.encode("utf-8", "surrogatepass")
    assert status(client, "/pl/szukaj/", f"q={quote_from_bytes(encoded)}") == 200


@pytest.mark.parametrize(
    "query",
    [
        "q=%",
        "q=%zz",
        "q=%ff%fe",
        "q=%00",
        "q=%ED%A0%80",  # half of a character
        "q=" + "%22" * 60,
        "q=" + "-" * 200,
        "q=" + "(" * 200,
        "q=" + "*" * 200,
        "q=NEAR(a b)",
        "q=title:turniej",
        "q=a AND NOT b OR",
        "q='; DROP TABLE search_entry; --",
        "q=" + "%C5%82" * 200,
        "q=turniej&q=park&q[]=x",
        "q",
        "=",
        "&&&",
    ],
)
def test_what_looks_dangerous_is_a_question_like_any_other(
    client: Client, told: None, query: str
) -> None:
    for address in ADDRESSES:
        assert status(client, address, query) == 200


@pytest.mark.parametrize("letters", [LONGEST + 1, 100_000])
def test_a_question_that_is_too_long_is_refused_by_a_page(
    client: Client, told: None, letters: int
) -> None:
    page = read(client, f"/pl/szukaj/?q={'a' * letters}", status=400)

    assert f"Zapytanie ma {letters} znaków, a można szukać najwyżej 200." in main(page)
    field = page.select_one("input[type=search]")
    assert field is not None
    assert len(str(field["value"])) == LONGEST
    assert words(page.h1) == "Szukaj"


def test_more_fields_than_anybody_sends_are_refused(client: Client, told: None) -> None:
    assert status(client, "/pl/szukaj/", "&".join(["q=a"] * 10_000)) == 400


def test_completions_of_a_question_that_is_too_long_are_refused(client: Client, told: None) -> None:
    response = client.get("/pl/szukaj/suggestions.json", {"q": "a" * 100_000})

    assert (response.status_code, response.json()) == (400, ["", []])
