"""Records with all of their parts, fetched at a price that doesn't grow with them."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db import models
from django.db.models import CASCADE, ForeignKey, Prefetch

from twinning.publishing.models.part import part_relations


def with_parts(
    records: models.QuerySet[models.Model], *, without: Collection[str] = ()
) -> models.QuerySet[models.Model]:
    """With their lists, their parts and those of the parts, and what the names of these need.

    `without` names the relations to parts that aren't wanted.
    """
    found = records.select_related(*_related(records.model))
    return found.prefetch_related(*_lists_of(records.model), *_parts_of(records.model, without))


def _related(model: type[models.Model]) -> list[str]:
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.remote_field.on_delete is not CASCADE
    ]


def _lists_of(model: type[models.Model]) -> Iterator[Prefetch[str]]:
    for field in model._meta.many_to_many:
        through: Any = field.remote_field.through
        if through._meta.auto_created:
            yield Prefetch(field.name, _named(field.related_model))


def _parts_of(model: type[models.Model], without: Collection[str]) -> Iterator[Prefetch[str]]:
    for relation in part_relations(model):
        name = relation.get_accessor_name()
        if name not in without:
            yield Prefetch(name, with_parts(_named(relation.related_model)))


def _named(model: Any) -> models.QuerySet[models.Model]:
    related = _related(model)
    rows: models.QuerySet[models.Model] = model._default_manager.select_related(*related)
    return rows.prefetch_related(*_named_with(model, related))


def _named_with(model: Any, related: list[str]) -> Iterator[str]:
    """The lists that the names of a record, and of those it refers to, are made of."""
    yield from getattr(model, "named_with", ())
    for name in related:
        named = getattr(model._meta.get_field(name).related_model, "named_with", ())
        yield from (f"{name}__{each}" for each in named)
