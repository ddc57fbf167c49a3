"""The picture of every page that has none of its own."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from twinning.metadata.cards import HEIGHT, WIDTH, Card
from twinning.metadata.linked_data import Worded
from twinning.metadata.page import Picture, Titled


def site_card() -> Card:
    title, site = _("The chronicle of partner cities"), _("Partner cities")
    return Card(title=title, site=site, is_crossing=True)


def site_picture() -> Picture:
    card = site_card()
    return picture_of(card, reverse("site_picture"), Titled(card.title, get_language() or ""))


def picture_of(card: Card, address: str, alt: Worded) -> Picture:
    """At an address that changes with what is drawn."""
    return Picture(f"{address}?v={card.mark}", alt, WIDTH, HEIGHT)
