"""What is left of an image that is uploaded, replaced, deleted."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image as Pillow
from PIL import ImageCms

from tests.media.files import encoded
from tests.media.uploading import WORDS, files, names, replace, upload
from twinning.media import rendering
from twinning.media.models import Image


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_an_image_is_stored_in_several_widths_and_formats_under_a_neutral_name(
    staff: Client, media: Path, kind: str
) -> None:
    assert upload(staff, encoded(kind, (900, 600))).status_code == 302

    image = Image.objects.get()
    assert "Kowalski" not in image.file.name
    assert (image.width, image.height) == (900, 600)
    with Pillow.open(image.file.path) as stored:
        assert stored.format == kind
    stem = image.file.name.rpartition(".")[0]
    assert {
        f"{stem}/{width}w.{suffix}"
        for width in (200, 400, 600, 800)
        for suffix in ("avif", "webp", "jpeg")
    } <= files(media)
    for name in files(media):
        with Pillow.open(media / name) as rendition:
            rendition.load()


def test_a_transparent_picture_stands_on_white_where_the_format_knows_no_transparency(
    staff: Client, media: Path
) -> None:
    target = BytesIO()
    Pillow.new("RGBA", (300, 300), (0, 0, 0, 0)).save(target, "PNG")
    upload(staff, target.getvalue(), "herb.png")

    [jpeg] = [name for name in files(media) if name.endswith("200w.jpeg")]
    [avif] = [name for name in files(media) if name.endswith("200w.avif")]
    with Pillow.open(media / jpeg) as shown:
        assert shown.getpixel((100, 100)) == (255, 255, 255)
    with Pillow.open(media / avif) as shown:
        assert shown.convert("RGBA").getpixel((100, 100))[3] == 0  # type: ignore[index]


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


def test_alternative_text_is_required_in_polish(staff: Client, media: Path) -> None:
    response = upload(staff, encoded(), alt_pl="")

    assert "alt_pl" in response.context["adminform"].form.errors
    assert not files(media)


def test_english_alternative_text_is_asked_for_but_doesnt_stop_the_upload(staff: Client) -> None:
    response = upload(staff, encoded(), alt_en="")

    assert Image.objects.exists()
    page = staff.get(response.url)
    assert page.context is not None
    assert len(page.context["messages"]) == 2


def test_a_replaced_file_keeps_its_place_and_takes_the_old_one_away(
    staff: Client, media: Path, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    upload(staff, encoded(size=(900, 600)))
    image = Image.objects.get()
    before = image.file.name

    with django_capture_on_commit_callbacks(execute=True):
        assert replace(staff, image, encoded("PNG", (300, 200))).status_code == 302

    image.refresh_from_db()
    assert (image.alt, image.width, image.version) == ("Most", 300, 2)
    assert image.file.name != before, "no cache may go on showing the old one"
    assert not [name for name in files(media) if name.startswith(before.rpartition(".")[0])]
    assert {"200w.jpeg", "200w.webp", "200w.avif"} <= names(media)


def test_a_file_that_comes_too_late_replaces_nothing(staff: Client, media: Path) -> None:
    upload(staff, encoded())
    image = Image.objects.get()
    before = files(media)
    Image.objects.filter(pk=image.pk).update(version=2)

    assert replace(staff, image, encoded("PNG")).status_code == 409

    image.refresh_from_db()
    assert files(media) == before
    assert image.file.name in before


def test_saving_the_words_keeps_the_file(staff: Client, media: Path) -> None:
    upload(staff, encoded())
    image: Any = Image.objects.get()
    before = files(media)

    staff.post(
        f"/pl/admin/media/image/{image.pk}/change/",
        WORDS["image"] | {"version": "1", "alt_pl": "Wieża"},
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


def test_a_rendering_that_fails_leaves_nothing_behind(
    staff: Client, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A library without AVIF, as some systems have it, fails after the first widths are written.
    monkeypatch.setitem(rendering.OPTIONS, "WEBP", {"quality": "no number"})

    with pytest.raises(ValueError, match="no number"):
        upload(staff, encoded(size=(900, 600)))

    assert not files(media)
    assert not Image.objects.exists()


def test_a_save_that_fails_after_the_file_was_stored_leaves_nothing_behind(
    staff: Client, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from twinning.media.admin import ImageAdmin

    def break_down(*args: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(ImageAdmin, "log_addition", break_down)

    with pytest.raises(OSError, match="full"):
        upload(staff, encoded())

    assert not files(media)
    assert not Image.objects.exists()


def test_a_replacement_that_fails_leaves_the_old_file_as_it_was(
    staff: Client,
    media: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    from twinning.media.admin import ImageAdmin

    upload(staff, encoded(size=(900, 600)))
    before = files(media)

    def break_down(*args: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(ImageAdmin, "log_change", break_down)
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(OSError, match="full"):
        replace(staff, Image.objects.get(), encoded("PNG"), focus_x="10")

    assert files(media) == before
    assert Image.objects.get().version == 1
