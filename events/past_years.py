"""The page of a year as it was at a moment, put together from the versions of its entries.

A year has no versions of its own: it changes whenever an entry or a note comes, changes or goes.
Its state is named by the moment of such a change, in full seconds, rounded up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, JSONField, Model, Q, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from reversion.models import Version

from events.models import Event, YearNote
from events.versions import as_it_was, rebuilding
from partners.models import Partnership
from twinning.publishing.public_states import PublicState, states_of_many
from twinning.publishing.snapshot import of_records


@dataclass(frozen=True, slots=True)
class Told:
    """A version of an entry or a note that stood on the page."""

    model: type[Model]
    pk: int
    state: PublicState

    @property
    def is_current(self) -> bool:
        return self.state.until is None


@dataclass(frozen=True, slots=True)
class PastEntry:
    """`number` is that of the version, None where it is the one that stands today."""

    event: Event
    number: int | None


@dataclass(frozen=True, slots=True)
class PastPage:
    entries: list[PastEntry]
    notes: list[YearNote]
    notes_changed: bool


class YearHistory:
    """All that the page of a year has ever told. Four queries, and those of the content types."""

    def __init__(self, partnership: Partnership, year: int) -> None:
        self.partnership, self.year = partnership, year
        self._told = [*_events_told(partnership, year), *_notes_told(partnership, year)]

    @property
    def moments(self) -> list[datetime]:
        """When the page changed, the first first."""
        found = {_full_second(each.state.since) for each in self._told}
        found |= {_full_second(each.state.until) for each in self._told if each.state.until}
        return sorted(found)

    def knows(self, entries: set[int]) -> bool:
        """Whether the history holds these entries as they are today."""
        current = (each for each in self._told if each.is_current)
        return entries <= {each.pk for each in current if each.model is Event}

    def at(self, moment: datetime) -> PastPage:
        """The page as it was, without what isn't public today."""
        standing = {
            each.state.revision: each
            for each in self._told
            if each.state.revision and each.state.stood_at(moment)
        }
        snapshots = of_records({rev: (each.model, each.pk) for rev, each in standing.items()})
        then = rebuilding(snapshots.values())
        public = self._public(standing.values())
        entries, notes = [], []
        notes_changed = False
        for revision, told in standing.items():
            current = public.get((told.model, told.pk))
            if current is None or revision not in snapshots:
                continue
            if told.model is Event:
                event = as_it_was(snapshots[revision], current, then)
                self._place(event)
                number = None if told.is_current else told.state.number
                entries.append(PastEntry(event, number))
            else:
                notes.append(then.record(snapshots[revision]))
                notes_changed |= not told.is_current
        return PastPage(
            sorted(entries, key=lambda each: (each.event.date, each.event.pk)),
            sorted(notes, key=lambda note: (note.first_year, note.last_year)),
            notes_changed,
        )

    def _public(self, standing: Any) -> dict[tuple[type[Model], int], Any]:
        keys: dict[type[Model], set[int]] = {Event: set(), YearNote: set()}
        for each in standing:
            keys[each.model].add(each.pk)
        events = Event.objects.published().with_signings().filter(pk__in=keys[Event])
        notes = YearNote.objects.published().filter(pk__in=keys[YearNote])
        return {(type(each), each.pk): each for each in (*events, *notes)}

    def _place(self, event: Any) -> None:
        """On which ribbon it hung: see `EventQuerySet.seen_from()`."""
        places = {event.place_id, *(place.pk for place in event.also_in.all())}
        event.at_home = self.partnership.home_id in places
        event.at_partner = self.partnership.partner_id in places


def _events_told(partnership: Partnership, year: int) -> Iterator[Told]:
    """By the rule of `EventQuerySet.told_in()`."""
    start, end = date(year, 1, 1), date(year, 12, 31)
    reaches = Q(begins__gte=start.isoformat()) | Q(ends__lt=date.max.isoformat())
    rows = (
        _versions(Event)
        .annotate(begins=Cast(KT("data__0__fields__date_earliest"), TextField()))
        .annotate(ends=Cast(KT("data__0__fields__date_latest"), TextField()))
        .annotate(partnerships=F("data__0__fields__partnerships"))
        .filter(reaches, begins__lte=end.isoformat(), ends__gte=start.isoformat())
        .values_list("object_id", "revision_id", "partnerships")
    )
    revisions = {rev: int(pk) for pk, rev, listed in rows if partnership.pk in listed}
    yield from _told(Event, revisions)


def _notes_told(partnership: Partnership, year: int) -> Iterator[Told]:
    rows = (
        _versions(YearNote)
        .filter(data__0__fields__partnership=partnership.pk)
        .filter(data__0__fields__first_year__lte=year, data__0__fields__last_year__gte=year)
        .values_list("object_id", "revision_id")
    )
    yield from _told(YearNote, {rev: int(pk) for pk, rev in rows})


def _versions(model: type[Model]) -> Any:
    """What reversion keeps of the model, its text read as JSON."""
    kind = ContentType.objects.get_for_model(model)
    versions = Version.objects.filter(content_type=kind).order_by()
    return versions.annotate(data=Cast("serialized_data", JSONField()))


def _told(model: type[Model], revisions: dict[int, int]) -> Iterator[Told]:
    for pk, states in states_of_many(model, set(revisions.values())).items():
        for state in states:
            if state.revision in revisions:
                yield Told(model, pk, state)


def _full_second(moment: datetime) -> datetime:
    whole = moment.replace(microsecond=0)
    return whole if whole == moment else whole + timedelta(seconds=1)
