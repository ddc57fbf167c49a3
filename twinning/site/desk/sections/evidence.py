from collections.abc import Sequence

from django.db.models import CharField, F, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Event
from events.models.event_queryset import EventQuerySet
from twinning.dates import HistoricalDate
from twinning.site.desk.roll import Branch, Found
from twinning.site.desk.section import Section
from twinning.site.desk.worker import Worker


class Evidence(Section):
    """Entries that a source would help. Each is told with its date."""

    def entries(self, worker: Worker) -> EventQuerySet:
        raise NotImplementedError

    def branches(self, worker: Worker) -> Sequence[Branch]:
        if not worker.may(Event, "change"):
            return ()
        edtf = Cast(Cast(F("date"), CharField()), TextField())
        return [Branch(self.entries(worker), moment=F("date_earliest"), texts={"detail": edtf})]

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        return (HistoricalDate(found.detail).render(style="short"),)


def _is_doubtful(date: HistoricalDate) -> bool:
    return date.is_approximate or date.is_uncertain


class WithoutSource(Evidence):
    name = "without-source"
    heading = gettext_lazy("Without a source")

    def entries(self, worker: Worker) -> EventQuerySet:
        entries: EventQuerySet = worker.living(Event)
        return entries.without_source()


class DoubtfulDates(Evidence):
    name = "doubtful-dates"
    heading = gettext_lazy("With a date in doubt")

    def entries(self, worker: Worker) -> EventQuerySet:
        entries: EventQuerySet = worker.living(Event)
        return entries.with_doubtful_date()

    def facts(self, worker: Worker, found: Found) -> Sequence[str]:
        """Where the date itself is certain, a source has another."""
        disputed = "" if _is_doubtful(HistoricalDate(found.detail)) else _("a source disagrees")
        return disputed, *super().facts(worker, found)
