"""Sizes follow the reader's own settings."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEETS = sorted((settings.BASE_DIR / "static" / "site" / "css").glob("*.css"))
TEXT_IN_PIXELS = re.compile(r"font(?:-size)?:[^;]*\d(?:px|pt)\b|line-height:[^;]*\dpx")


@pytest.mark.parametrize(
    "sheet", [each for each in SHEETS if each.name != "print.css"], ids=lambda each: each.name
)
def test_no_size_of_a_text_is_fixed_on_a_screen(sheet: Path) -> None:
    assert TEXT_IN_PIXELS.findall(sheet.read_text()) == []


def test_a_size_in_pixels_would_be_found() -> None:
    assert TEXT_IN_PIXELS.search(".a { font: 500 14px / 1.2 var(--face-text); }")
    assert TEXT_IN_PIXELS.search(".a { line-height: 20px; }")
    assert not TEXT_IN_PIXELS.search(".a { font-size: 1rem; border: 1px solid; }")
