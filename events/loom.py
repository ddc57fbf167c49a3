"""Partnerships as ribbons along the years, for a home city's page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from events.overview import ToldPartnership
from events.presentation.facts import country

WHOLE = 100
DECADE = 10


@dataclass(frozen=True, slots=True)
class Row:
    """`start` and `length` are percentages of the axis."""

    label: str
    url: str
    note: str
    since: str
    ribbon: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Tick:
    label: str
    at: float


@dataclass(frozen=True, slots=True)
class Loom:
    rows: list[Row]
    ticks: list[Tick]


def loom(told: Iterable[ToldPartnership]) -> Loom:
    """Each partnership with the first day it is known from; one without any is left out."""
    begun = [(each.partnership, each.first) for each in told if each.first]
    if not begun:
        return Loom([], [])
    opens = min(first.year for _partnership, first in begun) // DECADE * DECADE
    closes = timezone.localdate().year + 1
    scale = WHOLE / (closes - opens)
    rows = [
        Row(
            label=str(partnership.partner),
            url=partnership.get_absolute_url(),
            note=country(partnership.partner.country),
            since=_("since %(year)s") % {"year": first.year},
            ribbon=partnership.ribbon,
            start=(start := (first.year - opens) * scale),
            length=WHOLE - start,
        )
        for partnership, first in begun
    ]
    ticks = [Tick(str(year), (year - opens) * scale) for year in range(opens, closes, DECADE)]
    return Loom(rows, ticks)
