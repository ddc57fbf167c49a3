"""Where the English is missing, the Polish stands in and says so."""

import re

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from django.test import Client

from events.models import Event
from tests.factories import make_topic
from tests.pages.reading import attribute, link, read, words
from tests.pages.records import Scene, add_entries
from twinning.publishing.languages import translated_fields

NOTE = "This text is available only in Polish."
PAGE_NOTE = "Some texts on this page are available only in Polish."
POLISH = re.compile("Ż[a-z]+ó")


@pytest.fixture
def untranslated(scene: Scene) -> Scene:
    """Every text of every record in Polish alone, each with a word that is nothing but Polish."""
    add_entries(scene)
    event = Event.objects.filter(partnerships=scene.partnership).earliest("pk")
    event.topics.add(make_topic("sport"))
    records: list[object] = [
        scene.home, scene.partner, scene.partnership, scene.series, scene.organisation,
        scene.person, scene.network, scene.agreement, scene.source, event, event.parent,
        event.place, *event.topics.all(), *event.also_in.all(), *event.citations.all(),
        *scene.person.offices.all(), *scene.organisation.former_names.all(),
        *scene.partnership.reasons.all(), *scene.agreement.acts.all(),
        *(member for each in event.delegations.all() for member in each.members.all()),
        *event.delegations.all(), *event.participations.all(),
    ]  # fmt: skip
    for record in records:
        _take_english_from(record)
    return scene


def _take_english_from(record: object) -> None:
    from django.db.models import Model

    assert isinstance(record, Model)
    for field in translated_fields(type(record)) - {"slug"}:
        setattr(record, f"{field}_pl", f"Żółw {field.replace('_', ' ')}")
        setattr(record, f"{field}_en", "")
    type(record)._default_manager.filter(pk=record.pk).update(
        **{
            f"{field}_{code}": getattr(record, f"{field}_{code}")
            for field in translated_fields(type(record)) - {"slug"}
            for code in ("pl", "en")
        }
    )


@pytest.mark.parametrize(
    "path",
    [
        "/en/",
        "/en/katowice/",
        "/en/katowice/cologne/",
        "/en/katowice/cologne/history/",
        "/en/katowice/cologne/1994/",
        "event",
        "/en/series/",
        "/en/series/biennale/",
        "/en/organisations/",
        "/en/organisations/chor/",
        "/en/people/jan-nowak/",
        "/en/agreements/",
        "/en/agreements/umowa/",
        "/en/networks/",
        "/en/networks/siec/",
        "/en/documents/",
        "/en/documents/list/",
    ],
)
def test_no_polish_is_passed_off_as_english(client: Client, untranslated: Scene, path: str) -> None:
    event = Event.objects.filter(partnerships=untranslated.partnership).earliest("pk")
    page = read(client, f"/en/events/1994/{event.slug_en}/" if path == "event" else path)  # type: ignore[attr-defined]

    assert attribute(page.html, "lang") == "en"
    assert "Żółw" in words(page.body)
    assert passed_off(page) == []


def passed_off(page: BeautifulSoup) -> list[str]:
    """Polish in the body whose nearest `lang` isn't Polish."""
    assert page.body
    found = []
    for text in page.body.find_all(string=re.compile("Żółw")):
        assert isinstance(text, NavigableString)
        speaking = text.find_parent(lang=True)
        if speaking is None or speaking["lang"] != "pl":
            found.append(f"{text.parent}")
    return found


def test_an_entry_without_english_is_noted_as_such(client: Client, untranslated: Scene) -> None:
    event = Event.objects.filter(partnerships=untranslated.partnership).earliest("pk")

    page = read(client, f"/en/events/1994/{event.slug_en}/")  # type: ignore[attr-defined]
    assert PAGE_NOTE in words(page.main)
    entry = read(client, untranslated.chronicle("en")).find(id=event.anchor)
    assert NOTE in words(entry)


def test_a_page_with_its_english_says_nothing_of_a_fallback(client: Client, scene: Scene) -> None:
    add_entries(scene)

    page = read(client, scene.chronicle("en"))
    assert NOTE not in words(page.main)
    assert PAGE_NOTE not in words(page.main)
    assert not page.main or not page.main.select("[lang=pl]")


def test_polish_pages_mark_no_polish(client: Client, untranslated: Scene) -> None:
    page = read(client, untranslated.chronicle())

    assert page.main
    assert not page.main.select("[lang]")
    assert NOTE not in words(page.main)


def test_a_transcription_only_in_polish_says_so(client: Client, scene: Scene) -> None:
    scene.source.transcription_pl = "<p>Szanowni Państwo</p>"  # type: ignore[attr-defined]
    scene.source.transcription_en = ""  # type: ignore[attr-defined]
    scene.source.save()

    page = read(client, "/en/documents/list/")
    assert NOTE in words(page.main)
    assert words(page.select_one(".document [lang=pl]")) == "Szanowni Państwo"
    assert link(page, "Polski") == "/pl/dokumenty/list/"
