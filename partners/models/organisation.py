from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models.limits import homes_of
from partners.models.names import FormerName, Renamed
from partners.models.partnership import Partnership
from partners.models.place import Place
from twinning.dates.fields import HistoricalDateField
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


class OrganisationQuerySet(AddressedQuerySet["Organisation"], PublishableQuerySet["Organisation"]):
    def with_former_names(self) -> Self:
        return self.prefetch_related("former_names")

    def with_neighbours(self) -> Self:
        """With all that its own page shows: seat, former names, and who came before and after."""
        successors = Organisation.objects.published()
        return (
            self.with_former_names()
            .select_related("seat", "predecessor")
            .prefetch_related(Prefetch("successors", queryset=successors))
        )

    def editable_by(self, user: "User") -> Self:
        """What `user` may change: all, or what has no part in the life of other home cities."""
        homes = homes_of(user)
        if homes is None:
            return self
        through = self.model.partnerships.through.objects.filter(organisation=OuterRef("pk"))
        return self.filter(~Exists(through.exclude(partnership__home__in=homes)))


class Organisation(Addressed, Renamed, Findable, Publishable):
    """An association, institution, school, chamber, company, ensemble or public body."""

    class Kind(models.TextChoices):
        ASSOCIATION = "association", _("association")
        INSTITUTION = "institution", _("institution")
        SCHOOL = "school", _("school")
        UNIVERSITY = "university", _("university")
        CHAMBER = "chamber", _("chamber")
        COMPANY = "company", _("company")
        CLUSTER = "cluster", _("cluster")
        ENSEMBLE = "ensemble", _("ensemble")
        PUBLIC_BODY = "public_body", _("public body")

    find_fields = ("name", "short_name", "local_name")
    find_parts = {"former_names": ("name", "short_name")}

    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    local_name = models.CharField(
        _("own name"),
        max_length=200,
        blank=True,
        help_text=_("The name in the organisation's own language, if it is neither of ours."),
    )
    local_language = models.CharField(_("language of the own name"), max_length=12, blank=True)
    seat = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("seat"),
    )
    founded = HistoricalDateField(_("founded"), null=True, blank=True)
    dissolved = HistoricalDateField(_("dissolved"), null=True, blank=True)
    predecessor = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("predecessor"),
    )
    summary = models.TextField(_("summary"), blank=True)
    aims = RichTextField(_("aims"), blank=True)
    address = models.CharField(_("postal address"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    website = models.URLField(_("website"), blank=True)
    partnerships = models.ManyToManyField(
        Partnership,
        blank=True,
        related_name="organisations",
        verbose_name=_("partnerships"),
        help_text=_("Those in whose life the organisation has a lasting part."),
    )

    objects = models.Manager.from_queryset(OrganisationQuerySet)()

    class Meta(Publishable.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("pk")),
                name="partners_organisation_not_its_own_predecessor",
                violation_error_message=_("An organisation can't be its own predecessor."),
            ),
            models.CheckConstraint(
                condition=models.Q(local_name="") | ~models.Q(local_language=""),
                name="partners_organisation_own_name_has_language",
                violation_error_message=_("An own name needs the code of its language."),
            ),
            models.CheckConstraint(
                condition=models.Q(founded_earliest=None)
                | models.Q(dissolved_latest=None)
                | models.Q(founded_earliest__lte=models.F("dissolved_latest")),
                name="partners_organisation_founded_before_dissolved",
                violation_error_message=_("It can't have been dissolved before it was founded."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisation", args=[self.slug])


class OrganisationName(FormerName):
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="former_names"
    )

    class Meta(FormerName.Meta):
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
