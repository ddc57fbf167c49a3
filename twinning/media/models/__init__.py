"""Photographs and scans, with the texts and rights that belong to them."""

from twinning.media.models.image import Image

__all__ = ["Image"]
