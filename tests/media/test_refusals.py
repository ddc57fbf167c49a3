"""What may not be uploaded: a clear message in the reader's language, and nothing is stored.

Every file is a real one, made for the test.
"""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import override
from PIL import Image as Pillow

from tests.media.files import encoded, new_pdf, pdf_of, png_of, saved
from tests.media.uploading import WORDS, files, upload
from twinning.media import intake, pdf
from twinning.media.models import Document, Image

HTML = b"<!DOCTYPE html><html><body><script>alert(document.cookie)</script></body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def one_bit(width: int, height: int) -> bytes:
    """Whole and true to its head: black pixels, of which a byte holds eight."""
    target = BytesIO()
    Pillow.new("1", (width, height)).save(target, "PNG")
    return target.getvalue()


def moving() -> bytes:
    target = BytesIO()
    frames = [Pillow.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(target, "WEBP", save_all=True, append_images=frames[1:])
    return target.getvalue()


IMAGES: dict[str, tuple[Callable[[], bytes], str, Any]] = {
    "HTML called a photograph": (lambda: HTML, "photo.jpg", intake.NO_IMAGE),
    "PDF called an image": (pdf_of, "scan.png", intake.NO_IMAGE),
    "PDF that a picture follows": (lambda: pdf_of() + encoded(), "scan.jpg", intake.NO_IMAGE),
    "SVG with script": (lambda: SVG, "logo.svg", intake.NO_IMAGE),
    "SVG with script called PNG": (lambda: SVG, "logo.png", intake.NO_IMAGE),
    "GIF that is JavaScript as well": (lambda: b"GIF89a/*" + b"\0" * 40, "x.jpg", intake.NO_IMAGE),
    "GIF": (lambda: encoded("GIF"), "a.gif", intake.NO_IMAGE),
    "TIFF called a photograph": (lambda: encoded("TIFF"), "a.jpg", intake.NO_IMAGE),
    "PDF written by Pillow": (lambda: encoded("PDF"), "a.jpg", intake.NO_IMAGE),
    "text": (lambda: b"not an image at all", "a.jpg", intake.NO_IMAGE),
    "only a signature": (lambda: b"\xff\xd8\xff\xe0", "a.jpg", intake.NO_IMAGE),
    "half a JPEG": (lambda: encoded(size=(800, 800), quality=95)[:2000], "a.jpg", intake.DAMAGED),
    "half a PNG": (lambda: encoded("PNG")[:120], "a.png", intake.DAMAGED),
    "PNG with fewer pixels than its head says": (
        lambda: png_of(3000, 3000, b"\0\0\0\0"),
        "a.png",
        intake.DAMAGED,
    ),
    "real 100-megapixel bomb": (
        lambda: one_bit(10_000, 10_000),
        "small.png",
        intake.TOO_MANY_PIXELS,
    ),
    "3,600 megapixels in a few bytes": (
        lambda: png_of(60_000, 60_000),
        "a.png",
        intake.TOO_MANY_PIXELS,
    ),
    "90 megapixels": (lambda: png_of(10_000, 9_000), "a.png", intake.TOO_MANY_PIXELS),
    "one side too long": (lambda: png_of(12_001, 10), "a.png", intake.TOO_MANY_PIXELS),
    "moving": (moving, "a.webp", intake.MOVING),
    "more than 10 MB": (lambda: encoded() + b"\0" * intake.MAX_BYTES, "a.jpg", intake.TOO_LARGE),
}


def with_action(**entries: Any) -> bytes:
    return pdf_of(OpenAction=pikepdf.Dictionary(**entries))


def with_annotation(**entries: Any) -> bytes:
    document = new_pdf()
    annotation = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Rect=pikepdf.Array([0, 0, 9, 9]), **entries
    )
    document.pages[0].Annots = document.make_indirect(pikepdf.Array([annotation]))
    return saved(document)


def with_attachment() -> bytes:
    document = new_pdf()
    document.attachments["payload.exe"] = pikepdf.AttachedFileSpec(document, b"MZ")
    return saved(document)


def encrypted(user: str) -> bytes:
    return saved(new_pdf(), encryption=pikepdf.Encryption(owner="haslo", user=user))


