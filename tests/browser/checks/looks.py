"""Whether a page looks as it did, told by mosaics small enough to be kept with the code."""

from dataclasses import dataclass
from functools import reduce
from io import BytesIO
from pathlib import Path
from typing import Self

from PIL import Image, ImageChops

FIELD = 40  # pixels of the page to a side; a field holds about two lines of text
TOLERANCE = 8  # of 255, in any field: more than the same letters differ, drawn by another machine
NAMED = 3  # places in a finding


@dataclass(frozen=True, slots=True)
class Mosaic:
    """The mean colour of each field of a page. A last row of fields reaches over the end."""

    image: Image.Image

    @classmethod
    def of(cls, picture: bytes) -> Self:
        with Image.open(BytesIO(picture)) as page:
            fields = (-(-page.width // FIELD), -(-page.height // FIELD))
            whole = Image.new("RGB", (fields[0] * FIELD, fields[1] * FIELD))
            whole.paste(page)
        return cls(whole.resize(fields, Image.Resampling.BOX))

    @classmethod
    def read(cls, path: Path) -> Self:
        with Image.open(path) as image:
            return cls(image.convert("RGB"))

    def save(self, path: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        self.image.save(path, lossless=True, method=6)

    def unlike(self, other: "Mosaic") -> list[str]:
        """Where this one differs from the `other`, which was accepted."""
        if self.image.size != other.image.size:
            return [f"is {self._measures()} large, was {other._measures()}"]
        difference = ImageChops.difference(self.image, other.image)
        far = reduce(ImageChops.lighter, difference.split()).tobytes()
        fields = [index for index, distance in enumerate(far) if distance > TOLERANCE]
        if not fields:
            return []
        farthest = sorted(fields, key=lambda index: -far[index])[:NAMED]
        places = ", ".join(map(self._place, farthest))
        return [f"differs in {len(fields)} of {len(far)} fields, most at {places}"]

    def _measures(self) -> str:
        return f"{self.image.width * FIELD} × {self.image.height * FIELD} px"

    def _place(self, index: int) -> str:
        row, column = divmod(index, self.image.width)
        return f"{column * FIELD},{row * FIELD}"
