"""The datasets, in the order in which they are offered."""

from typing import Any

from django.db.models import Count, Max, Min, QuerySet, Value
from django.utils import timezone

from events.data.agreements import AGREEMENTS
from events.data.dataset import Dataset, Span
from events.data.events import EVENTS
from events.data.networks import NETWORKS
from events.data.organisations import ORGANISATIONS
from events.data.partnerships import PARTNERSHIPS
from events.data.people import PEOPLE
from events.data.sources import SOURCES
from twinning.publishing.models import is_public

DATASETS: dict[str, Dataset] = {
    dataset.name: dataset
    for dataset in (EVENTS, PARTNERSHIPS, ORGANISATIONS, AGREEMENTS, SOURCES, PEOPLE, NETWORKS)
}


def spans() -> dict[Dataset, Span]:
    """How much of each dataset is public, and since when: one query for all."""
    first, *others = (_told(dataset) for dataset in DATASETS.values())
    found = {name: Span(*told) for name, *told in first.union(*others, all=True)}
    return {each: found.get(name, Span(0, None, None)) for name, each in DATASETS.items()}


def _told(dataset: Dataset) -> Any:
    # Not through the manager: that of a translated model would group by each of its columns.
    public: Any = QuerySet(dataset.model).filter(is_public(at=timezone.now()))
    rows = public.order_by().values(dataset_name=Value(dataset.name))
    # Named unlike any field of the records.
    told = {
        "how_many": Count("pk"),
        "first_day": Min("published_at"),
        "last_day": Max("updated_at"),
    }
    return rows.annotate(**told).values_list("dataset_name", *told)
