"""An upload as an editor makes it, and what is left of it."""

from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

WORDS = {
    "image": {
        "alt_pl": "Most",
        "alt_en": "A bridge",
        "author": "A. Nowak",
        "licence": "city",
        "focus_x": "50",
        "focus_y": "50",
    },
    "document": {
        "title_pl": "Program",
        "title_en": "Programme",
        "language": "pl",
        "licence": "city",
        "transcription": "<p>Otwarcie.</p>",
    },
}


def upload(
    staff: Client,
    data: bytes,
    name: str = "DSC_0001 Kowalski.jpg",
    *,
    kind: str = "image",
    admin: str = "pl",
    **words: Any,
) -> Any:
    path = f"/{admin}/admin/media/{kind}/add/"
    return staff.post(path, WORDS[kind] | {"file": SimpleUploadedFile(name, data)} | words)


def replace(staff: Client, record: Any, data: bytes, name: str = "b.png", **words: Any) -> Any:
    kind = record._meta.model_name
    path = f"/pl/admin/media/{kind}/{record.pk}/change/"
    posted = WORDS[kind] | {"version": str(record.version)} | words
    return staff.post(path, posted | {"file": SimpleUploadedFile(name, data)})


def files(media: Path) -> set[str]:
    """The names of all files in the folder, with their folders."""
    return {str(path.relative_to(media)) for path in media.rglob("*") if path.is_file()}


def names(media: Path) -> set[str]:
    return {name.rpartition("/")[2] for name in files(media)}
