"""How much is translated: by language, kind of record and partnership. One query for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, F, IntegerField, QuerySet, TextField, Value
from django.utils.text import capfirst

from twinning.site.desk.worker import Worker
from twinning.site.translating.choice import partnerships_of
from twinning.site.translating.subjects import Subject, partnership_path, subjects_for
from twinning.translation.collation import in_alphabet
from twinning.translation.coverage import other_languages
from twinning.translation.states import State, in_state

COUNTED = (State.UP_TO_DATE, State.SAME, State.OUTDATED, State.MISSING)


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one language, kind or partnership; `key` is what the queue is filtered by."""

    name: str
    key: str
    counts: Mapping[State, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        return self.counts[State.UP_TO_DATE] + self.counts[State.SAME]

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return 100 * self.done // self.total if self.total else 100

    @property
    def cells(self) -> list[int]:
        return [self.counts[state] for state in COUNTED]

    @property
    def bars(self) -> list[tuple[str, float, float]]:
        """State, beginning and width of each stretch of a bar that is 100 wide."""
        found, start = [], 0.0
        for state in COUNTED:
            width = 100 * self.counts[state] / self.total if self.total else 0.0
            if width:
                found.append((state.value, round(start, 2), round(width, 2)))
            start += width
        return found


@dataclass(frozen=True, slots=True)
class Coverage:
    """For one language: all, kind by kind, partnership by partnership."""

    code: str
    whole: Line
    kinds: list[Line]
    partnerships: list[Line]


def coverage_for(worker: Worker) -> list[Coverage]:
    """Of all that is the worker's and not archived."""
    names = {code: str(name) for code, name in settings.LANGUAGES}
    by_kind = _gathered(_by_kind(worker))
    by_partnership = _gathered(_by_partnership(worker))
    found = []
    for code in other_languages():
        kinds = [
            Line(
                capfirst(str(model._meta.verbose_name_plural)),
                model._meta.label,
                by_kind[code, model._meta.label],
            )
            for model in worker.translated_kinds()
            if (code, model._meta.label) in by_kind
        ]
        partnerships = [
            Line(name, key, by_partnership[code, key])
            for key, name in partnerships_of(worker)
            if (code, key) in by_partnership
        ]
        counts = {state: sum(line.counts[state] for line in kinds) for state in COUNTED}
        whole = Line(names[code], code, counts)
        by_name = in_alphabet(kinds, key=lambda line: line.name)
        found.append(Coverage(code, whole, by_name, partnerships))
    return found


def _by_kind(worker: Worker) -> list[Any]:
    return [
        _counted(
            subject,
            code,
            subject.records(worker.living(subject.whole)).annotate(
                covered_group=_text(subject.whole._meta.label)
            ),
        )
        for code in other_languages()
        for subject in subjects_for(worker)
    ]


def _by_partnership(worker: Worker) -> list[Any]:
    found = []
    for code in other_languages():
        for subject in subjects_for(worker):
            path = partnership_path(worker, subject.whole)
            if path is None:
                continue
            records = subject.records(worker.living(subject.whole))
            lookup = subject.at(path) if path != "pk" else subject.at("pk")
            records = records.filter(**{f"{lookup}__isnull": False})
            found.append(_counted(subject, code, records.annotate(covered_group=F(lookup))))
    return found


def _counted(subject: Subject, code: str, records: Any) -> QuerySet[Any, Any]:
    """One row a group: language, group, and how many texts are in each state."""
    columns = {
        f"covered_{state.value}": sum(
            (
                Count("pk", filter=in_state(subject.model, field, code, state))
                for field in subject.texts
            ),
            start=Value(0, output_field=IntegerField()),
        )
        for state in COUNTED
    }
    grouped = records.annotate(covered_code=_text(code)).values("covered_code", "covered_group")
    counted: QuerySet[Any, Any] = grouped.annotate(**columns)
    return counted.values_list("covered_code", "covered_group", *columns)


def _gathered(branches: list[Any]) -> dict[tuple[str, str], dict[State, int]]:
    found: dict[tuple[str, str], dict[State, int]] = {}
    for code, group, *counts in _rows(branches):
        line = found.setdefault((code, str(group)), dict.fromkeys(COUNTED, 0))
        for state, count in zip(COUNTED, counts, strict=True):
            line[state] += count
    return {key: line for key, line in found.items() if sum(line.values())}


def _rows(branches: list[Any]) -> Iterable[Any]:
    if not branches:
        return ()
    first, *others = branches
    rows: Iterable[Any] = first.union(*others, all=True) if others else first
    return rows


def _text(value: str) -> Value:
    return Value(value, output_field=TextField())
