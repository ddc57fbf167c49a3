from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from twinning.media.models import Image
from twinning.publishing.models import Part


class EventImage(Part):
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="event_images")
    image = models.ForeignKey(
        Image, on_delete=models.PROTECT, related_name="+", verbose_name=_("image")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "image"], name="events_eventimage_once_per_event"
            )
        ]

    def __str__(self) -> str:
        return str(self.image)
