"""Loads all files in one transaction: everything, or nothing."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models, transaction

from events.loading.build import Builder
from events.loading.errors import ChronicleError, problems
from events.loading.files import Entry, read_entries
from events.loading.subjects import OWN_KIND, SUBJECTS
from events.models import YearNote
from twinning.publishing.history import record_actions
from twinning.publishing.models import Action, AuditEntry, Versioned
from twinning.search.indexing import gathered
from twinning.translation.following import follow_texts

Done = dict[tuple[Action, str], list[int]]  # the keys of one kind's records, by action and file


@dataclass
class Tally:
    """How many records of each kind were added, rewritten and left as they were.

    `theirs` counts those that staff have changed since they were loaded, left as they were, too.
    """

    added: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    theirs: Counter[str] = field(default_factory=Counter)


def load(
    folder: Path, *, update: bool = False, progress: Callable[[str, int], None] | None = None
) -> Tally:
    """Add what the folder holds and the database doesn't; with `update`, rewrite what it does.

    Never a record that staff have changed since: it stays as they made it. `progress` is told each
    kind and the number of its records. Raises `ChronicleError`; nothing is saved then.
    """
    entries = _by_subject(read_entries(folder))
    tally = Tally()
    with transaction.atomic(), gathered():
        for subject, model in SUBJECTS.items():
            ordered = _parents_first(subject, entries.get(subject, []))
            if progress:
                progress(subject, len(ordered))
            done: Done = {}
            for entry in ordered:
                _load_entry(entry, model, tally, done, update=update)
            for (action, file), keys in done.items():
                record_actions(model, keys, action, comment=f"load_chronicle: {file}")
    return tally


def _by_subject(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    grouped: dict[str, list[Entry]] = {}
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        earlier = seen.setdefault((entry.subject, entry.key), entry)
        if earlier is not entry:
            raise ChronicleError(entry.where, f"stands in {earlier.path.name} already")
        grouped.setdefault(entry.subject, []).append(entry)
    return grouped


def _parents_first(subject: str, entries: list[Entry]) -> list[Entry]:
    by_key = {entry.key: entry for entry in entries}
    reference = OWN_KIND.get(subject, "")
    graph = {
        key: {str(entry.values.get(reference))} & by_key.keys() for key, entry in by_key.items()
    }
    try:
        return [by_key[key] for key in TopologicalSorter(graph).static_order()]
    except CycleError as error:
        circle = "; ".join(by_key[key].where for key in error.args[1][1:])
        raise ChronicleError(circle, "refers to itself, or each to the other") from None


def _load_entry(
    entry: Entry, model: type[models.Model], tally: Tally, done: Done, *, update: bool
) -> None:
    try:
        record = _existing(entry, model)
        if record is None:
            tally.added[entry.subject] += 1
            _save(model(), entry, Action.ADDED, done)
        elif not update:
            tally.kept[entry.subject] += 1
        elif AuditEntry.objects.of(record).by_people().exists():
            tally.theirs[entry.subject] += 1
        else:
            tally.updated[entry.subject] += 1
            _save(record, entry, Action.CHANGED, done)
    except (LookupError, ValueError) as error:
        raise ChronicleError(entry.where, str(error)) from error
    except ValidationError as error:
        raise ChronicleError(entry.where, "; ".join(problems(error))) from error


def _save(record: models.Model, entry: Entry, action: Action, done: Done) -> None:
    if action is Action.CHANGED and isinstance(record, Versioned):
        record.version += 1  # whoever has the record open learns of it
    builder = Builder(find)
    builder.save(record, entry.values)
    follow_texts(record, builder.saved)
    done.setdefault((action, entry.path.name), []).append(record.pk)


def _existing(entry: Entry, model: type[models.Model]) -> models.Model | None:
    values = entry.values
    if entry.subject == "year_notes":
        span = {name: values.get(name) for name in ("first_year", "last_year")}
        partnership = find(SUBJECTS["partnerships"], str(values.get("partnership")))
        return YearNote.objects.filter(partnership=partnership, **span).first()
    try:
        record: models.Model = find(model, entry.key)
    except LookupError:
        return None
    return record


def find(model: type[models.Model], key: str) -> Any:
    """The record that files call `key`. Raises `LookupError`."""
    manager: Any = model._default_manager
    try:
        return manager.get_by_natural_key(*str(key).split("/"))
    except (ObjectDoesNotExist, TypeError) as error:
        raise LookupError(f"there is no {model.__name__} “{key}”") from error
