from django.db import models
from django.utils.translation import gettext_lazy as _
from pictures.models import PictureField

from twinning.publishing.models import Versioned


class Image(Versioned):
    """A photograph, drawing or scanned page, re-encoded on upload and stored in several widths."""

    class Licence(models.TextChoices):
        CITY = "city", _("© the city, reuse as public sector information")
        AUTHOR = "author", _("© the author, by permission")
        CC0 = "cc0", "CC0 1.0"
        CC_BY = "cc-by", "CC BY 4.0"
        CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
        PUBLIC_DOMAIN = "public-domain", _("public domain")

    file = PictureField(
        _("file"),
        upload_to="images/%Y/",
        width_field="width",
        height_field="height",
        aspect_ratios=[None],
        help_text=_("JPEG, PNG or WebP, at most 10 MB. Location and camera data are removed."),
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        help_text=_("What somebody who can't see the picture needs to know, in a sentence."),
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    author = models.CharField(_("author"), max_length=120)
    licence = models.CharField(_("licence"), max_length=16, choices=Licence)

    class Meta(Versioned.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.alt
