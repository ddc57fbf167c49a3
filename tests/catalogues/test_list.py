"""The list of the interface's texts: found by any spelling, narrowed, at a constant cost."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.catalogues.small import FORMS, PAGES, address, opened, save, soup, write


def names(client: Client, query: str = "") -> list[str]:
    page = soup(client.get(f"{PAGES}pl/{query}"))
    return [cell.get_text(strip=True) for cell in page.select("tbody th")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=lodz", ["The bridges of Łódź"]),
        ("?q=MOSTY", ["The bridges of Łódź"]),
        ("?q=przynies+teraz", ["Bring %(item)s <b>now</b>"]),
        ("?q=home.html", ["Reading room", "Lantern"]),
        ("?show=untranslated", ["Lantern"]),
        ("?show=doubtful", ["The bridges of Łódź"]),
        ("?show=address", ["lamps/", "rooms/"]),
        ("?show=changed", []),
        ("?show=nonsense&q=lantern", ["Lantern"]),
        ("?q=nothing+of+the+kind", []),
    ],
)
def test_a_text_is_found(folder: Path, translator: Client, query: str, found: list[str]) -> None:
    assert names(translator, query) == found


def test_a_text_with_a_fault_is_found(folder: Path, translator: Client) -> None:
    write(folder, "pl", 'msgid "%(count)s lamps"\nmsgstr "lampy"\n')

    assert names(translator, "?show=faulty") == ["%(count)s lamps"]


def test_what_was_changed_here_is_found_by_its_new_words(folder: Path, translator: Client) -> None:
    save(translator, address("Reading room"), form_0="Książnica")

    assert names(translator, "?show=changed&q=ksiaznica") == ["Reading room"]


def test_save_and_next_goes_down_the_list_as_it_was_narrowed(
    folder: Path, translator: Client
) -> None:
    url = address("lamps/", "address", query="?show=address")
    following = translator.post(url, {**opened(translator, url), "_next": "1"})
    assert following["Location"] == address("rooms/", "address", query="?show=address")

    url = following["Location"]
    last = translator.post(url, {**opened(translator, url), "_next": "1"})
    assert last["Location"] == f"{PAGES}pl/?show=address"


def test_a_link_of_the_list_carries_on_what_it_was_narrowed_to(
    folder: Path, translator: Client
) -> None:
    page = soup(translator.get(f"{PAGES}pl/?show=address&q=sale"))

    links = [str(link["href"]) for link in page.select("tbody a")]
    assert links == [address("rooms/", "address", query="?show=address&q=sale")]
    box = page.select_one("#interface-q")
    assert box is not None
    assert box["value"] == "sale"


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_pages_cost_the_same_with_one_and_with_three_changes(
    folder: Path, translator: Client
) -> None:
    save(translator, address("Reading room"), form_0="Sala")
    urls = [PAGES, f"{PAGES}pl/", address("Reading room")]
    few = [queries(translator, url) for url in urls]

    save(translator, address("Lantern"), form_0="Latarnia")
    save(translator, address("Bring %(item)s <b>now</b>"), form_0="%(item)s: <b>dawaj</b>")

    assert [queries(translator, url) for url in urls] == few
    assert few == [8, 8, 9]


def test_a_long_list_has_pages_and_no_more_queries(folder: Path, translator: Client) -> None:
    few = queries(translator, f"{PAGES}pl/")
    write(folder, "pl", "".join(f'msgid "lamp {n}"\nmsgstr "lampa {n}"\n\n' for n in range(120)))

    assert len(names(translator)) == 50
    assert len(names(translator, "?page=3")) == 20
    assert queries(translator, f"{PAGES}pl/?page=2") == few


def test_the_overview_counts_by_language(folder: Path, translator: Client) -> None:
    page = soup(translator.get(PAGES))

    rows = [row.get_text(" ", strip=True).split(" Download")[0] for row in page.select("tbody tr")]
    assert rows == ["Polish 71 % 7 1 1 0 0 0 2", "English 100 % 1 0 0 0 0 0 0"]


def test_a_header_of_another_language_is_told(folder: Path, translator: Client) -> None:
    wrong = FORMS.replace("n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2", "1")
    write(folder, "pl", "", wrong)

    assert "plural rule" in translator.get(PAGES).content.decode()
