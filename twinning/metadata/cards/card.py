from dataclasses import dataclass
from hashlib import sha256

WIDTH, HEIGHT = 1200, 630
# To be raised with every change of the drawing, so that copies of the old one aren't asked for.
DESIGN = 1


@dataclass(frozen=True, slots=True)
class Card:
    """All that a picture is drawn of; equal cards are the same picture, byte by byte.

    `kicker` stands small above, `title` large, `line` below it, `foot` at the bottom. A short
    `title` such as a year is told as a numeral with `is_numeral`. `ribbon` names the partner's
    colour; the ribbons cross with `is_crossing`.
    """

    title: str
    kicker: str = ""
    line: str = ""
    foot: str = ""
    site: str = ""
    ribbon: str = ""
    is_numeral: bool = False
    is_crossing: bool = False

    @property
    def mark(self) -> str:
        """The same as long as the picture is; part of its address and its entity tag."""
        return sha256(f"{DESIGN} {self!r}".encode()).hexdigest()[:12]
