"""What is left of a PDF that is uploaded, and where it is offered."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.test import Client

from events.models import Event, EventDocument, Source, SourceDocument
from tests import factories as make
from tests.media.files import new_pdf, pdf_of, saved
from tests.media.uploading import files, replace, upload
from tests.pages.reading import attribute, main, read, words
from twinning.media.models import Document


def uploaded(staff: Client, data: bytes, **words: Any) -> Document:
    response = upload(staff, data, "Program_Kowalski.pdf", kind="document", **words)
    assert response.status_code == 302, response.context["adminform"].form.errors
    return Document.objects.get()


def test_a_pdf_is_counted_and_stored_under_a_neutral_name(staff: Client, media: Path) -> None:
    document = uploaded(staff, pdf_of(3))

    assert (document.pages, document.language, document.version) == (3, "pl", 1)
    assert document.size == Path(document.file.path).stat().st_size
    assert abs(document.file_date - datetime.datetime.now(datetime.UTC).date()).days <= 1
    [name] = files(media)
    assert name.startswith("documents/20")
    assert "Kowalski" not in name


def test_who_made_it_and_with_what_is_removed_and_the_rest_stays(staff: Client) -> None:
    pdf = new_pdf(2)
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = ["Jan Kowalski"]
    pdf.docinfo["/Author"] = "Jan Kowalski"
    pdf.pages[0].obj["/PieceInfo"] = pikepdf.Dictionary(Word="Jan Kowalski")
    pdf.Root.Lang = "pl-PL"
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)

    document = uploaded(staff, saved(pdf, linearize=False) + b"\n% Jan Kowalski")

    with pikepdf.open(document.file.path) as kept:
        assert not kept.docinfo
        assert "/Metadata" not in kept.Root
        assert kept.is_linearized
        assert (str(kept.Root.Lang), bool(kept.Root.MarkInfo.Marked)) == ("pl-PL", True)
        assert len(kept.pages) == 2
        assert not kept.check_pdf_syntax()
    assert b"Kowalski" not in Path(document.file.path).read_bytes()


def test_a_link_to_a_web_page_may_stay(staff: Client) -> None:
    pdf = new_pdf()
    pdf.pages[0].Annots = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Link,
                Rect=pikepdf.Array([0, 0, 9, 9]),
                A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://katowice.eu/"),
            )
        ]
    )

    with pikepdf.open(uploaded(staff, saved(pdf)).file.path) as kept:
        assert str(kept.pages[0].Annots[0].A.URI) == "https://katowice.eu/"


def test_a_missing_text_is_asked_for_but_doesnt_stop_the_upload(staff: Client) -> None:
    response = upload(staff, pdf_of(), kind="document", transcription="", follow=True)

    page = staff.get(response.url)
    assert page.context is not None
    assert len(page.context["messages"]) == 2


def test_a_replaced_pdf_is_counted_anew_and_the_old_one_goes(
    staff: Client, media: Path, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    document = uploaded(staff, pdf_of(3))
    before = document.file.name

    with django_capture_on_commit_callbacks(execute=True):
        assert replace(staff, document, pdf_of(5), "b.pdf").status_code == 302

    document.refresh_from_db()
    assert (document.pages, document.version) == (5, 2)
    assert document.size == Path(document.file.path).stat().st_size
    assert files(media) == {document.file.name}
    assert document.file.name != before


def test_a_deleted_document_leaves_no_file(
    staff: Client, media: Path, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    document = uploaded(staff, pdf_of())

    with django_capture_on_commit_callbacks(execute=True):
        document.delete()

    assert not files(media)


def test_a_script_in_the_transcription_is_dropped(staff: Client) -> None:
    document = uploaded(staff, pdf_of(), transcription="<p>Otwarcie</p><script>alert(1)</script>")

    assert document.transcription == "<p>Otwarcie</p>"


@pytest.mark.parametrize("code", ["polski", "PL", "p", "fr_FR", '"><b>'])
def test_the_language_is_a_code(staff: Client, media: Path, code: str) -> None:
    response = upload(staff, pdf_of(), kind="document", language=code)

    assert "language" in response.context["adminform"].form.errors
    assert not files(media)


@pytest.fixture
def programme(db: None) -> Document:
    return make.make_document(
        page_count=3,
        title_pl="Program obchodów",
        title_en="Programme of the celebrations",
        language="fr",
        transcription="<p>Ouverture à 10 heures.</p>",
        size=1_258_291,
        file_date=datetime.date(2014, 9, 12),
    )


def pages_offering(document: Document) -> list[Event | Source]:
    event, source = make.make_event(), make.make_source()
    EventDocument.objects.create(event=event, document=document)
    SourceDocument.objects.create(source=source, document=document)
    return [event, source]


def test_a_download_names_its_format_language_size_length_and_date(
    client: Client, programme: Document
) -> None:
    for record in pages_offering(programme):
        page = read(client, record.get_absolute_url())
        link = page.select_one(".downloads a")

        told = "Program obchodów (PDF, francuski, 1,2 MB, 3 strony, 12 września 2014 r.)"
        assert words(link) == told
        assert attribute(link, "href") == programme.file.url
        assert attribute(link, "hreflang") == "fr"
        assert attribute(link, "download") == "program-obchodow.pdf"


def test_the_english_page_tells_it_in_english(client: Client, programme: Document) -> None:
    event = make.make_event(slug_en="visit-in-english", date="1994")
    EventDocument.objects.create(event=event, document=programme)

    page = read(client, "/en/events/1994/visit-in-english/")

    told = "Programme of the celebrations (PDF, French, 1.2 MB, 3 pages, 12 September 2014)"
    assert words(page.select_one(".downloads a")) == told


def test_the_text_of_a_document_can_be_read_on_the_page_in_its_own_language(
    client: Client, programme: Document
) -> None:
    for record in pages_offering(programme):
        text = read(client, record.get_absolute_url()).select_one(".downloads details [lang]")

        assert words(text) == "Ouverture à 10 heures."
        assert attribute(text, "lang") == "fr"


def test_a_page_without_documents_has_no_heading_for_them(client: Client, db: None) -> None:
    assert "do pobrania" not in main(read(client, make.make_event().get_absolute_url()))


def test_documents_stand_in_the_order_of_their_rows(client: Client, db: None) -> None:
    event = make.make_event()
    for order, title in [(2, "Drugi"), (1, "Pierwszy")]:
        document = make.make_document(title_pl=title)
        EventDocument.objects.create(event=event, document=document, order=order)

    page = read(client, event.get_absolute_url())

    titles = [words(link).split(" (")[0] for link in page.select(".downloads a")]
    assert titles == ["Pierwszy", "Drugi"]
