"""Images for the components that show them."""

from django import template

from twinning.media.models import Image
from twinning.media.sources import Picture

register = template.Library()


@register.simple_tag
def picture_of(image: Image, ratio: str = "") -> Picture:
    """The image, whole or cropped around its focal point to one of the ratios of `Image.file`."""
    return Picture(image, ratio or None)
