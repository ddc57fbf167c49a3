"""What a `<picture>` needs: addresses by format and width."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.utils.functional import cached_property

from twinning.media.models import Image
from twinning.media.rendering import Rendition


@dataclass(frozen=True)
class Picture:
    """An image, whole or cropped to `ratio`, for `components/renditions.html`.

    One that is smaller than the narrowest rendition comes as it is, whatever the ratio.
    """

    image: Image
    ratio: str | None = None

    @cached_property
    def _formats(self) -> dict[str, dict[int, Rendition]]:
        formats: dict[str, dict[int, Rendition]] = self.image.file.aspect_ratios[self.ratio]
        return formats

    @property
    def _jpegs(self) -> list[Rendition]:
        return list(self._formats["JPEG"].values())

    @property
    def sources(self) -> Iterator[tuple[str, str]]:
        """The type of each format, and its `srcset`."""
        for name, widths in self._formats.items():
            if widths:
                candidates = (f"{each.url} {width}w" for width, each in widths.items())
                yield f"image/{name.lower()}", ", ".join(candidates)

    @property
    def width(self) -> int:
        return self._jpegs[-1].width if self.ratio and self._jpegs else self.image.width

    @property
    def height(self) -> int:
        cropped = self.ratio and self._jpegs
        return int(self.width / Fraction(str(self.ratio))) if cropped else self.image.height

    @property
    def url(self) -> str:
        """For a browser that chooses by nothing, the widest JPEG."""
        return str(self._jpegs[-1].url if self._jpegs else self.image.file.url)

    def at_least(self, width: int) -> str:
        """The address of the narrowest JPEG of this width, or else of the widest."""
        enough = [each for each in self._jpegs if each.width >= width]
        return str(enough[0].url) if enough else self.url


def whole(image: Image, width: int) -> str:
    """The address of a JPEG of the whole picture, about as wide."""
    return Picture(image).at_least(width)


def crop(image: Image, ratio: str, width: int) -> str:
    """The address of a JPEG cropped around the focal point, about as wide."""
    return Picture(image, ratio).at_least(width)
