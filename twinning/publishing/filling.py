"""Addresses in a language that was added after the records."""

from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from twinning.publishing.languages import in_each_language
from twinning.publishing.models.address import Addressed


def fill_addresses() -> int:
    """Give every record without an address in some language one; how many there were.

    Its page would not be found there. Addresses that a record has stay as they are.
    """
    models = [each for each in apps.get_models() if issubclass(each, Addressed)]
    return sum(_fill(model) for model in models)


def _fill(model: type[Addressed]) -> int:
    columns = in_each_language("slug")
    lacking = Q()
    for column in columns:
        lacking |= Q(**{column: ""}) | Q(**{f"{column}__isnull": True})
    records: QuerySet[Any] = QuerySet(model)
    found = list(records.filter(lacking).order_by("pk"))
    for record in found:
        record.fill_slugs()
        values = {column: _own(record, column) for column in columns}
        records.filter(pk=record.pk).update(**values)
    return len(found)


def _own(record: Any, column: str) -> str:
    """What stands in for an address may be another record's in this language."""
    slug = str(getattr(record, column))
    others: QuerySet[Any] = QuerySet(type(record))
    others = others.exclude(pk=record.pk)
    return f"{slug}-{record.pk}" if others.filter(**{column: slug}).exists() else slug
