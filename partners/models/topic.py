from django.db import models
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models import Addressed, AddressedQuerySet, Findable, Versioned


class TopicQuerySet(AddressedQuerySet["Topic"]):
    pass


class Topic(Addressed, Findable, Versioned):
    """What an entry is about: culture, economy, sport and so on."""

    find_fields = ("name",)

    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = models.Manager.from_queryset(TopicQuerySet)()

    class Meta(Versioned.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name
