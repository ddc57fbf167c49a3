"""Records as they were, made of snapshots without being saved; of what residents may see now.

What a snapshot names by number is looked up among the records that are public today: an earlier
version never shows what has been archived, deleted or redacted since. A row that names anything
else is left out with it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from django.db.models import Model, QuerySet

from twinning.publishing.models import Publishable
from twinning.publishing.models.part import part_relations
from twinning.publishing.snapshot import Key, Row, Snapshot, kept_fields


class Rebuilding:
    """Looks up all that the snapshots name: a query for each kind of record among it.

    `records` gives, by model, the query sets to fetch from where a page needs more of a record
    than its own columns; they must hold public records only.
    """

    def __init__(
        self,
        snapshots: Iterable[Snapshot],
        records: Mapping[type[Model], QuerySet[Any]] | None = None,
    ) -> None:
        wanted: dict[type[Model], set[int]] = {}
        for snapshot in snapshots:
            for row in snapshot.rows:
                for _field, (model, pk) in row.references():
                    wanted.setdefault(model, set()).add(pk)
        self._public: dict[Key, Model] = {}
        for model, keys in wanted.items():
            query = (records or {}).get(model, _public_records(model))
            self._public |= {(model, each.pk): each for each in query.filter(pk__in=keys)}

    def public_part(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot without what isn't public today."""
        return Snapshot(
            self._thinned(snapshot.record), tuple(self._parts(snapshot, snapshot.record))
        )

    def record(self, snapshot: Snapshot) -> Any:
        """An unsaved instance with its lists and parts in place; it asks the database no more.

        What later came to be, such as records that refer to it, it doesn't know.
        """
        public = self.public_part(snapshot)
        return self._whole(public, public.record)

    def _thinned(self, row: Row) -> Row:
        values = dict(row.values)
        for field in kept_fields(row.model):
            value = row.values.get(field.name)
            if field.many_to_many:
                values[field.name] = [
                    pk for pk in value or () if (field.related_model, int(pk)) in self._public
                ]
            elif field.remote_field and value is not None:
                known = (field.related_model, int(value)) in self._public
                values[field.name] = value if known else None
        return replace(row, values=values)

    def _parts(self, snapshot: Snapshot, row: Row) -> Iterable[Row]:
        for relation in part_relations(row.model):
            for part in snapshot.parts_of(row, relation):
                if all(key in self._public for _field, key in part.references()):
                    yield part
                    yield from self._parts(snapshot, part)

    def _whole(self, snapshot: Snapshot, row: Row) -> Any:
        record = self._instance(row)
        for relation in part_relations(row.model):
            parts = [self._whole(snapshot, part) for part in snapshot.parts_of(row, relation)]
            parts = _in_order(relation.related_model, parts)
            for part in parts:
                setattr(part, relation.field.name, record)
            _prefetch(record, relation.get_accessor_name(), relation.related_model, parts)
        return record

    def _instance(self, row: Row) -> Any:
        record: Any = row.model(pk=row.pk)
        for field in kept_fields(row.model):
            if field.name not in row.values:
                continue  # younger than the revision
            value = row.values[field.name]
            if field.many_to_many:
                keys = {(field.related_model, int(pk)) for pk in value or ()}
                others = [each for key, each in self._public.items() if key in keys]
                _prefetch(record, field.name, field.related_model, others)
            elif field.remote_field:
                key = None if value is None else (field.related_model, int(value))
                setattr(record, field.name, self._public[key] if key else None)
            else:
                setattr(record, field.attname, field.to_python(value))
        return record


def _public_records(model: type[Model]) -> QuerySet[Any]:
    manager: Any = model._default_manager
    return manager.published() if issubclass(model, Publishable) else manager.all()  # type: ignore[no-any-return]


def _prefetch(record: Any, accessor: str, model: type[Model], others: list[Any]) -> None:
    """As if `prefetch_related()` had found them."""
    query: Any = model._default_manager.all()
    query._result_cache = others  # noqa: SLF001 — Django has no public way to fill it
    query._prefetch_done = True  # noqa: SLF001
    if not hasattr(record, "_prefetched_objects_cache"):
        record._prefetched_objects_cache = {}  # noqa: SLF001
    record._prefetched_objects_cache[accessor] = query  # noqa: SLF001


def _in_order(model: type[Model], parts: list[Any]) -> list[Any]:
    """As the model orders its rows, by columns of their own."""
    for name in reversed(model._meta.ordering or ("pk",)):
        column = attrgetter(str(name).removeprefix("-"))
        parts = sorted(parts, key=column, reverse=str(name).startswith("-"))
    return parts