def script_in_a_packed_part() -> bytes:
    """Packed into an object stream, with its names written in another way."""
    document = new_pdf()
    document.Root.Names = document.make_indirect(
        pikepdf.Dictionary(
            JavaScript=document.make_indirect(
                pikepdf.Dictionary(
                    Names=pikepdf.Array(
                        ["x", document.make_indirect(pikepdf.Dictionary(JS="app.alert(1)"))]
                    )
                )
            )
        )
    )
    return saved(document, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def unpacking_bomb() -> bytes:
    """A hundred million spaces, in a part that has to be unpacked to know the objects."""
    packed = zlib.compress(b"10 0 <<>>" + b" " * 100_000_000, 9)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/Junk 10 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        4: b"<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (len(packed), packed),
    }
    data, table = b"%PDF-1.5\n", {0: (0, 0, 0)}
    for number, body in objects.items():
        table[number] = (1, len(data), 0)
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table[5] = (1, len(data), 0)
    rows = b"".join(struct.pack(">BIH", *table[number]) for number in range(6))
    rows += struct.pack(">BIH", 2, 4, 0)
    head = b"<</Type/XRef/Size 11/Root 1 0 R/W[1 4 2]/Index[0 6 10 1]/Length %d>>" % len(rows)
    return data + b"5 0 obj%sstream\n%s\nendstream endobj\nstartxref\n%d\n%%%%EOF" % (
        head,
        rows,
        table[5][1],
    )


NAME = pikepdf.Name
DOCUMENTS: dict[str, tuple[Callable[[], bytes], str, Any]] = {
    "HTML called a PDF": (lambda: HTML, "program.pdf", pdf.NO_PDF),
    "image called a PDF": (lambda: encoded("PNG"), "scan.pdf", pdf.NO_PDF),
    "image that a PDF follows": (lambda: encoded("PNG") + pdf_of(), "scan.pdf", pdf.NO_PDF),
    "only a signature": (lambda: b"%PDF-1.7\n", "a.pdf", pdf.DAMAGED),
    "script at opening": (
        lambda: with_action(S=NAME.JavaScript, JS="app.alert(1)"),
        "a.pdf",
        pdf.SCRIPT,
    ),
    "script among names, packed": (script_in_a_packed_part, "a.pdf", pdf.SCRIPT),
    "script on leaving a field": (
        lambda: with_annotation(
            Subtype=NAME.Link, AA=pikepdf.Dictionary(Bl=pikepdf.Dictionary(JS="x"))
        ),
        "a.pdf",
        pdf.SCRIPT,
    ),
    "starts a program": (lambda: with_action(S=NAME.Launch, F="cmd.exe"), "a.pdf", pdf.ACTION),
    "sends a form": (
        lambda: with_annotation(
            Subtype=NAME.Link, A=pikepdf.Dictionary(S=NAME.SubmitForm, F="http://example.org/")
        ),
        "a.pdf",
        pdf.ACTION,
    ),
    "attachment": (with_attachment, "a.pdf", pdf.EMBEDDED),
    "attachment on a page": (
        lambda: with_annotation(Subtype=NAME.FileAttachment),
        "a.pdf",
        pdf.EMBEDDED,
    ),
    "film": (lambda: with_annotation(Subtype=NAME.RichMedia), "a.pdf", pdf.RICH_MEDIA),
    "sound": (lambda: with_annotation(Subtype=NAME.Sound), "a.pdf", pdf.RICH_MEDIA),
    "XFA form": (
        lambda: pdf_of(AcroForm=pikepdf.Dictionary(XFA="<xdp/>", Fields=pikepdf.Array([]))),
        "a.pdf",
        pdf.XFA,
    ),
    "password to open": (lambda: encrypted("haslo"), "a.pdf", pdf.ENCRYPTED),
    "password to change": (lambda: encrypted(""), "a.pdf", pdf.ENCRYPTED),
    "unpacks to a hundred megabytes": (unpacking_bomb, "a.pdf", pdf.DAMAGED),
    "cut off": (lambda: pdf_of(3)[:-200], "a.pdf", pdf.DAMAGED),
    "without pages": (lambda: saved(pikepdf.new()), "a.pdf", pdf.DAMAGED),
    "501 pages": (lambda: pdf_of(501), "a.pdf", pdf.TOO_MANY_PAGES),
    "more than 40 MB": (lambda: pdf_of() + b"\0" * pdf.MAX_BYTES, "a.pdf", pdf.TOO_LARGE),
}


