"""The indexes: who and where comes up in which entries."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from events.booklet.content import Indexed, Register
from events.booklet.rich import line_of, words_of
from events.models import Event
from events.presentation.names import name_of
from partners.models import Organisation, Person, Place
from twinning.translation.collation import sort_key

Named = Person | Organisation | Place


def registers(events: Iterable[Event]) -> tuple[Register, ...]:
    """In the active language; an index without a name is left out."""
    keys: dict[tuple[type[Named], int], dict[str, None]] = {}
    records: dict[tuple[type[Named], int], Named] = {}
    for event in events:
        for record in named_in(event):
            who = (type(record), record.pk)
            records.setdefault(who, record)
            keys.setdefault(who, {})[event.anchor] = None
    headings: list[tuple[type[Named], str]] = [
        (Person, _("People")),
        (Organisation, _("Organisations")),
        (Place, _("Places")),
    ]
    given = []
    for model, heading in headings:
        names = sorted(
            (_indexed(record, keys[who]) for who, record in records.items() if who[0] is model),
            key=lambda each: sort_key(words_of(each.name)),
        )
        if names:
            given.append(Register(heading, tuple(names)))
    return tuple(given)


def named_in(event: Event) -> Iterator[Named]:
    """Everybody and every place that the entry's own words or facts name as a record."""
    if event.place:
        yield event.place
    yield from event.also_in.all()
    for participation in event.participations.all():
        yield from _those(participation.person, participation.organisation)
    for delegation in event.delegations.all():
        yield from (delegation.origin, delegation.destination)
        for member in delegation.members.all():
            yield from _those(member.person, member.organisation)
    for act in event.public_acts:
        yield from _those(act.place)
        for signatory in act.signatories.all():
            yield from _those(signatory.person, signatory.organisation, signatory.on_behalf_of)


def _those(*records: Any) -> Iterator[Named]:
    return (record for record in records if record is not None)


def _indexed(record: Named, keys: Iterable[str]) -> Indexed:
    if isinstance(record, Person):
        name = ", ".join(filter(None, (record.family_name, record.given_name)))
        return Indexed(line_of(name), tuple(keys))
    return Indexed(line_of(name_of(record)), tuple(keys))
