"""File fields whose files are gone again when the record isn't saved after all."""

from dataclasses import replace
from typing import Any

from django.db.models import FileField
from django.db.models.fields.files import FieldFile
from pictures.models import PictureField, PictureFieldFile

from twinning.media import keeping
from twinning.media.rendering import CENTRE, Rendition

CROP_WIDTHS = (200, 400, 800)

Renditions = dict[str | None, dict[str, dict[int, Rendition]]]


class DocumentFile(FieldFile):
    def save(self, name: str, content: Any, save: bool = True) -> None:
        super().save(name, content, save)
        keeping.note(self)


class DocumentField(FileField):
    attr_class = DocumentFile


class PhotographFile(PictureFieldFile):
    """A picture with its widths, and crops around the focal point of its record."""

    @property
    def aspect_ratios(self) -> Renditions:
        """Renditions by ratio (None: the whole picture), format and width."""
        x = getattr(self.instance, "focus_x", CENTRE)
        y = getattr(self.instance, "focus_y", CENTRE)
        return {
            ratio: {
                file_type: {
                    width: replace(each, focus_x=x, focus_y=y) if ratio else each
                    for width, each in sorted(widths.items())
                    if ratio is None or width in CROP_WIDTHS
                }
                for file_type, widths in formats.items()
            }
            for ratio, formats in super().aspect_ratios.items()
        }

    def save(self, name: str, content: Any, save: bool = True) -> None:
        try:
            super().save(name, content, save)
        except Exception:
            if self.name and self.storage.exists(self.name):
                self.storage.delete(self.name)
            raise

    def update_all(self, other: Any = None) -> None:
        keeping.note(self)
        super().update_all(other)


class PhotographField(PictureField):
    attr_class = PhotographFile
