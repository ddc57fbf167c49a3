"""A booklet made as the command makes it, and its PDF and EPUB as other programs read them."""

import io
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from events.booklet.choice import Choice
from events.booklet.make import make
from partners.models import Partnership
from tests.tools import found

NEVER, ALWAYS = 1000, 9999


def choice_of(partnership: Partnership, **given: Any) -> Choice:
    """Of all years in Polish as PDF, unless told otherwise."""
    values = {"first_year": NEVER, "last_year": ALWAYS, "language": "pl", "format": "pdf"}
    return Choice(partnership, **{**values, **given})


def made(partnership: Partnership, **given: Any) -> bytes:
    data = make(choice_of(partnership, **given)).data
    assert data is not None
    return data


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element: its type, its language where it says one, and what stands for it."""

    kind: str
    language: str
    alt: str
    level: int


def elements(pdf: pikepdf.Pdf) -> Iterator[Element]:
    waiting: list[tuple[Any, int]] = [(pdf.Root.StructTreeRoot, 0)]
    while waiting:
        node, level = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += [(each, level) for each in reversed(list(node))]
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield Element(
                    str(node.S)[1:], str(node.get("/Lang", "")), str(node.get("/Alt", "")), level
                )
            if "/K" in node:
                waiting.append((node.K, level + 1))


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as outline:
        return [str(each.title) for each in outline.root]


def text_of_pdf(data: bytes) -> str:
    """What a reader selects and a search finds, one blank between words."""
    program = found("poppler-utils", "pdftotext")
    run = subprocess.run([program, "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(run.stdout.decode().replace("\u00a0", " ").split())


def unzipped(data: bytes) -> dict[str, str]:
    """The texts of an EPUB by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf", ".xml", ".css"))
        }
