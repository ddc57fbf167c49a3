from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.models.kinds import Quantity
from partners.models import Organisation, Person, Place
from twinning.publishing.models import Part, is_public


class Delegation(Part):
    """Who travelled, from where to where, led by whom, how many."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="delegations")
    origin = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", verbose_name=_("from")
    )
    destination = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="+", verbose_name=_("to")
    )
    size = models.PositiveSmallIntegerField(_("number of people"), null=True, blank=True)
    size_qualifier = models.CharField(
        _("precision of the number"), max_length=16, choices=Quantity, default=Quantity.EXACT
    )
    description = models.CharField(_("description"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(origin=F("destination")),
                name="events_delegation_travels",
                violation_error_message=_("A delegation travels from one place to another."),
            ),
            models.CheckConstraint(
                condition=Q(size=None) | Q(size__gt=0),
                name="events_delegation_size_positive",
                violation_error_message=_("Leave the figure empty when it isn't known."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.origin} → {self.destination}"


class DelegationMemberQuerySet(models.QuerySet["DelegationMember"]):
    def public(self) -> Self:
        """Those described by a function alone, and those who or which are published."""
        return self.filter(
            Q(person=None) | is_public("person"),
            Q(organisation=None) | is_public("organisation"),
        ).prefetch_related("person", "organisation__former_names")


class DelegationMember(Part):
    """A person, an organisation or a described function, with the role held at that time."""

    delegation = models.ForeignKey(Delegation, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegation_memberships",
        verbose_name=_("person"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegation_memberships",
        verbose_name=_("organisation"),
    )
    function = models.CharField(
        _("function at that time"),
        max_length=200,
        blank=True,
        help_text=_("Required where no name is given, such as “two teachers”."),
    )
    count = models.PositiveSmallIntegerField(_("number of people"), null=True, blank=True)
    leads = models.BooleanField(_("leads the delegation"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = models.Manager.from_queryset(DelegationMemberQuerySet)()

    class Meta:
        verbose_name = _("member of the delegation")
        verbose_name_plural = _("members of the delegation")
        ordering = ["-leads", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None) | Q(organisation=None),
                name="events_delegationmember_not_both",
                violation_error_message=_("Choose a person or an organisation, not both."),
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(organisation__isnull=False) | ~Q(function=""),
                name="events_delegationmember_described",
                violation_error_message=_("Choose who it was, or describe the function."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.organisation or self.function)
