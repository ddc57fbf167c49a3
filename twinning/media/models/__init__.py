"""Photographs, scans and documents, with the texts and rights that belong to them."""

from twinning.media.models.document import Document
from twinning.media.models.image import Image
from twinning.media.models.licence import Licence
from twinning.media.models.upload import Upload, UploadQuerySet

__all__ = ["Document", "Image", "Licence", "Upload", "UploadQuerySet"]
