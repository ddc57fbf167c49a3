"""Writing the rows of a form: what is deleted, changed and new in one statement each."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db import models, router
from django.db.models.signals import post_save, pre_save

Part = TypeVar("Part", bound=models.Model)

# The values of a row that no other row may have, a tuple for each rule.
Unique = tuple[tuple[Any, ...], ...]


def can_write_at_once(model: type[models.Model]) -> bool:
    """Whether nothing but signals and the columns' own stands between a row and its table."""
    return (
        model.save is models.Model.save
        and model.delete is models.Model.delete
        and not model._meta.parents
        and not model._meta.many_to_many
    )


def delete_rows(rows: Sequence[models.Model]) -> None:
    """With the parts of each, in one statement for each table."""
    if rows:
        model = type(rows[0])
        records = model._base_manager.using(_database(model))
        records.filter(pk__in=[row.pk for row in rows]).delete()


def change_rows(rows: Sequence[Part], before: Mapping[Any, Unique]) -> None:
    """Write rows that are in the table already; `before` says what is unique of them there."""
    if not rows:
        return
    model = type(rows[0])
    columns = [
        field.name
        for field in model._meta.concrete_fields
        if not (field.primary_key or field.generated or getattr(field, "auto_now_add", False))
    ]
    # Two rows that swap their values are in each other's way in whatever order they are written:
    # for a moment they leave the table.
    delete_rows(_in_each_others_way(rows, before))
    with _Signals(rows, created=False):
        _records(model).bulk_create(
            rows, update_conflicts=True, unique_fields=["pk"], update_fields=columns
        )


def add_rows(rows: Sequence[Part]) -> None:
    if rows:
        with _Signals(rows, created=True):
            _records(type(rows[0])).bulk_create(rows)


def unique_fields(model: type[models.Model]) -> list[tuple[str, ...]]:
    """The columns that no two rows may have in common."""
    constraints: list[Any] = list(model._meta.constraints)
    rules = [each.fields for each in constraints if _is_unique(each)]
    columns = [field for field in model._meta.concrete_fields if not field.primary_key]
    single = [(field.name,) for field in columns if field.unique]
    return [*rules, *(tuple(each) for each in model._meta.unique_together), *single]


def unique_values(row: models.Model) -> Unique:
    """What no other row may have; empty where a value is missing, for nothing is like nothing."""
    return tuple(_values(row, fields) for fields in unique_fields(type(row)))


def _values(row: models.Model, fields: tuple[str, ...]) -> tuple[Any, ...]:
    values = tuple(
        getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]
        for name in fields
    )
    return () if None in values else values


def _is_unique(constraint: Any) -> bool:
    return isinstance(constraint, models.UniqueConstraint) and bool(constraint.fields)


def _in_each_others_way(rows: Sequence[Part], before: Mapping[Any, Unique]) -> list[Part]:
    """The rows that take over, or give away, a value that is unique."""
    if type(rows[0])._meta.related_objects:
        return []  # what names them would go with them
    holders = {
        (rule, values): row
        for row in rows
        for rule, values in enumerate(before.get(row.pk, ()))
        if values
    }
    found: dict[Any, Part] = {}
    for row in rows:
        for rule, values in enumerate(unique_values(row)):
            holder = holders.get((rule, values))
            if holder is not None and holder.pk != row.pk:
                found |= {row.pk: row, holder.pk: holder}
    return list(found.values())


class _Signals:
    """Tells the listeners of each row what `save()` would tell them."""

    def __init__(self, rows: Sequence[models.Model], *, created: bool) -> None:
        self.rows, self.created = rows, created
        self.told = {"raw": False, "using": _database(type(rows[0])), "update_fields": None}

    def __enter__(self) -> None:
        for row in self.rows:
            pre_save.send(sender=type(row), instance=row, **self.told)

    def __exit__(self, kind: Any, *_error: Any) -> None:
        for row in self.rows if kind is None else ():
            post_save.send(sender=type(row), instance=row, created=self.created, **self.told)


def _records(model: type[Part]) -> models.QuerySet[Part]:
    """Past the managers of modeltranslation, which rewrite what is written."""
    return models.QuerySet(model, using=_database(model))


def _database(model: type[models.Model]) -> str:
    return str(router.db_for_write(model))
