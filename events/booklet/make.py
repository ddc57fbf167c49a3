"""Make a booklet from beginning to end, telling what is being done."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.booklet.choice import Choice, Format
from events.booklet.content import Booklet
from events.booklet.epub.writer import write_epub
from events.booklet.gather import booklet, fetch
from events.booklet.mark import code_mark
from events.booklet.pdf.writer import write_pdf
from events.booklet.photographs import Album


class Step(models.TextChoices):
    """What is being done, in this order."""

    GATHERING = "gathering", _("Gathering the entries")
    PHOTOGRAPHS = "photographs", _("Preparing the photographs")
    SETTING = "setting", _("Setting the pages")
    STORING = "storing", _("Storing the file")


Progress = Callable[[Step], object]


@dataclass(frozen=True, slots=True)
class Made:
    """`digest` tells whether another booklet would be the same; `data` is None where it is."""

    digest: str
    data: bytes | None


def make(
    choice: Choice, *, site: str = "", progress: Progress = lambda _step: None, known: str = ""
) -> Made:
    """Raises NothingToTellError, or TypesettingError where Typst refuses.

    `site` is the address of the site without a slash in the end; without it nothing links there.
    `known` is the digest of a file that is there already.
    """
    with TemporaryDirectory(prefix="booklet-") as name:
        folder = Path(name)
        (pictures := folder / "pictures").mkdir()
        (pages := folder / "pages").mkdir()
        content = _gathered(choice, Album(pictures), site, progress)
        digest = _digest(content, pictures)
        if digest == known:
            return Made(digest, None)
        progress(Step.SETTING)
        if choice.format == Format.EPUB:
            data = write_epub(content, pictures)
        else:
            data = write_pdf(content, pages, pictures)
        progress(Step.STORING)
        return Made(digest, data)


def _gathered(choice: Choice, album: Album, site: str, progress: Progress) -> Booklet:
    progress(Step.GATHERING)
    records = fetch(choice)
    progress(Step.PHOTOGRAPHS)
    album.take(each.image for event in records.events for each in event.event_images.all())
    return booklet(records, album, site=site)


def _digest(content: Booklet, pictures: Path) -> str:
    """Of what it tells, whatever the day: that stands in the colophon."""
    editions = tuple(replace(edition, colophon=()) for edition in content.editions)
    whole = hashlib.sha256(repr(replace(content, made="", editions=editions)).encode())
    for picture in sorted(pictures.iterdir()):
        whole.update(picture.read_bytes())
    whole.update(code_mark().encode())
    return whole.hexdigest()
