"""Widths, formats and crops of a picture, made once when it is stored."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from pictures.models import PillowPicture
from pictures.utils import reconstruct
from PIL import Image, ImageOps

Deconstructed = tuple[str, Any, Any]
CENTRE = 50
LANCZOS = Image.Resampling.LANCZOS
# AVIF at speed 8 takes a quarter of the time of the usual 6 and is 8 % larger.
OPTIONS: dict[str, dict[str, object]] = {
    "AVIF": {"quality": 60, "speed": 8},
    "WEBP": {"quality": 80, "method": 2},
    "JPEG": {"quality": 80, "optimize": True, "progressive": True},
}


@dataclass(eq=False)
class Rendition(PillowPicture):
    """One file: a width in a format. A crop's name tells its focal point, in percent.

    So moving the point moves the crops to new addresses, which no cache knows yet.
    """

    focus_x: int = CENTRE
    focus_y: int = CENTRE

    def deconstruct(self) -> Deconstructed:
        path, args, kwargs = super().deconstruct()
        return path, (*args, self.focus_x, self.focus_y), kwargs

    @property
    def name(self) -> str:
        path = PurePosixPath(super().name)
        if not self.aspect_ratio:
            return str(path)
        return str(path.with_stem(f"{path.stem}-{self.focus_x}-{self.focus_y}"))

    @property
    def crop(self) -> tuple[Any, int, int]:
        """What renditions that differ in nothing but width and format have in common."""
        return self.aspect_ratio, self.focus_x, self.focus_y

    def size_in(self, image: Image.Image) -> tuple[int, int]:
        height = self.height or round(self.width * image.height / image.width)
        return self.width, max(height, 1)

    def write(self, image: Image.Image) -> None:
        target = BytesIO()
        image = _on_white(image) if self.file_type == "JPEG" else image
        image.save(target, format=self.file_type, **OPTIONS[self.file_type])
        self.storage.delete(self.name)
        self.storage.save(self.name, ContentFile(target.getvalue()))


def render(
    *,
    storage: Deconstructed,
    file_name: str,
    sender: tuple[str, str, str] | None = None,
    new: Iterable[Deconstructed] | None = None,
    old: Iterable[Deconstructed] | None = None,
) -> None:
    """The PROCESSOR of django-pictures: at once, and all of them or none.

    What is old stays until the transaction is committed: until then readers get it.
    """
    store: Storage = reconstruct(*storage)
    made: list[Rendition] = [reconstruct(*each) for each in new or ()]
    if made and store.exists(file_name):  # a restored backup may lack the file
        _render_all(store, file_name, made)
    if old:
        transaction.on_commit(partial(_remove, [reconstruct(*each) for each in old]))


def _render_all(storage: Storage, file_name: str, renditions: list[Rendition]) -> None:
    with storage.open(file_name) as file, Image.open(file) as original:
        original.load()
        mode = "RGBA" if original.has_transparency_data else "RGB"
        picture = original if original.mode == mode else original.convert(mode)
    try:
        for rendition, image in _scaled(picture, renditions):
            rendition.write(image)
    except Exception:
        _remove(renditions)
        raise


def _scaled(
    picture: Image.Image, renditions: Iterable[Rendition]
) -> Iterator[tuple[Rendition, Image.Image]]:
    """Each with its pixels. The widest is made of the original, the others of the widest."""
    crops: dict[Any, dict[int, list[Rendition]]] = defaultdict(lambda: defaultdict(list))
    for each in renditions:
        crops[each.crop][each.width].append(each)
    for (_ratio, x, y), widths in crops.items():
        image = picture
        for width in sorted(widths, reverse=True):
            size = widths[width][0].size_in(image)
            image = ImageOps.fit(
                image, size, Image.Resampling.LANCZOS, centering=(x / 100, y / 100)
            )
            for each in widths[width]:
                yield each, image


def _on_white(image: Image.Image) -> Image.Image:
    """JPEG knows no transparency, and would show black where there is none of the picture."""
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def _remove(renditions: Iterable[Rendition]) -> None:
    for each in renditions:
        each.delete()
