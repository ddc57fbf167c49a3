"""Names over time: what something was called on a given day."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from twinning.dates import HistoricalDate
from twinning.dates.fields import HistoricalDateField
from twinning.publishing.models import Part


class FormerName(Part):
    """A name used before the present one. The present name stands on the record itself."""

    name = models.CharField(_("former name"), max_length=200)
    short_name = models.CharField(_("former short name"), max_length=60, blank=True)
    used = HistoricalDateField(
        _("used"),
        help_text=_("From when until when, such as “1992–1998”."),
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        abstract = True
        ordering = ["used_earliest"]

    def __str__(self) -> str:
        return self.name

    def covers(self, date: HistoricalDate) -> bool:
        """Whether the name was in use when `date` began."""
        return bool(self.used.earliest <= date.earliest <= self.used.latest)


class Renamed(models.Model):
    """Something whose name has changed. Subclasses have former names at `former_names`."""

    former_names: ClassVar[Any]
    named_with: ClassVar[tuple[str, ...]] = ("former_names",)

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(
        _("short name"), max_length=60, blank=True, help_text=_("An acronym such as ASEMKA.")
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def called_on(self, date: HistoricalDate | None) -> "FormerName | Renamed":
        """The former name in use when `date` began, or else the record with its present name."""
        former: Iterable[FormerName] = self.former_names.all() if date else ()
        return next((name for name in former if date and name.covers(date)), self)

    def name_on(self, date: HistoricalDate | None) -> str:
        """The name in use when `date` began, in the active language."""
        return self.called_on(date).name
