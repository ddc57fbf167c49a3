"""The queue: every text that waits for a translator, in two queries whatever the number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    F,
    IntegerField,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.text import capfirst

from twinning.site.desk.names import language_of_name, name_of
from twinning.site.desk.roll import Branch, count_together
from twinning.site.desk.worker import Worker
from twinning.site.translating.choice import Choice
from twinning.site.translating.subjects import (
    Subject,
    partnership_path,
    subjects_for,
    weight_of,
)
from twinning.translation.models import Assignment, OutdatedTranslation
from twinning.translation.states import State, in_state

ORDER = {
    "weight": ("waits_weight", "waits_moment", "waits_whole", "waits_whole_key"),
    "oldest": ("waits_moment", "waits_weight", "waits_whole", "waits_whole_key"),
    "newest": ("-waits_moment", "waits_weight", "waits_whole", "waits_whole_key"),
}


class Waiting(NamedTuple):
    """A text that waits; in the order of a branch's columns."""

    label: str
    key: Any
    field: str
    state: str
    whole_label: str
    whole_key: Any
    name: str
    name_language: str
    weight: int
    moment: datetime | None

    @property
    def whole(self) -> tuple[str, Any]:
        return self.whole_label, self.whole_key

    @property
    def whole_model(self) -> type[Model]:
        return apps.get_model(self.whole_label)

    @property
    def what(self) -> str:
        """“Title”; of a part with its kind: “Citation: locator”."""
        model = apps.get_model(self.label)
        field: Any = model._meta.get_field(self.field)
        if self.label == self.whole_label:
            return capfirst(str(field.verbose_name))
        return f"{capfirst(str(model._meta.verbose_name))}: {field.verbose_name}"

    @property
    def state_label(self) -> str:
        return str(State(self.state).label)


@dataclass(frozen=True, slots=True)
class Queue:
    worker: Worker
    choice: Choice

    def count(self) -> int:
        branches = [Branch(records, moment=None) for _each, _field, records in self._lists()]
        return sum(count_together({"queue": branches})["queue"])

    def rows(self, window: slice) -> list[Waiting]:
        return [Waiting(*values) for values in self._ordered()[window]]

    def after(self, whole: Model) -> tuple[str, Any] | None:
        """The record that comes next, label and key; asked before anything is saved."""
        here = (type(whole)._meta.label, whole.pk)
        wholes = dict.fromkeys((values[4], values[5]) for values in self._ordered())
        listed = list(wholes)
        start = listed.index(here) + 1 if here in wholes else 0
        return next((each for each in listed[start:] if each != here), None)

    def _ordered(self) -> Any:
        branches = [self._branch(*each) for each in self._lists()]
        if not branches:
            return []
        first, *others = branches
        whole = first.union(*others, all=True) if others else first
        order = ORDER.get(self.choice.get("order"), ORDER["weight"])
        return whole.order_by(*order, "waits_label", "waits_key", "waits_field")

    def _lists(self) -> list[tuple[Subject, str, Any]]:
        """The records whose field waits, for each field of each model."""
        found = []
        for subject in subjects_for(self.worker):
            if self.choice.get("kind") not in ("", subject.whole._meta.label):
                continue
            if (wholes := self._wholes(subject.whole)) is None:
                continue
            for field in subject.texts:
                condition = in_state(subject.model, field, self.choice.code, *self.choice.states)
                records = subject.records(wholes).filter(condition)
                found.append((subject, field, self._by_age(subject, field, records)))
        return found

    def _wholes(self, model: type[Model]) -> Any:
        wholes = self.worker.living(model)
        if chosen := self.choice.get("partnership"):
            path = partnership_path(self.worker, model)
            if path is None:
                return None
            keys = model._default_manager.filter(**{path: chosen}).order_by().values("pk")
            wholes = wholes.filter(pk__in=keys)
        return self._by_assignment(model, wholes)

    def _by_assignment(self, model: type[Model], wholes: Any) -> Any:
        chosen = self.choice.get("assigned")
        given = Assignment.objects.of_kind(model).in_language(self.choice.code).open()
        if chosen == "nobody":
            taken = given.exclude(translator=None).values("whole_id")
            return wholes.exclude(pk__in=taken)
        if chosen:
            who: Any = self.worker.user.pk if chosen == "me" else chosen
            return wholes.filter(pk__in=given.filter(translator=who).values("whole_id"))
        return wholes

    def _by_age(self, subject: Subject, field: str, records: Any) -> Any:
        days = self.choice.get("age")
        if not days:
            return records
        until = self.worker.now - timedelta(days=int(days))
        return records.annotate(waits_since=self._moment(subject, field)).filter(
            waits_since__lt=until
        )

    def _moment(self, subject: Subject, field: str) -> Any:
        """Since when it is outdated; of what is missing, when its record was last changed."""
        rows = OutdatedTranslation.objects.filter(
            content_type=ContentType.objects.get_for_model(subject.model),
            object_id=OuterRef("pk"),
            field=field,
            language=self.choice.code,
        )
        return Coalesce(Subquery(rows.values("since")[:1]), F(subject.at("updated_at")))

    def _branch(self, subject: Subject, field: str, records: Any) -> QuerySet[Any, Any]:
        columns = {
            "waits_label": _text(subject.model._meta.label),
            "waits_key": F("pk"),
            "waits_field": _text(field),
            "waits_state": self._state(subject.model, field),
            "waits_whole": _text(subject.whole._meta.label),
            "waits_whole_key": subject.key_of_whole,
            "waits_name": name_of(subject.whole, subject.at("") if subject.path else ""),
            "waits_language": language_of_name(
                subject.whole, subject.at("") if subject.path else ""
            ),
            "waits_weight": Value(weight_of(subject.model, field), output_field=IntegerField()),
            "waits_moment": self._moment(subject, field),
        }
        listed: QuerySet[Any, Any] = records.annotate(**columns).values_list(*columns)
        return listed

    def _state(self, model: type[Model], field: str) -> Any:
        states: Sequence[State] = self.choice.states
        if len(states) == 1:
            return _text(states[0].value)
        missing = in_state(model, field, self.choice.code, State.MISSING)
        return Case(
            When(missing, then=Value(State.MISSING.value)),
            default=Value(State.OUTDATED.value),
            output_field=TextField(),
        )


def _text(value: str) -> Value:
    return Value(value, output_field=TextField())
