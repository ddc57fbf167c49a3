"""Files to upload, made for the test: real images and PDFs, and what only looks like them."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image as Pillow


def encoded(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **options: Any) -> bytes:
    target = BytesIO()
    Pillow.new("RGB", size, options.pop("colour", "#a33")).save(target, kind, **options)
    return target.getvalue()


def halves(size: tuple[int, int], left: str, right: str) -> bytes:
    """A PNG of two colours side by side, so that a crop can be told by its colours."""
    width, height = size
    image = Pillow.new("RGB", size, left)
    image.paste(Pillow.new("RGB", (width // 2, height), right), (width // 2, 0))
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def png_of(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG whose head may promise more, or less, than its data hold."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(rows, 9) if rows else b""
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def new_pdf(pages: int = 1) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    for _number in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
    return pdf


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    target = BytesIO()
    pdf.save(target, **options)
    return target.getvalue()


def pdf_of(pages: int = 1, **root: Any) -> bytes:
    """A PDF of empty pages, with these entries in its catalogue."""
    pdf = new_pdf(pages)
    for name, value in root.items():
        pdf.Root[f"/{name}"] = value
    return saved(pdf)
