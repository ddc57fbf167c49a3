"""The texts that somebody chose to send to a translator, as units of a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model

from partners.models import Partnership
from twinning.dates import HistoricalDate
from twinning.dates.fields import HistoricalDateField
from twinning.site.desk.names import name_of
from twinning.site.exchange.notes import Told, notes_for
from twinning.site.exchange.reach import Reach
from twinning.site.exchange.scope import of_partnership
from twinning.site.exchange.states import Outdated, having
from twinning.site.exchange.tables import column_of, is_rich, label_of, rows_of, texts_of
from twinning.site.translating.subjects import Subject, subjects_of
from twinning.translation.exchange.unit import Place, Unit, with_plain_lines
from twinning.translation.states import State


@dataclass(frozen=True, slots=True)
class Selection:
    """`state` None means all; no kinds, all kinds."""

    language: str
    state: State | None = None
    kinds: Sequence[type[Model]] = ()
    partnership: Partnership | None = None

    @property
    def source(self) -> str:
        """The language that is translated from."""
        return settings.LANGUAGE_CODE

    def units(self, reach: Reach) -> Iterator[Unit]:
        """Record by record, its parts behind it. As many queries as there are tables."""
        outdated = Outdated(self.language)
        for model in reach.kinds():
            if not self.kinds or model in self.kinds:
                yield from self._of_kind(model, reach, outdated)

    def _of_kind(self, model: type[Model], reach: Reach, outdated: Outdated) -> Iterator[Unit]:
        records = reach.living(model)
        if self.partnership is not None:
            records = of_partnership(records, self.partnership)
        found: dict[Any, list[Unit]] = {}
        told = _told(records)
        for subject in subjects_of(model):
            rows = subject.records(records).filter(having(subject.model, self.state, self.language))
            for row in rows_of(subject, rows, self.language):
                whole = row["whole_key"]
                if whole in told:
                    units = self._of_row(subject, row, told[whole], outdated)
                    found.setdefault(whole, []).extend(units)
        for whole in told:
            yield from found.get(whole, ())

    def _of_row(
        self, subject: Subject, row: Mapping[str, Any], told: Told, outdated: Outdated
    ) -> Iterator[Unit]:
        for name in texts_of(subject):
            source = with_plain_lines(row[f"{name}_{settings.LANGUAGE_CODE}"] or "")
            target = with_plain_lines(row[f"{name}_{self.language}"] or "")
            state = outdated.state_of((subject.model, row["row_key"], name), source, target)
            if not source or self.state not in (None, state):
                continue
            most = column_of(subject.model, name, self.language).max_length
            rich = is_rich(subject.model, name)
            yield Unit(
                place=Place(label_of(subject.model), row["row_key"], name),
                source=source,
                target=target,
                state=state,
                notes=notes_for(subject, name, told, self.language, most=most, rich=rich),
                max_length=most,
                is_rich=rich,
            )


def _told(records: Any) -> dict[Any, Told]:
    """The name and date of each record, in their order. One query."""
    model = records.model
    has_date = any(
        field.name == "date" and isinstance(field, HistoricalDateField)
        for field in model._meta.concrete_fields
    )
    columns = ("pk", "told_name", *(["date"] if has_date else []))
    rows = records.rewrite(False).annotate(told_name=name_of(model)).values(*columns)
    return {row["pk"]: Told(row["told_name"] or "", _date(row.get("date"))) for row in rows}


def _date(value: Any) -> HistoricalDate | None:
    return value if isinstance(value, HistoricalDate) else None
