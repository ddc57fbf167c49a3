"""The conditions of a table, weighed in memory where Python is sure to judge as the database does.

A form with thirty rows has some hundred conditions. Django asks the database about each of them,
in a savepoint of its own.
"""

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Model, Q

# Types that compare in both databases as they do in Python; texts are only equal or not.
ORDERED = (int, Decimal, datetime.date, datetime.datetime)


class NotSureError(Exception):
    """Only the database can tell."""


class Condition:
    """A check constraint that asks the database only where `holds` isn't sure."""

    def __init__(self, constraint: CheckConstraint) -> None:
        self.constraint = constraint

    def __getattr__(self, name: str) -> Any:
        return getattr(self.constraint, name)

    def validate(
        self, model: type[Model], instance: Model, exclude: Any = None, using: str = "default"
    ) -> None:
        """Raises `ValidationError` as the constraint itself does."""
        values = _values(model, instance, exclude or ())
        try:
            if not _names(self.constraint.condition) <= values.keys():
                return  # a field with an error of its own: nothing can be said of it
            is_broken = holds(self.constraint.condition, values) is False
        except NotSureError:
            self.constraint.validate(model, instance, exclude=exclude, using=using)
            return
        if is_broken:
            raise ValidationError(
                self.constraint.get_violation_error_message(),
                code=self.constraint.violation_error_code,
            )


def holds(condition: Any, values: Mapping[str, Any]) -> bool | None:
    """What SQL says of the condition: true, false, or None for unknown.

    Raises `NotSureError` where Python might judge otherwise.
    """
    if isinstance(condition, tuple):
        path, other = condition
        return _compare(path, other, values)
    if type(condition) is not Q or condition.connector not in (Q.AND, Q.OR):
        raise NotSureError
    verdicts = [holds(child, values) for child in condition.children]
    decisive = condition.connector == Q.OR
    if not verdicts:
        verdict: bool | None = True
    elif decisive in verdicts:
        verdict = decisive
    else:
        verdict = None if None in verdicts else not decisive
    return (not verdict) if condition.negated and verdict is not None else verdict


def _compare(path: str, other: Any, values: Mapping[str, Any]) -> bool | None:
    name, _separator, lookup = path.partition("__")
    value = values[name]
    if lookup == "isnull" or (other is None and lookup in ("", "exact")):
        return (value is None) is (True if other is None else bool(other))
    if lookup == "in":
        return _any(value, other)
    if isinstance(other, F):
        other = values[_name_of(other)]
    if value is None or other is None:
        return None
    if lookup in ("", "exact"):
        return _is_equal(value, other)
    return _in_order(value, other, lookup)


def _any(value: Any, others: Any) -> bool | None:
    if not isinstance(others, list | tuple) or not others or None in others:
        raise NotSureError
    return None if value is None else any(_is_equal(value, other) for other in others)


def _is_equal(value: Any, other: Any) -> bool:
    if isinstance(value, str) and isinstance(other, str):
        return str(value) == str(other)
    if isinstance(value, bool) and isinstance(other, bool):
        return value is other
    return _in_order(value, other, "exact")


def _in_order(value: Any, other: Any, lookup: str) -> bool:
    kinds = {type(value), type(other)}
    if len(kinds) != 1 or not kinds <= set(ORDERED):
        raise NotSureError
    match lookup:
        case "exact":
            return bool(value == other)
        case "lt":
            return bool(value < other)
        case "lte":
            return bool(value <= other)
        case "gt":
            return bool(value > other)
        case "gte":
            return bool(value >= other)
    raise NotSureError


def _names(condition: Any) -> set[str]:
    """The columns that the condition speaks of."""
    return set(_walk(condition))


def _walk(condition: Any) -> Iterator[str]:
    if isinstance(condition, tuple):
        path, other = condition
        yield path.partition("__")[0]
        if isinstance(other, F):
            yield _name_of(other)
        elif hasattr(other, "resolve_expression"):
            raise NotSureError
    elif isinstance(condition, Q):
        for child in condition.children:
            yield from _walk(child)
    else:
        raise NotSureError


def _name_of(column: Any) -> str:
    return str(column.name)


def _values(model: type[Model], instance: Model, exclude: Any) -> dict[str, Any]:
    values = {
        field.name: getattr(instance, field.attname)
        for field in model._meta.local_concrete_fields
        if field.name not in exclude
    }
    return values if "pk" in exclude else {**values, "pk": instance.pk}
