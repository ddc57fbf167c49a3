"""Lines of text in the site's typefaces, broken and shortened to fit."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import category

from django.conf import settings
from PIL import ImageFont, features

FONTS = Path(settings.BASE_DIR) / "static" / "site" / "fonts"
DISPLAY, ITALIC = "brygada-1918-medium", "brygada-1918-italic"
TEXT, STRONG = "atkinson-next-regular", "atkinson-next-semibold"
MORE = "…"
UNDRAWABLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
LOOSE = " ,;:–-"  # what says nothing before it
# Kerning and lining figures take Raqm, which Pillow brings, and FriBiDi, which a system may lack.
HAS_RAQM = features.check("raqm")
FIGURES = ["lnum"] if HAS_RAQM else None


@dataclass(frozen=True, slots=True)
class Face:
    name: str
    size: int
    leading: float = 1.12  # from line to line, in sizes

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        return _font(self.name, self.size)

    @property
    def line_height(self) -> int:
        return round(self.size * self.leading)

    def width(self, text: str) -> float:
        return self.font.getlength(text, features=FIGURES)


@lru_cache(maxsize=32)
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"{name}.woff2"), size)


def drawable(text: str) -> str:
    """With a space for what no typeface draws: controls, line ends, halves of characters."""
    kept = (" " if category(sign) in UNDRAWABLE else sign for sign in text)
    return "".join(kept).strip(" ")


def fitted(text: str, sizes: list[Face], width: float, height: float) -> tuple[Face, list[str]]:
    """The largest of the faces in which the text fits whole; in the last one it is shortened."""
    for face in sizes:
        lines = wrapped(text, face, width)
        if len(lines) * face.line_height <= height and all(
            face.width(line) <= width for line in lines
        ):
            return face, lines
    face = sizes[-1]
    return face, shortened(wrapped(text, face, width), face, width, int(height / face.line_height))


def wrapped(text: str, face: Face, width: float) -> list[str]:
    """Broken at spaces that may break; a word longer than a line stays whole."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer) <= width:
            lines[-1] = longer
        elif word:
            lines.append(word)
    return lines


def shortened(lines: list[str], face: Face, width: float, most: int) -> list[str]:
    """At most so many lines, each no wider than it may be; what was cut ends in "…"."""
    kept = [_cut(line, face, width) for line in lines[:most]]
    if len(lines) > most and kept and not kept[-1].endswith(MORE):
        kept[-1] = _cut(kept[-1].rstrip(LOOSE) + MORE, face, width)
    return kept


def _cut(line: str, face: Face, width: float) -> str:
    if face.width(line) <= width:
        return line
    text = line.removesuffix(MORE)
    while text and face.width(text.rstrip(LOOSE) + MORE) > width:
        text = text[:-1]
    return text.rstrip(LOOSE) + MORE
