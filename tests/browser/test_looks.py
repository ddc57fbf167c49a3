"""A mosaic tells a page that changed from one that didn't, and says where."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from tests.browser.checks.looks import Mosaic


def picture(height: int = 900, *, without: int = 0, letters: str = "#222") -> bytes:
    """A page of lines, some of them missing at its end."""
    page = Image.new("RGB", (320, height), "#fff")
    draw = ImageDraw.Draw(page)
    for top in range(20, height - 20 - without, 24):
        draw.rectangle((20, top, 280, top + 6), fill=letters)
    target = BytesIO()
    page.save(target, "PNG")
    return target.getvalue()


def test_the_same_page_is_like_itself_after_it_was_kept(tmp_path: Path) -> None:
    Mosaic.of(picture()).save(tmp_path / "accepted" / "page.webp")
    assert Mosaic.of(picture()).unlike(Mosaic.read(tmp_path / "accepted" / "page.webp")) == []


def test_letters_drawn_a_little_paler_are_no_change() -> None:
    assert Mosaic.of(picture(letters="#292929")).unlike(Mosaic.of(picture())) == []


def test_a_line_that_went_is_found_where_it_was() -> None:
    assert Mosaic.of(picture(without=24)).unlike(Mosaic.of(picture())) == [
        "differs in 7 of 184 fields, most at 40,840, 80,840, 120,840"
    ]


def test_other_colours_are_found() -> None:
    assert Mosaic.of(picture(letters="#b32")).unlike(Mosaic.of(picture()))


def test_a_page_that_grew_is_found_by_its_size() -> None:
    assert Mosaic.of(picture(980)).unlike(Mosaic.of(picture())) == [
        "is 320 × 1000 px large, was 320 × 920 px"
    ]
