"""Filters and order by the bounds of a historical date.

The functions take the field's lookup path ("date", "event__date") and return what `filter()` and
`order_by()` take; `DateQuerySet` offers them as methods.
"""

import datetime
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from twinning.dates.points import Doubt
from twinning.dates.value import HistoricalDate

ModelT = TypeVar("ModelT", bound=models.Model, covariant=True)


def touching(field: str, year: int) -> Q:
    """Dates that may lie in the year, wholly or in part. None do outside the years 1–9999."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return Q(pk__in=[])
    return between(field, datetime.date(year, 1, 1), datetime.date(year, 12, 31))


def between(field: str, first: datetime.date, last: datetime.date) -> Q:
    """Dates that share at least one day with first … last, both included."""
    return Q(**{f"{field}_earliest__lte": last, f"{field}_latest__gte": first})


def in_doubt(field: str) -> Q:
    """Dates that are approximate or uncertain, as a whole or at one end."""
    text = Cast(F(field), models.CharField())
    condition = Q()
    for doubt in (Doubt.UNCERTAIN, Doubt.APPROXIMATE, Doubt.BOTH):
        condition |= Q(Contains(text, doubt.value))
    return condition


def in_order(field: str) -> tuple[str, str]:
    """The order of HistoricalDate: 1994, June 1994, 12 June 1994. End it with a unique column."""
    return f"{field}_earliest", f"-{field}_latest"


def newest_first(field: str) -> tuple[str, str]:
    """The exact reverse of `in_order`."""
    return f"-{field}_earliest", f"{field}_latest"


class DateQuerySet(models.QuerySet[ModelT]):
    """A QuerySet of models whose own date is the HistoricalDateField named `date_field`."""

    date_field = "date"

    def touching(self, year: int) -> Self:
        return self.filter(touching(self.date_field, year))

    def between(self, first: datetime.date, last: datetime.date) -> Self:
        return self.filter(between(self.date_field, first, last))

    def in_doubt(self) -> Self:
        return self.filter(in_doubt(self.date_field))

    def in_order(self) -> Self:
        return self.order_by(*in_order(self.date_field), "pk")

    def newest_first(self) -> Self:
        return self.order_by(*newest_first(self.date_field), "-pk")

    def update(self, **values: Any) -> int:
        """Brings the bounds along when the date itself is set; refuses a date by expression."""
        if self.date_field in values:
            values |= _bounds(self.date_field, values[self.date_field])
        return super().update(**values)


def _bounds(field: str, value: Any) -> dict[str, datetime.date | None]:
    if isinstance(value, str):
        value = HistoricalDate(value)
    if value is not None and not isinstance(value, HistoricalDate):
        raise TypeError(f"{field} can only be updated to a HistoricalDate, EDTF text or None.")
    return {
        f"{field}_earliest": value.earliest if value else None,
        f"{field}_latest": value.latest if value else None,
    }
