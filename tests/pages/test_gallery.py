"""Pictures of an entry and scanned pages of a source, with whose they are."""

from typing import Any

import pytest
from bs4 import Tag
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from events.models import EventImage, Source, SourcePage
from tests.factories import make_event, make_image, make_source
from tests.media.files import encoded
from tests.pages.reading import attribute, main, read, words
from twinning.media.models import Licence

pytestmark = pytest.mark.django_db


def figures(client: Client, *images: dict[str, Any], language: str = "en") -> list[Tag]:
    event = make_event(slug_pl="tutaj", slug_en="here")
    for order, given in enumerate(images):
        EventImage.objects.create(event=event, image=make_image(**given), order=order)
    path = {"pl": "/pl/wydarzenia/1994/tutaj/", "en": "/en/events/1994/here/"}[language]
    return list(read(client, path).select(".gallery figure"))


def scan(source: Source, number: int, **given: Any) -> None:
    SourcePage.objects.create(source=source, order=number, image=make_image(**given))


def test_an_entry_without_pictures_has_no_gallery(client: Client) -> None:
    assert figures(client) == []
    assert "Photographs" not in main(read(client, "/en/events/1994/here/"))


def test_pictures_keep_the_order_of_the_editor_and_are_counted_as_a_list(client: Client) -> None:
    shown = figures(client, {"caption_en": "First"}, {"caption_en": "Second"})

    assert [words(each.figcaption).split()[0] for each in shown] == ["First", "Second"]
    assert all(each.parent and each.parent.name == "li" for each in shown)


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        (Licence.CC0, "https://creativecommons.org/publicdomain/zero/1.0/"),
        (Licence.CC_BY, "https://creativecommons.org/licenses/by/4.0/"),
        (Licence.CC_BY_SA, "https://creativecommons.org/licenses/by-sa/4.0/"),
    ],
)
def test_a_licence_leads_to_its_terms(client: Client, licence: Licence, address: str) -> None:
    (shown,) = figures(client, {"licence": licence})

    terms = shown.select_one("a[rel=license]")
    assert words(terms) == licence.label
    assert attribute(terms, "href") == address


@pytest.mark.parametrize("licence", [Licence.CITY, Licence.AUTHOR, Licence.PUBLIC_DOMAIN])
def test_terms_that_stand_nowhere_are_words_without_a_link(
    client: Client, licence: Licence
) -> None:
    (shown,) = figures(client, {"licence": licence, "author": "E. Kowalska"})

    assert "E. Kowalska, " in words(shown.figcaption)
    assert not shown.select("figcaption a")


def test_a_picture_opens_in_full_size_by_one_link_that_says_which(client: Client) -> None:
    file = SimpleUploadedFile("any.png", encoded("PNG", (120, 80)))
    (shown,) = figures(client, {"file": file, "alt_en": "The new bridge"})

    links = shown.select("a")
    assert [words(link) for link in links] == ["Open in full size: The new bridge (PNG, 120 × 80)"]
    assert default_storage.exists(attribute(links[0], "href").removeprefix("/media/"))


def test_an_alternative_text_in_polish_alone_says_so_in_picture_and_link(client: Client) -> None:
    (shown,) = figures(client, {"alt_pl": "Most", "alt_en": ""})

    assert attribute(shown.img, "lang") == "pl"
    assert words(shown.select_one('a [lang="pl"]')) == "Most"


def test_every_picture_tells_its_size_before_it_is_there(client: Client) -> None:
    big = SimpleUploadedFile("any.jpg", encoded(size=(300, 200)))
    shown = figures(client, {}, {"file": big})

    sizes = [(attribute(each.img, "width"), attribute(each.img, "height")) for each in shown]
    assert sizes == [("64", "48"), ("300", "200")]


def test_a_scan_stands_beside_what_it_says_the_words_first(client: Client) -> None:
    source = make_source("pismo", transcription_pl="<p>Szanowny Panie</p>")
    scan(source, 2)
    scan(source, 1)

    part = read(client, "/pl/dokumenty/pismo/").select_one(".facsimile--read")
    assert part
    text, pages = part.find_all("div", recursive=False)
    assert "Szanowny Panie" in words(text)
    captions = [words(each.figcaption) for each in pages.select("figure")]
    assert [each.partition(" Fot.")[0] for each in captions] == ["Strona 1", "Strona 2"]


def test_a_transcription_in_polish_alone_is_marked_on_the_english_page(client: Client) -> None:
    source = make_source("pismo", transcription_pl="<p>Szanowny Panie</p>", transcription_en="")
    scan(source, 1)

    page = read(client, "/en/documents/pismo/")
    assert words(page.select_one('.facsimile .document [lang="pl"]')) == "Szanowny Panie"
    assert page.select_one(".facsimile .only-note")


def test_scans_without_words_and_words_without_scans_leave_no_empty_column(client: Client) -> None:
    scan(make_source("skan"), 1)
    make_source("tekst", transcription_pl="<p>Szanowny Panie</p>")

    scans, text = (read(client, f"/pl/dokumenty/{slug}/") for slug in ("skan", "tekst"))
    assert len(scans.select(".facsimile figure")) == 1
    assert not scans.select(".facsimile--read, .document")
    assert not text.select(".facsimile, figure")
    assert words(text.select_one(".document")) == "Szanowny Panie"
