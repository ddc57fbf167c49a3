"""The files of the photographs, made fit for both formats and put where the writers find them."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image as Pixels

from twinning.media.models import Image

WIDTH = 1400  # pixels: 300 to the inch on a page of A5
_QUALITY = 85
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stored:
    name: str
    width: int
    height: int


@dataclass(slots=True)
class Album:
    """The files of images by their number. An image whose file is lost or damaged isn't in it."""

    folder: Path
    files: dict[int, Stored] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)

    def take(self, images: Iterable[Image]) -> None:
        for image in images:
            if image.pk in self.files or image.pk in self.lost:
                continue
            try:
                self.files[image.pk] = self._stored(image)
            except (OSError, ValueError, SyntaxError, Pixels.DecompressionBombError) as error:
                log.warning("image %s is left out of a booklet: %s", image.pk, error)
                self.lost.add(image.pk)

    def _stored(self, image: Image) -> Stored:
        with image.file.storage.open(_file_of(image)) as file, Pixels.open(file) as given:
            given.load()
            picture = _on_white(given)
        picture.thumbnail((WIDTH, WIDTH * 2))
        target = BytesIO()
        picture.save(target, format="JPEG", quality=_QUALITY, optimize=True)
        name = f"photograph-{image.pk}.jpg"
        (self.folder / name).write_bytes(target.getvalue())
        return Stored(name, picture.width, picture.height)


def _file_of(image: Image) -> str:
    """The narrowest JPEG that is wide enough, or else what was stored."""
    widths = image.file.aspect_ratios[None]["JPEG"]
    enough = [each for width, each in sorted(widths.items()) if width >= WIDTH]
    chosen = enough[0].name if enough else image.file.name
    return chosen if image.file.storage.exists(chosen) else str(image.file.name)


def _on_white(given: Pixels.Image) -> Pixels.Image:
    if not given.has_transparency_data:
        return given.convert("RGB")
    picture = given.convert("RGBA")
    white = Pixels.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white
