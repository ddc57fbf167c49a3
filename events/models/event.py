import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.event_queryset import EventQuerySet
from events.models.kinds import EventKind, Quantity
from events.models.series import Series
from partners.models import Network, Partnership, Place, Topic
from twinning.dates.fields import HistoricalDateField
from twinning.publishing.fields import RichTextField
from twinning.publishing.models import Addressed, Findable, Publishable

if TYPE_CHECKING:
    from events.models.agreement import Act

# Addresses carry the year in four digits; a date without a beginning has none.
FIRST_DAY = datetime.date(1000, 1, 1)


class Event(Addressed, Findable, Publishable):
    """A dated entry of the chronicle."""

    slug_source = "title"
    find_fields = ("title", "summary", "venue")

    date = HistoricalDateField(
        _("date"),
        help_text=_(
            "As precisely as the source gives it and no more: “1994”, “June 1994”, "
            "“12–14 September 2014”, “the turn of 2009 and 2010”."
        ),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=EventKind)
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="events", verbose_name=_("topics")
    )
    title = models.CharField(
        _("title"), max_length=160, help_text=_("Short, without the date and without a full stop.")
    )
    summary = models.TextField(
        _("summary"), help_text=_("One or two sentences that can stand alone in a list.")
    )
    body = RichTextField(
        _("text"), blank=True, help_text=_("Goes on where the summary ends; doesn't repeat it.")
    )
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("place"),
    )
    also_in = models.ManyToManyField(
        Place, blank=True, related_name="further_events", verbose_name=_("also in")
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    online = models.BooleanField(_("online"), default=False)
    partnerships = models.ManyToManyField(
        Partnership, blank=True, related_name="events", verbose_name=_("partnerships")
    )
    networks = models.ManyToManyField(
        Network, blank=True, related_name="events", verbose_name=_("networks")
    )
    series = models.ForeignKey(
        Series,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="editions",
        verbose_name=_("series"),
    )
    edition = models.PositiveSmallIntegerField(_("edition"), null=True, blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("The visit, festival or programme that this entry is a part of."),
    )
    attendance = models.PositiveIntegerField(_("attendance"), null=True, blank=True)
    attendance_qualifier = models.CharField(
        _("precision of the figure"), max_length=16, choices=Quantity, default=Quantity.EXACT
    )
    attendance_unit = models.CharField(
        _("who was counted"),
        max_length=80,
        blank=True,
        help_text=_("Such as “players”. Left empty: participants."),
    )

    objects = models.Manager.from_queryset(EventQuerySet)()
    public_acts: "list[Act]"  # where the query asks for them: `with_public_acts()`

    class Meta(Publishable.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        # A whole year stands before its first month, a month before its first day: the earliest
        # day first and, of those that begin together, the longest first.
        ordering = ["date_earliest", "-date_latest", "pk"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(date_earliest__lte=F("date_latest")),
                name="events_event_date_bounds_ordered",
            ),
            models.CheckConstraint(
                condition=Q(date_earliest__gte=FIRST_DAY),
                name="events_event_has_beginning",
                violation_error_message=_(
                    "Give the date a beginning: an entry stands under the year in which it begins."
                ),
            ),
            models.CheckConstraint(
                condition=Q(edition=None) | Q(series__isnull=False),
                name="events_event_edition_belongs_to_series",
                violation_error_message=_("Choose the series that this is an edition of."),
            ),
            models.UniqueConstraint(
                fields=["series", "edition"],
                condition=Q(parent=None),
                name="events_event_edition_once_in_series",
                violation_error_message=_("The series already has this edition."),
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("pk")),
                name="events_event_not_part_of_itself",
                violation_error_message=_("An entry can't be a part of itself."),
            ),
            models.CheckConstraint(
                condition=Q(attendance=None) | Q(attendance__gt=0),
                name="events_event_attendance_positive",
                violation_error_message=_("Leave the figure empty when it isn't known."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["status", "date_earliest", "date_latest"], name="events_event_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.date.earliest.year, self.slug])

    @property
    def anchor(self) -> str:
        """The fragment of the entry in the chronicle: the same in every language, and for good."""
        return f"e{self.pk}"

    @property
    def public_series(self) -> Series | None:
        return self.series if self.series and self.series.is_published else None

    @property
    def public_edition(self) -> int | None:
        return self.edition if self.public_series else None

    @property
    def public_parent(self) -> "Event | None":
        return self.parent if self.parent and self.parent.is_published else None
