"""Records with all of their parts, fetched at a price that doesn't grow with them."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import CASCADE, ForeignKey, Prefetch

from twinning.publishing.models.part import Part, part_relations


def with_parts(records: models.QuerySet[models.Model]) -> models.QuerySet[models.Model]:
    """With their lists, their parts and those of the parts, and what the names of these need."""
    return records.prefetch_related(*_lists_of(records.model), *_parts_of(records.model))


def _lists_of(model: type[models.Model]) -> Iterator[str]:
    for field in model._meta.many_to_many:
        through: Any = field.remote_field.through
        if through._meta.auto_created:
            yield field.name


def _parts_of(model: type[models.Model]) -> Iterator[Prefetch[str]]:
    for relation in part_relations(model):
        part: type[Part] = relation.related_model
        related = [
            field.name
            for field in part._meta.concrete_fields
            if isinstance(field, ForeignKey) and field.remote_field.on_delete is not CASCADE
        ]
        rows = part._default_manager.select_related(*related).prefetch_related(*part.named_with)
        yield Prefetch(relation.get_accessor_name(), with_parts(rows.all()))
