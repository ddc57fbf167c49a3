from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.agreement import Agreement
from events.models.event import Event
from events.models.source import Source
from partners.models import Network, Organisation, Partnership
from twinning.dates.fields import HistoricalDateField
from twinning.publishing.models import Part, Publishable, is_public

TARGETS = ("event", "agreement", "partnership", "organisation", "network")


def exactly_one_target() -> Q:
    condition = Q()
    for chosen in TARGETS:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in TARGETS})
    return condition


class CitationQuerySet(models.QuerySet["Citation"]):
    def public(self) -> Self:
        """Those whose source is published, with the source."""
        return self.filter(is_public("source")).select_related("source")

    def beyond_events(self) -> Self:
        """Those about an agreement, a partnership, an organisation or a network, with it."""
        return self.filter(event=None).select_related(
            "agreement", "partnership__home", "partnership__partner", "organisation", "network"
        )


class Citation(Part):
    """What one source says about one record. Sources that disagree both stand."""

    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="citations", verbose_name=_("source")
    )
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    network = models.ForeignKey(
        Network, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    locator = models.CharField(
        _("where in the source"),
        max_length=160,
        blank=True,
        help_text=_("A page or heading, such as “heading ROK 2011”."),
    )
    claim = models.TextField(
        _("what it says"),
        blank=True,
        help_text=_("What exactly the source supports, or says otherwise."),
    )
    stated_date = HistoricalDateField(
        _("its own date"), null=True, blank=True, help_text=_("If the source gives another date.")
    )
    disagrees = models.BooleanField(_("disagrees with the entry"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = models.Manager.from_queryset(CitationQuerySet)()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one_target(),
                name="events_citation_of_exactly_one_record",
                violation_error_message=_("A citation belongs to exactly one record."),
            ),
            models.CheckConstraint(
                condition=Q(disagrees=False) | ~Q(claim="") | Q(stated_date__isnull=False),
                name="events_citation_disagreement_is_told",
                violation_error_message=_("Say what the source says instead."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.source)

    @property
    def public_target(self) -> Publishable | None:
        """The record it is about, unless that is a draft."""
        target: Publishable | None = next(
            record for name in TARGETS if (record := getattr(self, name)) is not None
        )
        return target if target and target.is_published else None
