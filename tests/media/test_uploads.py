"""What may be uploaded as an image, and what is left of it."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Pillow
from PIL import ImageCms

from tests import factories as make
from twinning.media import intake
from twinning.media.models import Image

ADD = "/pl/admin/media/image/add/"
WORDS = {"alt_pl": "Most", "alt_en": "A bridge", "author": "A. Nowak", "licence": "city"}


@pytest.fixture
def staff(client: Client, db: None) -> Client:
    client.force_login(make.make_user(role="superuser"))
    return client


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def encoded(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **options: Any) -> bytes:
    target = BytesIO()
    Pillow.new("RGB", size, "#a33").save(target, kind, **options)
    return target.getvalue()


def upload(staff: Client, data: bytes, name: str = "DSC_0001 Kowalski.jpg") -> Any:
    return staff.post(ADD, WORDS | {"file": SimpleUploadedFile(name, data)})


def refusal(response: Any) -> str:
    assert response.status_code == 200
    assert not Image.objects.exists()
    return str(response.context["adminform"].form.errors["file"])


def files(media: Path) -> set[str]:
    return {path.name for path in media.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_an_image_is_stored_in_several_widths_under_a_neutral_name(
    staff: Client, media: Path, kind: str
) -> None:
    assert upload(staff, encoded(kind, (900, 600))).status_code == 302

    image = Image.objects.get()
    assert "Kowalski" not in image.file.name
    assert (image.width, image.height) == (900, 600)
    with Pillow.open(image.file.path) as stored:
        assert stored.format == kind
    names = files(media)
    assert {"800w.jpeg", "800w.avif", "200w.jpeg"} <= names


def test_camera_data_and_position_are_removed_and_the_picture_stands_upright(
    staff: Client,
) -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"

    upload(staff, encoded(size=(640, 480), exif=exif, comment=b"secret"))

    image = Image.objects.get()
    data = Path(image.file.path).read_bytes()
    with Pillow.open(BytesIO(data)) as stored:
        assert not stored.getexif()
        assert stored.size == (480, 640)
    assert b"Camera" not in data
    assert b"secret" not in data
    assert b"Exif" not in data


def test_a_colour_profile_is_applied_and_left_behind(staff: Client) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    upload(staff, encoded(icc_profile=profile))

    with Pillow.open(Image.objects.get().file.path) as stored:
        assert "icc_profile" not in stored.info


def test_what_is_hidden_behind_the_pixels_is_left_behind(staff: Client) -> None:
    upload(staff, encoded() + b"<script>alert(1)</script>")

    assert b"<script>" not in Path(Image.objects.get().file.path).read_bytes()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"not an image at all", intake.NO_IMAGE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", intake.NO_IMAGE),
        (encoded("GIF"), intake.NO_IMAGE),
        (encoded("TIFF"), intake.NO_IMAGE),
        (encoded(size=(800, 800), quality=95)[:2000], intake.DAMAGED),
        (encoded("PNG")[:120], intake.DAMAGED),
        (b"\xff\xd8\xff\xe0", intake.NO_IMAGE),
    ],
    ids=["text", "svg", "gif", "tiff", "half a jpeg", "half a png", "only a signature"],
)
def test_what_is_no_usable_image_gets_a_clear_message(
    staff: Client, media: Path, data: bytes, reason: str
) -> None:
    assert str(reason)[:20] in refusal(upload(staff, data, "photo.jpg"))
    assert not files(media)


def test_a_moving_image_is_refused(staff: Client) -> None:
    target = BytesIO()
    frames = [Pillow.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(target, "WEBP", save_all=True, append_images=frames[1:])

    assert str(intake.MOVING)[:20] in refusal(upload(staff, target.getvalue()))


def test_a_file_of_more_than_ten_megabytes_is_refused(staff: Client) -> None:
    data = encoded() + b"\0" * intake.MAX_BYTES

    assert "10 MB" in refusal(upload(staff, data))


def bomb(width: int, height: int) -> bytes:
    """A tiny PNG that unpacks into width × height pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (10_000, 9_000), (12_001, 10)])
def test_a_decompression_bomb_is_refused_before_it_is_unpacked(
    staff: Client, size: tuple[int, int]
) -> None:
    assert str(intake.TOO_MANY_PIXELS)[:20] in refusal(upload(staff, bomb(*size), "small.png"))


def test_alternative_text_is_required_in_polish(staff: Client) -> None:
    file = SimpleUploadedFile("a.jpg", encoded())

    response = staff.post(ADD, WORDS | {"file": file, "alt_pl": ""})

    assert "alt_pl" in response.context["adminform"].form.errors


def test_english_alternative_text_is_asked_for_but_doesnt_stop_the_upload(staff: Client) -> None:
    file = SimpleUploadedFile("a.jpg", encoded())

    response = staff.post(ADD, WORDS | {"file": file, "alt_en": ""}, follow=True)

    assert Image.objects.exists()
    assert response.context is not None
    assert len(response.context["messages"]) == 2


def test_replacing_a_file_removes_the_old_one_with_all_its_widths(
    staff: Client, media: Path, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    upload(staff, encoded(size=(900, 600)))
    image = Image.objects.get()
    before = image.file.name
    path = f"/pl/admin/media/image/{image.pk}/change/"
    file = SimpleUploadedFile("b.png", encoded("PNG", (300, 200)))

    with django_capture_on_commit_callbacks(execute=True):
        response = staff.post(path, WORDS | {"file": file, "version": "1"})

    assert response.status_code == 302
    image.refresh_from_db()
    assert image.file.name != before
    assert not (media / before).exists()
    assert "800w.jpeg" not in files(media)
    assert {"200w.jpeg", "200w.avif"} <= files(media)


def test_saving_the_words_keeps_the_file(staff: Client, media: Path) -> None:
    upload(staff, encoded())
    image: Any = Image.objects.get()
    before = files(media)

    staff.post(
        f"/pl/admin/media/image/{image.pk}/change/", WORDS | {"version": "1", "alt_pl": "Wieża"}
    )

    image.refresh_from_db()
    assert image.alt_pl == "Wieża"
    assert files(media) == before


def test_a_deleted_image_leaves_no_file(
    staff: Client, media: Path, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    upload(staff, encoded())

    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.get().delete()

    assert not files(media)
