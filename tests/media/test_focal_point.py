"""What stays in sight where a picture is cropped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.test import Client
from PIL import Image as Pillow

from tests import factories as make
from tests.media.files import halves
from tests.media.uploading import WORDS, files, upload
from twinning.media.models import Image
from twinning.media.sources import Picture, crop

RED, BLUE = (200, 0, 0), (0, 0, 200)


@pytest.fixture
def wide(staff: Client) -> Any:
    """Blue on the left, red on the right, three times as wide as high."""
    response = upload(staff, halves((1200, 400), "#0000c8", "#c80000"), focus_x="0")
    assert response.status_code == 302, response.context["adminform"].form.errors
    return Image.objects.get()


def colour(image: Any, ratio: str) -> tuple[int, ...]:
    """Of the middle of the 200 pixels wide crop."""
    rendition = image.file.aspect_ratios[ratio]["WEBP"][200]
    with default_storage.open(rendition.name) as file, Pillow.open(file) as shown:
        return tuple(shown.convert("RGB").getpixel((shown.width // 2, shown.height // 2)))  # type: ignore[arg-type]


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 30 for a, b in zip(one, other, strict=True))


def save(staff: Client, image: Any, **words: Any) -> Any:
    path = f"/pl/admin/media/image/{image.pk}/change/"
    return staff.post(path, WORDS["image"] | {"version": str(image.version)} | words)


@pytest.mark.parametrize("ratio", ["1/1", "3/2"])
def test_a_crop_is_made_around_the_focal_point(wide: Any, ratio: str) -> None:
    assert near(colour(wide, ratio), BLUE)


def test_a_crop_has_the_proportions_it_is_named_by(wide: Any) -> None:
    for ratio, size in [("1/1", (200, 200)), ("3/2", (200, 133))]:
        name = wide.file.aspect_ratios[ratio]["AVIF"][200].name
        with default_storage.open(name) as file, Pillow.open(file) as shown:
            assert shown.size == size


def test_moving_the_point_makes_the_crops_anew_under_new_addresses(
    staff: Client,
    media: Path,
    wide: Any,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    before, address = files(media), crop(wide, "1/1", 200)

    with django_capture_on_commit_callbacks(execute=True):
        assert save(staff, wide, focus_x="100").status_code == 302

    wide.refresh_from_db()
    assert near(colour(wide, "1/1"), RED)
    assert crop(wide, "1/1", 200) != address
    assert len(files(media)) == len(before), "the old crops are gone"
    assert {name for name in before if "-0-50" not in name} < files(media)


@pytest.mark.parametrize("given", ["101", "-1", "", "połowa"])
def test_a_point_outside_of_the_picture_is_refused(staff: Client, wide: Any, given: str) -> None:
    response = save(staff, wide, focus_x=given)

    assert response.status_code == 200
    assert "focus_x" in response.context["adminform"].form.errors


def test_a_new_picture_keeps_its_middle_in_sight(db: None) -> None:
    image = make.make_image()

    assert (image.focus_x, image.focus_y) == (50, 50)


def test_a_translator_leaves_point_and_file_alone(media: Path, wide: Any) -> None:
    before, translator = files(media), Client()
    translator.force_login(make.make_user(role="translator"))

    save(translator, wide, focus_x="77", alt_en="By the translator")

    wide.refresh_from_db()
    assert (wide.focus_x, wide.alt_en) == (0, "By the translator")
    assert files(media) == before
    assert wide.file.name in before


def test_a_component_offers_a_crop_in_all_formats_without_shifting_the_page(wide: Any) -> None:
    picture = Picture(wide, "3/2")

    assert [kind for kind, _srcset in picture.sources] == ["image/avif", "image/webp", "image/jpeg"]
    assert (picture.width, picture.height) == (400, 266)
    assert picture.url.endswith("/3_2/400w-0-50.jpeg")
    for _kind, srcset in picture.sources:
        assert [each.split()[1] for each in srcset.split(", ")] == ["200w", "400w"]


def test_a_picture_smaller_than_any_crop_comes_as_it_is(db: None) -> None:
    image = make.make_image()
    picture = Picture(image, "1/1")

    assert not list(picture.sources)
    assert (picture.url, picture.width, picture.height) == (image.file.url, 64, 48)


def test_a_list_shows_the_crop_by_a_component(wide: Any) -> None:
    values = {"image": wide, "ratio": "1/1", "alt": "Most", "sizes": "12rem"}

    page = BeautifulSoup(render_to_string("components/thumbnail.html", values), "html.parser")

    assert {source["sizes"] for source in page.select("source")} == {"12rem"}
    assert page.img
    assert (page.img["alt"], page.img["width"], page.img["height"]) == ("Most", "400", "400")
    assert str(page.img["src"]).endswith("/400w-0-50.jpeg")
