"""Records of many kinds in one list: one query for the rows, one for the counts of all lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Count, F, IntegerField, Model, QuerySet, TextField, Value

from twinning.site.desk.names import language_of_name, name_of


@dataclass(frozen=True, slots=True)
class Branch:
    """The records of one kind in a list. `moment` orders it; texts are what else a row tells."""

    records: QuerySet[Any]
    moment: Any
    texts: Mapping[str, Any] = field(default_factory=dict)

    def listed(self) -> QuerySet[Any, Any]:
        model = self.records.model
        empty = Value("", output_field=TextField())
        columns = {
            "listed_kind": Value(model._meta.label, output_field=TextField()),
            "listed_key": F("pk"),
            "listed_name": name_of(model),
            "listed_language": language_of_name(model),
            "listed_moment": self.moment,
            **{f"listed_{name}": self.texts.get(name, empty) for name in TEXTS},
        }
        listed: QuerySet[Any, Any] = self.plain.annotate(**columns)
        return listed.values_list(*columns)

    @property
    def plain(self) -> Any:
        """Without an order, and without modeltranslation, which shuffles the columns of a row."""
        records: Any = self.records.order_by()
        return records.rewrite(False)


TEXTS = ("who", "detail", "comment")


class Found(NamedTuple):
    """A record in a list; in the order of a branch's columns."""

    label: str
    key: Any
    name: str
    language: str
    moment: date | datetime | None
    who: str
    detail: str
    comment: str

    @property
    def model(self) -> type[Model]:
        return apps.get_model(self.label)


def rows_of(branches: Sequence[Branch], *, newest_first: bool, window: slice) -> list[Found]:
    first, *others = (branch.listed() for branch in branches)
    whole = first.union(*others, all=True) if others else first
    moment = F("listed_moment").desc() if newest_first else F("listed_moment").asc()
    ordered = whole.order_by(moment, "listed_kind", "listed_key")
    return [Found(*values) for values in ordered[window]]


def count_together(lists: Mapping[str, Sequence[Branch]]) -> dict[str, list[int]]:
    """How many records each branch of each list has, in one query for all of them."""
    places = [(name, index) for name, branches in lists.items() for index in range(len(branches))]
    counts = [
        lists[name][index]
        .plain.annotate(listed_in=Value(place, output_field=IntegerField()))
        .values("listed_in")
        .annotate(listed_count=Count("pk", output_field=IntegerField()))
        .values_list("listed_in", "listed_count")
        for place, (name, index) in enumerate(places)
    ]
    totals = {name: [0] * len(branches) for name, branches in lists.items()}
    if counts:
        for place, count in counts[0].union(*counts[1:], all=True):
            name, index = places[place]
            totals[name][index] = count
    return totals
