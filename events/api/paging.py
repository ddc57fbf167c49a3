"""A page of a dataset: the records after one number, in the order of their numbers.

Numbers never change, so a harvest misses nothing and gets nothing twice while somebody publishes,
and the last page costs what the first does.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _
from ninja import Schema
from pydantic import create_model

from events.data.dataset import Dataset
from events.data.filters import LARGEST, DataFilter, NumberField
from events.data.shapes import Address, described

MOST, USUAL = 200, 50


class Paging(forms.Form):
    limit = NumberField(1, MOST, label=_("how many records at most"), initial=USUAL)
    after = NumberField(
        0, LARGEST, label=_("number of the last record of the page before, as “next” gives it")
    )


class Page(Schema):
    count: int = described(_("how many records pass the filters, on all pages together"))
    next: Address | None = described(_("address of the next page; null on the last"))


@cache
def paged(dataset: Dataset) -> type[DataFilter]:
    """The dataset's own filters, and those of paging."""
    return type("PagedFilter", (dataset.filters, Paging), {})


@cache
def page_shape(dataset: Dataset) -> type[Page]:
    items: Any = (list[dataset.shape], described(_("the records")))  # type: ignore[name-defined]
    name = dataset.shape.__name__.removesuffix("Object") + "Page"
    return create_model(name, __base__=Page, items=items)


@dataclass(frozen=True, slots=True)
class Portion:
    """`following` is the query of the next page, empty on the last."""

    count: int
    records: list[Any]
    following: str


def portion(dataset: Dataset, chosen: DataFilter) -> Portion:
    """The form must be valid, of the class that `paged` gives."""
    limit = chosen.cleaned_data["limit"] or USUAL
    passing = dataset.chosen(chosen)
    after = chosen.cleaned_data["after"] or 0
    records = list(passing.filter(pk__gt=after).order_by("pk")[: limit + 1])
    has_more = len(records) > limit
    shown = records[:limit]
    following = {**chosen.values, "after": shown[-1].pk} if has_more else {}
    return Portion(passing.order_by().count(), shown, urlencode(following))
