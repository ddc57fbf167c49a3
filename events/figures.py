"""How many entries a chronicle has of each topic, kind, place and year, counted by the database.

Each figure leads to the chronicle with exactly the entries that it counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Q
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.addresses import chronicle_address, year_address
from events.data.files import file_address
from events.data.registry import DATASETS
from events.forms import BOTH, HERE, ONLINE, THERE
from events.models import Event, EventKind
from events.models.event_queryset import EventQuerySet
from events.presentation.names import name_of
from partners.models import Partnership, Topic

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """`width` is a percentage of the largest figure of its table; `data_url` the same as CSV."""

    label: SafeString | str
    count: int
    width: float
    url: str
    data_url: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    heading: str
    figures: list[Figure]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    entries: int
    years: tuple[int, int]
    tables: list[Table]


def figures_of(partnership: Partnership) -> Figures | None:
    """In four queries; None as long as nothing of the partnership has been published."""
    events = Event.objects.published().of_partnership(partnership).order_by()
    years = _years(events)
    if not years:
        return None
    several = _("An entry can be about several topics.")
    places = _places(events, partnership)
    is_twice = any(value == BOTH and count for value, _label, count in places)
    twice = _("What happened in both cities is counted in each of them as well.")
    tables = [
        _table(_("By topic"), _filtered(partnership, "topic", _topics(events)), several),
        _table(
            _("By place"),
            _filtered(partnership, "place", places),
            twice if is_twice else "",
        ),
        _table(_("By kind"), _filtered(partnership, "kind", _kinds(events))),
        _table(
            _("By year"),
            [(str(year), count, year_address(partnership, year), "") for year, count in years],
        ),
    ]
    return Figures(
        sum(count for _year, count in years),
        (years[0][0], years[-1][0]),
        [table for table in tables if table.figures],
    )


def _years(events: EventQuerySet) -> list[tuple[int, int]]:
    counted = events.values_list("date_earliest__year").annotate(count=Count("pk"))
    return sorted(counted)


def _topics(events: EventQuerySet) -> list[tuple[str, Any, int]]:
    counted = Topic.objects.annotate(count=Count("events", filter=Q(events__in=events)))
    key = f"slug_{settings.LANGUAGE_CODE}"
    return [(getattr(topic, key), name_of(topic), vars(topic)["count"]) for topic in counted]


def _kinds(events: EventQuerySet) -> list[tuple[str, Any, int]]:
    counted = dict(events.values_list("kind").annotate(count=Count("pk")))
    return [
        (kind.value, capfirst(str(kind.label)), counted.get(kind.value, 0)) for kind in EventKind
    ]


def _places(events: EventQuerySet, partnership: Partnership) -> list[tuple[str, Any, int]]:
    at_home, at_partner = Q(at_home=True), Q(at_partner=True)
    counted = events.seen_from(partnership).aggregate(
        home_count=Count("pk", filter=at_home),
        partner_count=Count("pk", filter=at_partner),
        both_count=Count("pk", filter=at_home & at_partner),
        online_count=Count("pk", filter=Q(online=True)),
    )
    return [
        (HERE, name_of(partnership.home), counted["home_count"]),
        (THERE, name_of(partnership.partner), counted["partner_count"]),
        (BOTH, _("both cities"), counted["both_count"]),
        (ONLINE, _("online"), counted["online_count"]),
    ]


def _filtered(
    partnership: Partnership, key: str, counted: Iterable[tuple[str, Any, int]]
) -> list[tuple[SafeString | str, int, str, str]]:
    """The largest first, each with its address in the chronicle and in the open data."""
    code = settings.LANGUAGE_CODE
    cities = [getattr(each, f"slug_{code}") for each in (partnership.home, partnership.partner)]
    of_partnership = {"partnership": "/".join(cities)}
    rows = [
        (
            label,
            count,
            f"{chronicle_address(partnership)}?{urlencode({key: value})}",
            file_address(DATASETS["events"], "csv", {**of_partnership, key: value}),
        )
        for value, label, count in counted
        if count
    ]
    return sorted(rows, key=lambda row: row[1], reverse=True)


def _table(
    heading: str, rows: list[tuple[SafeString | str, int, str, str]], note: str = ""
) -> Table:
    most = max((count for _label, count, *_urls in rows), default=1)
    figures = [
        Figure(label, count, count / most * WHOLE, url, data_url)
        for label, count, url, data_url in rows
    ]
    return Table(heading, figures, note)
