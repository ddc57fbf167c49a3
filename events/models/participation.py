from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from partners.models import Organisation, Person
from twinning.publishing.models import Part, is_public

ONE_OF_TWO = Q(organisation__isnull=False, person__isnull=True) | Q(
    organisation__isnull=True, person__isnull=False
)


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def public(self) -> Self:
        """Those whose organisation or person is published."""
        return self.filter(is_public("organisation") | is_public("person")).prefetch_related(
            "person", "organisation__former_names"
        )


class Participation(Part):
    """An organisation or a person in an event, in one role."""

    class Role(models.TextChoices):
        ORGANISER = "organiser", _("organiser")
        CO_ORGANISER = "co_organiser", _("co-organiser")
        HOST = "host", _("host")
        PARTICIPANT = "participant", _("participant")
        SPEAKER = "speaker", _("speaker")
        PATRON = "patron", _("patron")
        PERFORMER = "performer", _("performer")
        SPONSOR = "sponsor", _("sponsor")
        PARTNER = "partner", _("partner")
        JURY = "jury", _("juror")
        HONOURED = "honoured", _("honoured")
        GUEST = "guest", _("guest")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("organisation"),
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=16, choices=Role, default=Role.PARTICIPANT)
    function = models.CharField(
        _("function at that time"),
        max_length=200,
        blank=True,
        help_text=_("What the person was when it happened, such as “Mayor of Katowice”."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = models.Manager.from_queryset(ParticipationQuerySet)()

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=ONE_OF_TWO,
                name="events_participation_organisation_or_person",
                violation_error_message=_("Choose an organisation or a person, one of the two."),
            ),
            models.UniqueConstraint(
                fields=["event", "organisation", "role"],
                name="events_participation_organisation_once_per_role",
            ),
            models.UniqueConstraint(
                fields=["event", "person", "role"],
                name="events_participation_person_once_per_role",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The person's name, or the organisation's name on the day of the event."""
        if self.organisation is not None:
            return self.organisation.name_on(self.event.date)
        return str(self.person)
