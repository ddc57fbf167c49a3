"""What of each kind of record is shown for a question."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.addresses import chronicle_address, year_address
from events.models import Agreement, Event, Series, Source, YearNote
from partners.models import Network, Organisation, Partnership, Person, Place
from twinning.dates import HistoricalDate

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

Name = tuple[Any, str]  # a record and its field


@dataclass(frozen=True, slots=True)
class Kind:
    """`records` are the public ones with all that a result shows, in a literal number of queries.

    `title` and `texts` are fields, the texts those to quote from; `names` are further names by any
    of which a record may have been found. Without a `noun` a record says its own kind.
    """

    plural: "StrPromise"
    noun: "StrPromise | None"
    records: Callable[[], QuerySet[Any]]
    title: str
    texts: tuple[str, ...]
    names: Callable[[Any], Iterable[Name]] = lambda record: ()
    partnerships: Callable[[Any], Iterable[Partnership]] = lambda record: ()
    date: Callable[[Any], HistoricalDate | None] = lambda record: None
    address: Callable[[Any], str] = lambda record: str(record.get_absolute_url())

    def called(self, record: Any) -> str:
        return capfirst(str(self.noun or record.get_kind_display()))


def _with_partnerships(records: QuerySet[Any]) -> QuerySet[Any]:
    return records.prefetch_related(
        Prefetch("partnerships", queryset=Partnership.objects.published().with_places())
    )


def _its_partnerships(record: Any) -> Iterable[Partnership]:
    return list(record.partnerships.all())


def _names_over_time(record: Any) -> Iterable[Name]:
    yield record, "short_name"
    for former in record.former_names.all():
        yield former, "name"
        yield former, "short_name"


def _agreements() -> QuerySet[Agreement]:
    partnerships = Partnership.objects.published().with_places()
    return Agreement.objects.published().prefetch_related(
        Prefetch("partnership", queryset=partnerships), "acts"
    )


def _notes() -> QuerySet[YearNote]:
    """With the year on whose page they stand: the first of theirs that tells of something."""
    told = Event.objects.published().filter(
        partnerships=OuterRef("partnership"),
        date_earliest__year__gte=OuterRef("first_year"),
        date_earliest__year__lte=OuterRef("last_year"),
    )
    year = told.order_by("date_earliest").values("date_earliest__year")[:1]
    notes = YearNote.objects.published().annotate(told_in=Subquery(year))
    return notes.select_related("partnership__home", "partnership__partner")


def _note_address(note: Any) -> str:
    if note.told_in:
        return year_address(note.partnership, note.told_in)
    return chronicle_address(note.partnership)


def _note_years(note: YearNote) -> HistoricalDate:
    return HistoricalDate(f"{note.first_year:04}/{note.last_year:04}")


KINDS: dict[str, Kind] = {
    "event": Kind(
        _("events"),
        None,
        lambda: _with_partnerships(Event.objects.published()),
        title="title",
        texts=("summary", "body", "venue"),
        partnerships=_its_partnerships,
        date=lambda event: event.date,
    ),
    "series": Kind(
        pgettext_lazy("several series", "series"),
        _("series of events"),
        lambda: _with_partnerships(Series.objects.published()),
        title="name",
        texts=("summary", "description"),
        partnerships=_its_partnerships,
    ),
    "partnership": Kind(
        _("partnerships"),
        _("partnership"),
        lambda: Partnership.objects.published().with_places(),
        title="",  # the names of two places
        texts=("summary", "introduction"),
        partnerships=lambda partnership: [partnership],
    ),
    "place": Kind(
        _("home cities"),
        _("home city"),
        lambda: Place.objects.homes(),
        title="name",
        texts=("description",),
    ),
    "organisation": Kind(
        _("organisations"),
        None,
        lambda: _with_partnerships(Organisation.objects.published().with_former_names()),
        title="name",
        texts=("summary", "aims"),
        names=_names_over_time,
        partnerships=_its_partnerships,
    ),
    "person": Kind(
        _("people"),
        _("person in a public function"),
        lambda: Person.objects.published().prefetch_related("offices"),
        title="",  # the same in every language
        texts=("summary",),
        names=lambda person: [(office, "title") for office in person.offices.all()],
    ),
    "network": Kind(
        _("networks"),
        _("network"),
        lambda: Network.objects.published().with_former_names(),
        title="name",
        texts=("summary", "description"),
        names=_names_over_time,
    ),
    "agreement": Kind(
        _("agreements"),
        None,
        _agreements,
        title="title",
        texts=("summary",),
        partnerships=lambda each: [each.partnership] if each.partnership else [],
        date=lambda agreement: next((act.date for act in agreement.acts.all()), None),
    ),
    "year_note": Kind(
        _("years in short"),
        _("year in short"),
        _notes,
        title="headline",
        texts=("lead",),
        partnerships=lambda note: [note.partnership],
        date=_note_years,
        address=_note_address,
    ),
    "source": Kind(
        _("source documents"),
        _("source document"),
        lambda: Source.objects.published(),
        title="title",
        texts=("description", "transcription"),
        date=lambda source: source.issued,
    ),
}
