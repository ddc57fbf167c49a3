from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.kinds import EventKind
from partners.models import Partnership, Topic, homes_of
from twinning.publishing.fields import RichTextField
from twinning.publishing.models import (
    Addressed,
    AddressedQuerySet,
    Findable,
    Publishable,
    PublishableQuerySet,
)

if TYPE_CHECKING:
    from twinning.publishing.models import User


class SeriesQuerySet(AddressedQuerySet["Series"], PublishableQuerySet["Series"]):
    def of_partnership(self, partnership: Partnership) -> Self:
        return self.filter(partnerships=partnership)

    def editable_by(self, user: "User") -> Self:
        """What `user` may change: all, or the series of the home cities given to them."""
        homes = homes_of(user)
        if homes is None:
            return self
        through = self.model.partnerships.through.objects.filter(series=OuterRef("pk"))
        others = through.exclude(partnership__home__in=homes)
        return self.filter(Exists(through), ~Exists(others))


class Series(Addressed, Findable, Publishable):
    """Something that happens again: a tournament, a festival, a yearly conference."""

    find_fields = ("name", "summary")

    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=16, choices=EventKind)
    summary = models.TextField(_("summary"), blank=True)
    description = RichTextField(_("description"), blank=True)
    partnerships = models.ManyToManyField(
        Partnership, blank=True, related_name="series", verbose_name=_("partnerships")
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="series", verbose_name=_("topics")
    )

    objects = models.Manager.from_queryset(SeriesQuerySet)()

    class Meta(Publishable.Meta):
        verbose_name = _("series")
        verbose_name_plural = pgettext_lazy("several series", "series")
        ordering = ["name"]
        constraints = [*Publishable.Meta.constraints]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("series", args=[self.slug])
