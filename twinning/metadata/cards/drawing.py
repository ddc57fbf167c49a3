"""From a card to the bytes of its picture."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from twinning.metadata.cards.card import HEIGHT, WIDTH, Card
from twinning.metadata.cards.colours import GROUND, INK, INK_SOFT, RULE, of_ribbon
from twinning.metadata.cards.lettering import (
    DISPLAY,
    FIGURES,
    ITALIC,
    STRONG,
    TEXT,
    Face,
    drawable,
    fitted,
    shortened,
    wrapped,
)
from twinning.metadata.cards.ribbons import BAND, band

LEFT, RIGHT = BAND + 30, WIDTH - 70
MEASURE = RIGHT - LEFT
TOP, RULE_AT, FOOT_AT = 64, 530, 552
KICKER, FOOT, SITE = Face(STRONG, 34), Face(STRONG, 32), Face(TEXT, 30)
LINE = Face(ITALIC, 44, 1.2)
NUMERAL = [Face(DISPLAY, size, 0.95) for size in (300, 240, 180)]
TITLE = [Face(DISPLAY, size) for size in (92, 84, 76, 68, 60, 54)]
# Some dozens of the pictures last asked for; each is about 30 kB.
KEPT = 48


@lru_cache(maxsize=KEPT)
def png(card: Card) -> bytes:
    """Without anything but the picture: no date, no name of a program."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    image.paste(band(of_ribbon(card.ribbon), is_crossing=card.is_crossing), (0, 0))
    draw = ImageDraw.Draw(image)
    card = replace(
        card,
        title=drawable(card.title),
        kicker=drawable(card.kicker),
        line=drawable(card.line),
        foot=drawable(card.foot),
    )
    below = _kicker(draw, card)
    _middle(draw, card, below)
    _foot(draw, card)
    file = BytesIO()
    image.quantize(128, method=Image.Quantize.FASTOCTREE).save(file, "PNG", compress_level=6)
    return file.getvalue()


def _kicker(draw: ImageDraw.ImageDraw, card: Card) -> int:
    for line in shortened([card.kicker], KICKER, MEASURE, 1):
        _write(draw, (LEFT, TOP), line, KICKER, of_ribbon(card.ribbon))
    return TOP + KICKER.line_height if card.kicker else TOP


def _middle(draw: ImageDraw.ImageDraw, card: Card, top: int) -> None:
    """The title as large as it fits, and what stands below it, in the middle of what is left."""
    room = RULE_AT - 24 - top
    lines = shortened(wrapped(card.line, LINE, MEASURE), LINE, MEASURE, 2) if card.line else []
    beside = len(lines) * LINE.line_height + (16 if lines else 0)
    sizes = NUMERAL if card.is_numeral else TITLE
    face, title = fitted(card.title, sizes, MEASURE, room - beside)
    y = top + (room - beside - len(title) * face.line_height) // 2
    for text in title:
        _write(draw, (LEFT, y), text, face, INK)
        y += face.line_height
    y += 16
    for text in lines:
        _write(draw, (LEFT, y), text, LINE, INK_SOFT)
        y += LINE.line_height


def _foot(draw: ImageDraw.ImageDraw, card: Card) -> None:
    draw.line([(LEFT, RULE_AT), (RIGHT, RULE_AT)], fill=RULE, width=2)
    taken = SITE.width(card.site) + 40 if card.foot else 0
    for line in shortened([card.foot], FOOT, MEASURE - taken, 1):
        _write(draw, (LEFT, FOOT_AT), line, FOOT, INK)
    at = RIGHT - SITE.width(card.site) if card.foot else LEFT
    _write(draw, (at, FOOT_AT + 2), card.site, SITE, INK_SOFT)


def _write(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, face: Face, colour: str
) -> None:
    """With the top of the line at `at`, whatever letters are in it."""
    x, y = at
    baseline = y + round((face.line_height + face.size * 0.68) / 2)
    draw.text((x, baseline), text, font=face.font, fill=colour, anchor="ls", features=FIGURES)