def message(response: Any) -> str:
    """What stands at the field of the file on the page that comes back."""
    page = BeautifulSoup(response.content, "html.parser")
    error = page.select_one(".field-file .errorlist")
    assert error
    return error.get_text().strip()


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("name", IMAGES)
def test_what_is_no_usable_image_is_refused(
    staff: Client, media: Path, name: str, language: str
) -> None:
    make_file, file_name, reason = IMAGES[name]

    response = upload(staff, make_file(), file_name, admin=language)

    assert response.status_code == 200
    with override(language):
        assert message(response) == str(reason)
    assert not files(media)
    assert not Image.objects.exists()


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_no_plain_pdf_is_refused(
    staff: Client, media: Path, name: str, language: str
) -> None:
    make_file, file_name, reason = DOCUMENTS[name]

    response = upload(staff, make_file(), file_name, kind="document", admin=language)

    assert response.status_code == 200
    with override(language):
        assert message(response) == str(reason)
    assert not files(media)
    assert not Document.objects.exists()


def test_every_message_differs_between_the_languages() -> None:
    for reason in {*(each[2] for each in [*IMAGES.values(), *DOCUMENTS.values()])}:
        with override("pl"):
            polish = str(reason)
        with override("en"):
            assert str(reason) != polish


@pytest.mark.parametrize("kind", ["image", "document"])
@pytest.mark.parametrize("data", [b"", None], ids=["empty", "none"])
def test_an_empty_file_and_no_file_are_refused(
    staff: Client, media: Path, kind: str, data: bytes | None
) -> None:
    if data is None:
        response: Any = staff.post(f"/pl/admin/media/{kind}/add/", WORDS[kind])
    else:
        response = upload(staff, data, kind=kind)

    assert response.status_code == 200
    assert message(response)
    assert not files(media)


@pytest.mark.parametrize("kind", ["image", "document"])
def test_what_was_typed_beside_a_refused_file_is_kept(staff: Client, kind: str) -> None:
    typed = {
        "image": {"alt_pl": "Otwarcie mostu", "caption_en": "The bridge", "focus_x": "12"},
        "document": {"title_pl": "Program obchodów", "author": "Biuro Promocji"},
    }[kind]

    response = upload(staff, HTML, kind=kind, **typed)

    page = BeautifulSoup(response.content, "html.parser")
    for name, text in typed.items():
        field = page.select_one(f"[name={name}]")
        assert field
        assert field["value"] == text


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd.jpg",
        "..\\..\\windows\\win.jpg",
        "/etc/cron.d/job.jpg",
        "ż" * 300 + ".jpg",
        "a\0b.jpg",
        "<script>.jpg",
        "CON.jpg",
    ],
    ids=["up", "up the Windows way", "absolute", "300 letters", "nul", "markup", "device"],
)
def test_the_name_of_a_file_means_nothing(staff: Client, media: Path, name: str) -> None:
    assert upload(staff, encoded(), name).status_code == 302

    stored = files(media)
    assert stored
    for each in stored:
        assert each.startswith("images/20")
        assert name.rpartition(".")[0][-4:] not in each


def test_what_is_hidden_behind_the_pixels_is_left_behind(staff: Client, media: Path) -> None:
    assert upload(staff, encoded() + HTML + pdf_of()).status_code == 302

    for name in files(media):
        assert b"script" not in (media / name).read_bytes()


def test_a_png_with_more_pixels_than_its_head_says_is_no_bigger_than_its_head(
    staff: Client,
) -> None:
    assert upload(staff, png_of(10, 10, b"\0" * 50_000_000), "small.png").status_code == 302

    image = Image.objects.get()
    assert (image.width, image.height) == (10, 10)
    assert Path(image.file.path).stat().st_size < 1000
