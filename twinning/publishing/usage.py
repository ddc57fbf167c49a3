"""Where a record is used: which other records name it, themselves or in one of their rows."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from django.db.models import (
    CASCADE,
    Exists,
    ForeignKey,
    ManyToManyRel,
    ManyToOneRel,
    Model,
    OuterRef,
    QuerySet,
)
from django.urls import NoReverseMatch, reverse

from twinning.publishing.models import Part, Versioned

Record = TypeVar("Record", bound=Model)
Found: TypeAlias = dict[type[Model], set[Any]]


@dataclass(frozen=True, slots=True)
class Usage:
    """One record that names another. A row stands for its whole: a photograph for its event."""

    record: Model

    @property
    def label(self) -> str:
        """The noun of the record's model, in the active language."""
        return str(self.record._meta.verbose_name)

    @property
    def admin_name(self) -> str:
        """The name of the record's page in the admin; its argument is `record.pk`."""
        opts = self.record._meta
        return f"admin:{opts.app_label}_{opts.model_name}_change"

    @property
    def admin_url(self) -> str | None:
        """The address of that page; None for a record that has none."""
        try:
            return reverse(self.admin_name, args=[self.record.pk])
        except NoReverseMatch:
            return None


def usages(record: Model) -> list[Usage]:
    """Every other record that names `record`, each once, in the order of models and names.

    A record's own parts, those deleted along with it, don't count; nor does what `record` itself
    refers to. It costs one query a relation and one a model found, however many records.
    """
    found = _found([record]).get(record.pk, {})
    return [
        Usage(each)
        for model in sorted(found, key=lambda model: str(model._meta.verbose_name))
        for each in sorted(_fetched(model, found[model]), key=str)
    ]


@dataclass(frozen=True, slots=True)
class UsageGroup:
    """The records of one model that name another record: how many, and the first of them."""

    model: type[Model]
    count: int
    first: list[Usage]

    @property
    def label(self) -> str:
        return str(self.model._meta.verbose_name_plural)

    @property
    def further(self) -> int:
        return self.count - len(self.first)


def grouped_usages(records: Collection[Model], most: int = 20) -> dict[Any, list[UsageGroup]]:
    """By the number of each record that is used: where, with `most` records of each model named.

    It costs one query a relation and two a model found, however many records of either sort. The
    records are of one model.
    """
    found = _found(records)
    models = {model for each in found.values() for model in each}
    named = {model: _named(model, found.values(), most) for model in models}
    return {
        pk: [
            UsageGroup(model, len(keys), [Usage(each) for each in named[model](keys)])
            for model, keys in sorted(
                using.items(), key=lambda item: str(item[0]._meta.verbose_name_plural)
            )
        ]
        for pk, using in found.items()
    }


def _named(
    model: type[Model], founds: Iterable[Found], most: int
) -> Callable[[set[Any]], list[Model]]:
    """Gives the first records among some of the found ones, in the order of their model."""
    keys = {pk for found in founds for pk in found.get(model, ())}
    order = list(model._base_manager.filter(pk__in=keys).values_list("pk", flat=True))
    wanted = {
        pk for found in founds for pk in [pk for pk in order if pk in found.get(model, ())][:most]
    }
    fetched = {each.pk: each for each in _fetched(model, wanted)}
    return lambda chosen: [fetched[pk] for pk in order if pk in chosen and pk in fetched][:most]


def _fetched(model: type[Model], keys: Collection[Any]) -> QuerySet[Model]:
    """With the records that their own names are made of."""
    return model._base_manager.filter(pk__in=keys).select_related()


def _found(records: Collection[Model]) -> dict[Any, Found]:
    """By the number of each record that is used: the records that name it, by their models."""
    found: dict[Any, Found] = {}
    for model in {type(record) for record in records}:
        for relation in _relations(model):
            for pk, user, key in _users(relation, records):
                if (user, key) != (model, pk):
                    found.setdefault(pk, {}).setdefault(user, set()).add(key)
    return found


def unused(records: QuerySet[Record]) -> QuerySet[Record]:
    """Of `records` those that no other record names."""
    for relation in _relations(records.model):
        records = records.filter(~Exists(_rows(relation, OuterRef("pk"))))
    return records


def used(records: QuerySet[Record]) -> QuerySet[Record]:
    """Of `records` those that some other record names."""
    return records.exclude(pk__in=unused(records.model._base_manager.all()).values("pk"))


def _relations(model: type[Model]) -> Iterator[ManyToOneRel | ManyToManyRel]:
    """Those that lead to `model`, hidden ones too, without those of what falls with it."""
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToManyRel):
            # A model in between that somebody wrote leads here by its own foreign key.
            if relation.through is not None and relation.through._meta.auto_created:
                yield relation
        elif isinstance(relation, ManyToOneRel) and not _falls_with_it(relation):
            yield relation


def _falls_with_it(relation: ManyToOneRel) -> bool:
    """Whether it leads from what is deleted with the record and comes back with it.

    Those are its own parts, such records as the notes on a partnership's years, and the rows that
    Django keeps for a list.
    """
    row: type[Model] = relation.related_model
    is_own = relation.on_delete is CASCADE and issubclass(row, (Part, Versioned))
    return is_own or bool(row._meta.auto_created)


def _rows(relation: ManyToOneRel | ManyToManyRel, record: Any) -> QuerySet[Any]:
    model: type[Model] = relation.related_model
    return model._base_manager.filter(**{relation.field.name: record})


def _users(
    relation: ManyToOneRel | ManyToManyRel, records: Collection[Model]
) -> Iterator[tuple[Any, type[Model], Any]]:
    """The number of each record that is named, with the model and number of what names it."""
    row: type[Model] = relation.related_model
    name = relation.field.name
    wholes = _wholes(row)
    rows = row._base_manager.filter(**{f"{name}__in": records})
    for used, *keys in rows.values_list(name, *(f"{path}pk" for path, _model in wholes)):
        for (_path, model), pk in zip(wholes, keys, strict=True):
            if pk is not None:
                yield used, model, pk


def _wholes(model: type[Model], path: str = "") -> list[tuple[str, type[Model]]]:
    """The records that a row of `model` may belong to, each with the lookup that leads to it."""
    if not issubclass(model, Part):
        return [(path, model)]
    owners = (
        field
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.remote_field.on_delete is CASCADE
    )
    return [
        whole for owner in owners for whole in _wholes(owner.related_model, f"{path}{owner.name}__")
    ]
