from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.addresses import year_address
from events.models.event import Event
from partners.models import Partnership, homes_of
from twinning.publishing.models import Findable, Publishable, PublishableQuerySet

if TYPE_CHECKING:
    from twinning.publishing.models import User


class YearNoteQuerySet(PublishableQuerySet["YearNote"]):
    def of_partnership(self, partnership: Partnership) -> Self:
        return self.filter(partnership=partnership)

    def editable_by(self, user: "User") -> Self:
        """What `user` may change: all, or the notes of the home cities given to them."""
        homes = homes_of(user)
        if homes is None:
            return self
        return self.filter(partnership__home__in=homes)

    def get_by_natural_key(self, home: str, partner: str, first: int, last: int) -> "YearNote":
        partnership = Partnership.objects.get_by_natural_key(home, partner)
        return self.get(partnership=partnership, first_year=first, last_year=last)

    def covering(self, year: int) -> Self:
        return self.filter(first_year__lte=year, last_year__gte=year)


class YearNote(Findable, Publishable):
    """The headline and lead of a year, or of several years told together."""

    find_fields = ("headline", "lead")

    partnership = models.ForeignKey(
        Partnership,
        on_delete=models.CASCADE,
        related_name="year_notes",
        verbose_name=_("partnership"),
    )
    first_year = models.PositiveSmallIntegerField(_("first year"))
    last_year = models.PositiveSmallIntegerField(_("last year"))
    headline = models.CharField(_("headline"), max_length=160)
    lead = models.TextField(_("lead"), blank=True)

    objects = models.Manager.from_queryset(YearNoteQuerySet)()

    class Meta(Publishable.Meta):
        verbose_name = _("note on a year")
        verbose_name_plural = _("notes on years")
        ordering = ["first_year", "last_year"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(first_year__lte=F("last_year")),
                name="events_yearnote_years_ordered",
                violation_error_message=_("The last year can't come before the first."),
            ),
            models.UniqueConstraint(
                fields=["partnership", "first_year", "last_year"],
                name="events_yearnote_once_per_span",
                violation_error_message=_("These years already have a note."),
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def preview_address(self) -> str:
        """The page of the first of its years that tells of something."""
        told = Event.objects.published().of_partnership(self.partnership)
        years = date(self.first_year, 1, 1), date(self.last_year, 12, 31)
        days = told.filter(date_earliest__range=years).values_list("date_earliest", flat=True)
        first = days.order_by("date_earliest").first()
        return year_address(self.partnership, first.year if first else self.first_year)

    def natural_key(self) -> tuple[str, str, int, int]:
        return (*self.partnership.natural_key(), self.first_year, self.last_year)
