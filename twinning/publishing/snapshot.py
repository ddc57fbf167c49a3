"""What a record with its parts said at one moment, as plain values; and what it says now."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db.models import CASCADE, ForeignKey, Model
from reversion.models import Version

from twinning.publishing.languages import translated_fields
from twinning.publishing.models.part import Part, part_relations

Key = tuple[type[Model], int]


@dataclass(frozen=True)
class Row:
    """A record or a part. `values` are those of JSON: related records by their primary keys."""

    model: type[Model]
    pk: int
    name: str
    values: dict[str, Any] = field(hash=False)

    @property
    def key(self) -> Key:
        return self.model, self.pk

    def references(self) -> Iterator[tuple[Any, Key]]:
        """Each record it names, with the field that names it; its whole is none of them."""
        for each in kept_fields(self.model):
            value = self.values.get(each.name)
            if each.many_to_many:
                yield from ((each, (each.related_model, int(pk))) for pk in value or ())
            elif each.remote_field and value is not None:
                yield each, (each.related_model, int(value))


@dataclass(frozen=True)
class Snapshot:
    record: Row
    parts: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return (self.record, *self.parts)

    @cached_property
    def _by_whole(self) -> dict[tuple[Any, int], list[Row]]:
        found: dict[tuple[Any, int], list[Row]] = {}
        for part in self.parts:
            for relation_field in whole_fields(part.model):
                whole = part.values.get(relation_field.name)
                if whole is not None:
                    found.setdefault((relation_field, int(whole)), []).append(part)
        return found

    def parts_of(self, row: Row, relation: Any) -> list[Row]:
        """The parts that `row` has by way of one of `part_relations`."""
        return self._by_whole.get((relation.field, row.pk), [])


def kept_fields(model: type[Model]) -> list[Any]:
    """The fields that a revision holds, without the one that leads from a part to its whole."""
    translated = translated_fields(model)
    wholes = whole_fields(model)
    many: list[Any] = list(model._meta.many_to_many)
    plain = [each for each in many if each.remote_field.through._meta.auto_created]
    return [
        each
        for each in [*model._meta.concrete_fields, *plain]
        if each.name not in translated and not each.primary_key and each not in wholes
    ]


def whole_fields(model: type[Model]) -> list[Any]:
    """The foreign keys by which a part hangs on its wholes; a record has none."""
    if not issubclass(model, Part):
        return []
    return [
        each
        for each in model._meta.concrete_fields
        if isinstance(each, ForeignKey) and each.remote_field.on_delete is CASCADE
    ]


def of_revisions(model: type[Model], pk: int, revisions: Collection[int]) -> dict[int, Snapshot]:
    """What the record said in each of these revisions, by number. One query."""
    return of_records(dict.fromkeys(revisions, (model, pk)))


def of_records(revisions: Mapping[int, Key]) -> dict[int, Snapshot]:
    """What each of these revisions, by number, says of the record it is given with. One query."""
    rows: dict[int, list[Row]] = {number: [] for number in revisions}
    for version in Version.objects.filter(revision__in=rows.keys()).order_by("pk"):
        if (row := _row_of(version)) is not None:
            rows[version.revision_id].append(row)
    found = {}
    for number, each in rows.items():
        record = next((row for row in each if row.key == revisions[number]), None)
        if record is not None:
            parts = tuple(row for row in each if issubclass(row.model, Part))
            found[number] = Snapshot(record, parts)
    return found


def _row_of(version: Version) -> Row | None:
    model = ContentType.objects.get_for_id(version.content_type_id).model_class()
    if model is None:  # a kind of record that the site no longer has
        return None
    [data] = json.loads(version.serialized_data)
    return Row(model, int(version.object_id), version.object_repr, data["fields"])


def now(record: Model) -> Snapshot:
    """What the record says in the database now. A query a kind of part, and a relation."""
    model = type(record)
    fresh = model._base_manager.filter(pk=record.pk)
    [own] = _read(model, fresh)
    return Snapshot(own, tuple(_parts(model, [own.pk])))


def _parts(model: type[Model], wholes: list[int]) -> Iterator[Row]:
    for relation in part_relations(model):
        part: type[Model] = relation.related_model
        rows = _read(part, part._default_manager.filter(**{f"{relation.field.name}__in": wholes}))
        yield from rows
        yield from _parts(part, [row.pk for row in rows])


def _read(model: type[Model], records: Any) -> list[Row]:
    names = [each.name for each in (*kept_fields(model), *whole_fields(model))]
    listed = serializers.serialize("json", records, fields=names)
    return [Row(model, int(data["pk"]), "", data["fields"]) for data in json.loads(listed)]
