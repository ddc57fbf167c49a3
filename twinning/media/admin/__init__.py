"""The library: images and documents, with what they are used for."""

from twinning.media.admin.document import DocumentAdmin
from twinning.media.admin.image import ImageAdmin

__all__ = ["DocumentAdmin", "ImageAdmin"]
