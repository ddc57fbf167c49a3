from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models.names import FormerName, Renamed
from partners.models.place import Place
from twinning.dates.fields import HistoricalDateField
from twinning.publishing.fields import RichTextField
from twinning.publishing.models import (
    Addressed,
    AddressedQuerySet,
    Findable,
    Part,
    Publishable,
    PublishableQuerySet,
)


class NetworkQuerySet(AddressedQuerySet["Network"], PublishableQuerySet["Network"]):
    def with_former_names(self) -> Self:
        return self.prefetch_related("former_names")

    def with_members(self) -> Self:
        return self.prefetch_related("former_names", "memberships__place")


class Network(Addressed, Renamed, Findable, Publishable):
    """A group of places working together."""

    find_fields = ("name", "short_name")
    find_parts = {"former_names": ("name", "short_name")}

    founded = HistoricalDateField(_("founded"), null=True, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    description = RichTextField(_("description"), blank=True)
    website = models.URLField(_("website"), blank=True)
    places = models.ManyToManyField(Place, through="NetworkMembership", related_name="networks")

    objects = models.Manager.from_queryset(NetworkQuerySet)()

    class Meta(Publishable.Meta):
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        ordering = ["name"]
        constraints = [*Publishable.Meta.constraints]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("network", args=[self.slug])


class NetworkName(FormerName):
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="former_names")

    class Meta(FormerName.Meta):
        verbose_name = _("former name")
        verbose_name_plural = _("former names")


class NetworkMembership(Part):
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="memberships")
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("place")
    )
    joined = HistoricalDateField(_("joined"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["joined_earliest", "place__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "place"],
                name="partners_networkmembership_once_per_place",
                violation_error_message=_("This place is already a member."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.network}: {self.place}"
