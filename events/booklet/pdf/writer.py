"""A booklet as PDF/UA-1, typeset by Typst from the templates of this folder.

The data reach Typst as a file of JSON and the photographs as files beside it; no text of the
chronicle ever becomes part of the templates' code.
"""

import json
import shutil
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from events.booklet.content import Booklet
from events.booklet.pdf.glyphs import printable

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
PHOTOGRAPHS = "files"


class TypesettingError(Exception):
    """Typst refused the document; the message is its own and for the log."""


def write_pdf(booklet: Booklet, folder: Path, photographs: Path) -> bytes:
    """`folder` is for Typst's files and must be empty; `photographs` has those of the pictures."""
    (folder / PHOTOGRAPHS).symlink_to(photographs.resolve(), target_is_directory=True)
    return _typeset(
        "booklet.typ", booklet, folder, pdf_standards="ua-1", timestamp=_moment(booklet.made)
    )


def cover_picture(booklet: Booklet) -> bytes:
    """The cover as PNG, 1165 × 1654 pixels."""
    with TemporaryDirectory(prefix="booklet-cover-") as folder:
        return _typeset("cover.typ", booklet, Path(folder), format="png", ppi=200)


def _typeset(template: str, booklet: Booklet, folder: Path, **options: Any) -> bytes:
    for each in HERE.glob("*.typ"):
        shutil.copy(each, folder)
    data = json.dumps({**asdict(booklet), "title": booklet.title}, ensure_ascii=False)
    (folder / "content.json").write_text(printable(data), encoding="utf-8")
    try:
        made = typst.compile(
            str(folder / template),
            root=str(folder),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,  # the same booklet on every machine
            **options,
        )
    except typst.TypstError as error:
        raise TypesettingError(error.diagnostic or error.message) from error
    assert isinstance(made, bytes)
    return made


def _moment(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(12), tzinfo=UTC)
