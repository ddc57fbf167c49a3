from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from twinning.media.fields import PhotographField
from twinning.media.models.licence import LICENCE_ADDRESSES, Licence
from twinning.media.models.upload import Upload, UploadQuerySet
from twinning.media.rendering import CENTRE
from twinning.publishing.models import Findable


class Image(Findable, Upload):
    """A photograph, drawing or scanned page, re-encoded on upload and stored in several widths."""

    find_fields = ("alt", "caption", "author")

    file = PhotographField(
        _("file"),
        upload_to="images/%Y/",
        width_field="width",
        height_field="height",
        aspect_ratios=[None, "1/1", "3/2"],
        help_text=_("JPEG, PNG or WebP, at most 10 MB. Location and camera data are removed."),
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    focus_x = models.PositiveSmallIntegerField(
        _("focal point: % from the left"), default=CENTRE, validators=[MaxValueValidator(100)]
    )
    focus_y = models.PositiveSmallIntegerField(
        _("focal point: % from the top"), default=CENTRE, validators=[MaxValueValidator(100)]
    )
    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        help_text=_("What somebody who can't see the picture needs to know, in a sentence."),
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    author = models.CharField(_("author"), max_length=120)
    licence = models.CharField(_("licence"), max_length=16, choices=Licence)

    objects = models.Manager.from_queryset(UploadQuerySet["Image"])()

    class Meta(Upload.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at"]
        constraints = [
            *Upload.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(focus_x__lte=100, focus_y__lte=100),
                name="media_image_focus_inside",
            ),
        ]

    def __str__(self) -> str:
        return self.alt

    @property
    def format(self) -> str:
        """The format of the stored file, as people call it."""
        suffix = str(self.file.name).rpartition(".")[2].lower()
        return {"jpg": "JPEG", "png": "PNG", "webp": "WebP"}.get(suffix, suffix.upper())

    @property
    def licence_url(self) -> str:
        """Where the terms are published; of a Creative Commons licence alone."""
        return LICENCE_ADDRESSES.get(self.licence, "")
