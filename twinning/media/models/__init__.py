"""Photographs and scans, with the texts and rights that belong to them."""

from .image import Image

__all__ = ["Image"]
