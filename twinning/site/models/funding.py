from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from twinning.media.models import Image
from twinning.publishing.models import Part, Publishable, PublishableQuerySet


class FundingNotice(Publishable):
    """Who has paid for a part of the site: a block in the foot of every page, once published."""

    text = models.TextField(
        _("text"), help_text=_("The sentence that the funding agreement asks for.")
    )
    url = models.URLField(_("link"), blank=True, help_text=_("To the page about the project."))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = models.Manager.from_queryset(PublishableQuerySet["FundingNotice"])()

    class Meta(Publishable.Meta):
        verbose_name = _("co-funding notice")
        verbose_name_plural = _("co-funding notices")
        ordering = ["order", "pk"]
        constraints = [*Publishable.Meta.constraints]

    def __str__(self) -> str:
        return self.text[:80]

    def preview_address(self) -> str:
        return reverse("site_map")


class FundingLogo(Part):
    """One of the logos of a notice, in their order. Its alternative text is the image's."""

    notice = models.ForeignKey(FundingNotice, on_delete=models.CASCADE, related_name="logos")
    image = models.ForeignKey(
        Image, on_delete=models.PROTECT, related_name="+", verbose_name=_("image")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("logo")
        verbose_name_plural = _("logos")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.image)
