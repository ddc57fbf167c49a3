from collections.abc import Iterator
from typing import Any

from django.db import models

from twinning.publishing.models.checked import Checked


class Part(Checked):
    """A row that lives and dies with its whole, such as a participant of an event.

    The whole is at the end of the foreign key that cascades; of several such keys, one is set. A
    part belongs to its whole's version, history and rights.

    """

    class Meta:
        abstract = True


def part_relations(model: type[models.Model]) -> Iterator[Any]:
    """The reverse relations from a record, or a part, to its own parts."""
    for relation in model._meta.related_objects:
        part: Any = relation.related_model
        if relation.on_delete is models.CASCADE and issubclass(part, Part):
            yield relation


def part_models(model: type[models.Model]) -> Iterator[type[Part]]:
    """The models of all parts, and of their parts."""
    for relation in part_relations(model):
        yield relation.related_model
        yield from part_models(relation.related_model)
