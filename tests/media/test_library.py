"""The library: each file once, found, its uses known, and not deleted while it is used."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from events.models import EventDocument, EventImage, SourcePage
from tests import factories as make
from tests.media.files import encoded, pdf_of
from tests.media.uploading import WORDS, files, replace, upload
from tests.pages.reading import words
from twinning.media.models import Document, Image

LIST = "/pl/admin/media/image/"


def listed(staff: Client, path: str) -> set[str]:
    page = BeautifulSoup(staff.get(path).content, "html.parser")
    return {words(cell) for cell in page.select("#result_list :is(.field-described, .field-title)")}


# The same file


@pytest.mark.parametrize(("kind", "data"), [("image", encoded()), ("document", pdf_of())])
def test_the_same_file_is_recognised_whatever_its_name(
    staff: Client, media: Path, kind: str, data: bytes
) -> None:
    upload(staff, data, "first.jpg", kind=kind)
    before = files(media)

    response = upload(staff, data, "second.jpg", kind=kind)

    assert response.status_code == 200
    error = BeautifulSoup(response.content, "html.parser").select_one(".field-file .errorlist")
    assert error
    assert "Ten plik już tu jest" in error.get_text()
    model = {"image": Image, "document": Document}[kind]
    known = model._default_manager.get()
    assert error.a
    assert error.a["href"] == f"/pl/admin/media/{kind}/{known.pk}/change/"
    assert error.a.get_text() == str(known)
    assert files(media) == before


def test_the_same_pixels_in_another_file_are_another_file(staff: Client) -> None:
    upload(staff, encoded())

    assert upload(staff, encoded(quality=50)).status_code == 302


def test_a_file_replaced_by_that_of_another_record_is_refused(staff: Client) -> None:
    upload(staff, encoded("PNG"))
    upload(staff, encoded("JPEG"))
    image = Image.objects.latest("pk")

    assert replace(staff, image, encoded("PNG")).status_code == 200
    assert Image.objects.get(pk=image.pk).version == 1


def test_a_file_may_be_replaced_by_itself(staff: Client) -> None:
    upload(staff, encoded())

    assert replace(staff, Image.objects.get(), encoded()).status_code == 302


def test_a_replaced_file_may_come_back(staff: Client) -> None:
    upload(staff, encoded())
    replace(staff, Image.objects.get(), encoded("PNG"))

    assert upload(staff, encoded()).status_code == 302


def test_a_name_with_markup_in_it_is_shown_as_text(staff: Client) -> None:
    upload(staff, encoded(), alt_pl="<script>alert(1)</script>")

    assert b"<script>alert" not in upload(staff, encoded()).content


# Finding


@pytest.fixture
def three(staff: Client) -> dict[str, Any]:
    shown = make.make_image(alt_pl="Most w Saint-Étienne", author="Łucja Żak", licence="cc0")
    EventImage.objects.create(event=make.make_event(), image=shown)
    coat = make.make_image(alt_pl="Herb", alt_en="", caption_en="The coat of arms of Cologne")
    make.make_place(coat_of_arms=coat)
    idle = make.make_image(alt_pl="Rynek", file=_png())
    return {"shown": shown, "coat": coat, "idle": idle}


def _png() -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("any.png", encoded("PNG", (64, 48)))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=saint-etienne", {"Most w Saint-Étienne"}),
        ("q=lucja+zak", {"Most w Saint-Étienne"}),
        ("q=cologne", {"Herb"}),
        ("q=nic+takiego", set()),
        ("use=unused", {"Rynek"}),
        ("use=used", {"Most w Saint-Étienne", "Herb"}),
        ("without_alt=en", {"Herb"}),
        ("without_alt=pl", set()),
        ("licence__exact=cc0", {"Most w Saint-Étienne"}),
        ("format=png", {"Rynek"}),
        ("format=webp", set()),
        ("use=used&without_alt=en", {"Herb"}),
        ("use=nonsense&without_alt=xx&format=bmp", {"Most w Saint-Étienne", "Herb", "Rynek"}),
    ],
)
def test_images_are_found(
    staff: Client, three: dict[str, Any], query: str, found: set[str]
) -> None:
    assert listed(staff, f"{LIST}?{query}") == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=obchodow", {"Program obchodów"}),
        ("use=unused", {"Regulamin"}),
        ("without_title=en", {"Regulamin"}),
        ("transcription=without", {"Program obchodów"}),
        ("language=fr", {"Regulamin"}),
    ],
)
def test_documents_are_found(staff: Client, query: str, found: set[str]) -> None:
    programme = make.make_document(title_pl="Program obchodów")
    EventDocument.objects.create(event=make.make_event(), document=programme)
    make.make_document(
        title_pl="Regulamin", title_en="", language="fr", transcription="<p>Règlement</p>"
    )

    assert listed(staff, f"/pl/admin/media/document/?{query}") == found


def test_a_text_in_another_language_says_so_in_the_list(
    staff: Client, three: dict[str, Any]
) -> None:
    page = BeautifulSoup(staff.get("/en/admin/media/image/").content, "html.parser")

    [fallback] = page.select("#result_list .field-described [lang]")
    assert (fallback.get_text(), fallback["lang"]) == ("Herb", "pl")


# Uses


def test_the_page_of_a_file_lists_where_it_is_used(staff: Client) -> None:
    image, event, source = make.make_image(), make.make_event("Otwarcie"), make.make_source()
    EventImage.objects.create(event=event, image=image)
    SourcePage.objects.create(source=source, image=image)

    page = BeautifulSoup(staff.get(f"{LIST}{image.pk}/change/").content, "html.parser")

    assert {(link.get_text(), link["href"]) for link in page.select(".used-by a")} == {
        ("wydarzenie: Otwarcie", f"/pl/admin/events/event/{event.pk}/change/"),
        (f"źródło: {source}", f"/pl/admin/events/source/{source.pk}/change/"),
    }


def test_an_unused_file_says_so(staff: Client) -> None:
    image = make.make_image()

    assert "Jeszcze nigdzie nieużyte." in staff.get(f"{LIST}{image.pk}/change/").content.decode()


def one_by_one(staff: Client, record: Any) -> Any:
    kind = record._meta.model_name
    return staff.post(f"/pl/admin/media/{kind}/{record.pk}/delete/", {"post": "yes"})


def in_bulk(staff: Client, record: Any) -> Any:
    chosen = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
    return staff.post(f"/pl/admin/media/{record._meta.model_name}/", chosen)


def shown_image() -> Any:
    image = make.make_image()
    EventImage.objects.create(event=make.make_event("Otwarcie"), image=image)
    return image


def coat_of_arms() -> Any:
    """The database would only empty the mention."""
    image = make.make_image()
    make.make_place("otwarcie", coat_of_arms=image)
    return image


def offered_document() -> Any:
    document = make.make_document()
    EventDocument.objects.create(event=make.make_event("Otwarcie"), document=document)
    return document


@pytest.mark.parametrize("delete", [one_by_one, in_bulk])
@pytest.mark.parametrize("used", [shown_image, coat_of_arms, offered_document])
def test_what_is_used_is_not_deleted_and_the_uses_are_named(
    staff: Client, media: Path, used: Callable[[], Any], delete: Callable[..., Any]
) -> None:
    record = used()
    before = files(media)

    response = delete(staff, record)

    assert response.status_code in (200, 409)
    page = BeautifulSoup(response.content, "html.parser")
    assert page.main
    assert any("Otwarcie" in link.get_text() for link in page.main.select("a[href*=change]"))
    assert type(record)._default_manager.filter(pk=record.pk).exists()
    assert files(media) == before


@pytest.mark.parametrize("delete", [one_by_one, in_bulk])
@pytest.mark.parametrize("unused", [make.make_image, make.make_document])
def test_what_is_used_nowhere_is_deleted(
    staff: Client, unused: Callable[[], Any], delete: Callable[..., Any]
) -> None:
    record = unused()

    assert delete(staff, record).status_code == 302
    assert not type(record)._default_manager.exists()


# Roles


@pytest.mark.parametrize("kind", ["image", "document"])
@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("editor", {"add", "change"}),
        ("publisher", {"add", "change", "delete"}),
        ("translator", {"translate"}),
    ],
)
def test_a_role_does_with_files_what_it_may(role: str, allowed: set[str], kind: str) -> None:
    record: Any = make.make_image() if kind == "image" else make.make_document()
    data = {"image": encoded("PNG"), "document": pdf_of(2)}[kind]
    somebody = Client()
    somebody.force_login(make.make_user(role=role))
    source, text = {"image": ("alt_pl", "alt_en"), "document": ("title_pl", "title_en")}[kind]
    path = f"/pl/admin/media/{kind}/{record.pk}/change/"

    added = upload(somebody, data, kind=kind)
    typed = WORDS[kind] | {"version": "1", source: "Zmiana", text: "Change"}
    changed = somebody.post(path, typed)
    record.refresh_from_db()
    done = {
        *(["add"] if added.status_code == 302 else []),
        *(["change"] if getattr(record, source) == "Zmiana" else []),
        *(["translate"] if changed.status_code == 302 and "change" not in allowed else []),
    }
    assert getattr(record, text) == "Change"
    if one_by_one(somebody, record).status_code == 302:
        done.add("delete")
    assert done == allowed


@pytest.fixture(autouse=True)
def database(db: None) -> None:
    """Every test here needs it."""
