"""The queue, and how much is translated."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import Citation, Event
from tests import factories as make
from tests.admin.forms import opened as opened_form
from tests.pages.reading import words
from tests.translating.conftest import SignIn
from tests.translating.reading import COVERAGE, QUEUE, opened, page, sheet_of, text, waiting
from twinning.translation.models import Assignment


def save_polish(client: Client, event: Any, **changes: str) -> None:
    path = f"/pl/admin/events/event/{event.pk}/change/"
    response = client.post(path, opened_form(client, path) | changes)
    assert response.status_code == 302


@pytest.fixture
def publisher(signed_in: SignIn) -> Client:
    return signed_in("publisher")


# What the issue asks to be shown


def test_one_changed_sentence_is_listed_shown_translated_and_gone(
    publisher: Client, translator: Client, client: Client
) -> None:
    event: Any = make.make_event(
        "Most",
        title_en="Bridge",
        summary_pl="Otwarto most. Przyjechali goście.",
        summary_en="A bridge was opened. Guests came.",
    )
    save_polish(publisher, event, summary_pl="Otwarto most. Przyjechali posłowie.")

    assert waiting(translator) == [("Most Streszczenie", "nieaktualne")]
    event.refresh_from_db()
    public = client.get(f"/en/events/1994/{event.slug_en}/")
    assert "A bridge was opened. Guests came." in public.content.decode()
    sheet = page(translator, sheet_of(event))
    changed = sheet.select_one(f"#text-{text(event, 'summary')} .sheet-text")
    assert changed is not None
    assert "goście" in words(changed.select_one("del"))
    assert "posłowie" in words(changed.select_one("ins"))
    assert "most" not in words(changed.select_one("del"))

    data = opened(translator, event)
    data[text(event, "summary")] = "A bridge was opened. Deputies came."
    assert translator.post(sheet_of(event), data | {"_save": "1"}).status_code == 302
    assert waiting(translator) == []
    event.refresh_from_db()
    assert event.summary_en == "A bridge was opened. Deputies came."


def test_a_minor_edit_lists_nothing(publisher: Client, translator: Client) -> None:
    event = make.make_event("Most", title_en="Bridge")
    save_polish(publisher, event, title_pl="Most.", minor_edit="on")

    assert waiting(translator) == []


def test_a_working_copy_outdates_nothing(signed_in: SignIn, translator: Client) -> None:
    event: Any = make.make_event("Most", title_en="Bridge")
    editor = signed_in("editor")
    path = f"/pl/admin/events/event/{event.pk}/change/"
    editor.post(path, opened_form(editor, path) | {"title_pl": "Nowy most", "_keep": "1"})

    event.refresh_from_db()
    assert event.title_pl == "Most"
    assert waiting(translator) == []


# The queue


def test_readers_first_the_partnership_before_a_locator(translator: Client) -> None:
    event = make.make_event("Wpis")
    Citation.objects.create(
        event=event, source=make.make_source(), locator_pl="s. 3", claim_pl="Tak", claim_en="Yes"
    )
    make.make_partnership(
        home=make.make_place("katowice", is_home=True),
        partner=make.make_place("kolonia"),
        summary_en="",
    )

    listed = [name for name, _state in waiting(translator)]
    assert listed[0].endswith("Streszczenie")
    assert "Katowice – Kolonia" in listed[0]
    assert listed[-1].startswith("Wpis")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"Brak", "Inny"}),
        ("?state=missing", {"Brak", "Inny"}),
        ("?state=outdated", set()),
        ("?kind=events.Event", {"Brak", "Inny"}),
        ("?kind=partners.Person", set()),
        ("?age=30", set()),
        ("?assigned=nobody", {"Inny"}),
        ("?assigned=me", {"Brak"}),
        ("?kind=no.such&state=x&order=%27", {"Brak", "Inny"}),
    ],
)
def test_filters_narrow_the_queue_down(signed_in: SignIn, query: str, names: set[str]) -> None:
    user = make.make_user(role="translator")
    client = Client()
    client.force_login(user)
    mine = make.make_event("Brak", title_en="")
    make.make_event("Inny", title_en="")
    Assignment.note_down(mine, "en", translator=user, note="Pilne", done=False)

    assert {name.split()[0] for name, _state in waiting(client, query)} == names


def test_by_partnership(translator: Client) -> None:
    partnership = make.make_partnership()
    make.make_event("Swój", title_en="", partnerships=[partnership])
    make.make_event("Cudzy", title_en="")

    listed = waiting(translator, f"?partnership={partnership.pk}")
    assert [name.split()[0] for name, _state in listed] == ["Swój"]


def test_a_part_that_was_deleted_is_not_listed(publisher: Client, translator: Client) -> None:
    event = make.make_event("Wpis", title_en="Entry")
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Tak", claim_en="Yes")
    save_polish(publisher, event, **{"citations-0-claim_pl": "Nie"})
    assert len(waiting(translator)) == 1
    save_polish(publisher, event, **{"citations-0-DELETE": "on"})

    assert waiting(translator) == []


def test_whoever_is_limited_to_a_city_sees_that_city_alone(signed_in: SignIn) -> None:
    home = make.make_place("chorzow", is_home=True)
    make.make_event("Swój", title_en="", partnerships=[make.make_partnership(home=home)])
    make.make_event("Cudzy", title_en="", partnerships=[make.make_partnership()])

    listed = waiting(signed_in("translator", homes=[home]))
    assert [name.split()[0] for name, _state in listed] == ["Swój"]


def test_the_desk_leads_there(translator: Client) -> None:
    assert page(translator, "/pl/admin/").select(f'a[href="{QUEUE}"]')


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_whatever_its_length(translator: Client, count: int) -> None:
    for _index in range(count):
        make.make_event(title_en="")
    translator.get(QUEUE)
    with CaptureQueriesContext(connection) as captured:
        assert translator.get(QUEUE).status_code == 200
    assert len(captured) == 12


# How much is translated


def test_the_figures_count_each_text_once(translator: Client) -> None:
    make.make_event("Brak", title_en="")
    make.make_event("Tak samo", title_en="Tak samo")

    table = page(translator, COVERAGE).select_one("table.coverage")
    assert table is not None
    row = next(each for each in table.select("tbody tr") if "Wydarzenia" in words(each))
    assert [words(cell) for cell in row.select("td")] == ["75%", "2", "1", "0", "1"]


def test_ten_thousand_entries_cost_fifteen_queries_at_most(translator: Client) -> None:
    events = [
        Event(
            title_pl=f"Wpis {number}",
            title_en=f"Entry {number}" if number % 3 else "",
            summary_pl="Tak było.",
            summary_en="So it was.",
            slug_pl=f"wpis-{number}",
            slug_en=f"entry-{number}",
            date="1994",
            date_earliest="1994-01-01",
            date_latest="1994-12-31",
            kind="visit",
        )
        for number in range(10_000)
    ]
    Event.objects.bulk_create(events, batch_size=500)
    make.weigh_tables()
    translator.get(COVERAGE)

    with CaptureQueriesContext(connection) as captured:
        response = translator.get(COVERAGE)
    assert response.status_code == 200
    assert len(captured) <= 15
    assert "3334" in response.content.decode().replace("\u00a0", "")


def test_nobody_without_anything_to_translate_gets_in(client: Client, db: None) -> None:
    client.force_login(make.make_user(is_staff=True))

    assert client.get(QUEUE).status_code == 403
    assert client.get(COVERAGE).status_code == 403


def test_the_queue_leads_to_all_that_translators_have(translator: Client) -> None:
    links = [str(link["href"]) for link in page(translator, QUEUE).select(".translating-links a")]

    assert len(links) == 4
    for link in links:
        assert translator.get(link).status_code == 200
