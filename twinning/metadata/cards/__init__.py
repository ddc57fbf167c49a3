"""The picture that stands for a page where a link to it is shown: 1200 × 630, drawn on demand."""

from twinning.metadata.cards.card import HEIGHT, WIDTH, Card
from twinning.metadata.cards.drawing import png

__all__ = ["HEIGHT", "WIDTH", "Card", "png"]
