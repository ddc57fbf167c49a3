"""Partnerships as ribbons along the years, for a home city's page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from events.overview import ToldPartnership
from events.presentation.facts import country
from events.presentation.names import name_of
from events.presentation.numbers import entries as counted
from partners.models import Partnership

WHOLE = 100
DECADE = 10


@dataclass(frozen=True, slots=True)
class Row:
    """`start` and `length` are percentages of the axis."""

    label: str
    url: str
    note: str
    since: str
    count: str
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
    """Each partnership from its beginning, as far as it is known, to this year or to its end."""
    told = list(told)
    closes = timezone.localdate().year + 1
    begun = [year for each in told if (year := _begins(each))]
    opens = min(begun, default=closes - 1) // DECADE * DECADE
    scale = WHOLE / (closes - opens)
    rows = []
    for each in told:
        begins = _begins(each) or closes
        rows.append(
            Row(
                label=name_of(each.partnership.partner),
                url=each.partnership.get_absolute_url(),
                note=country(each.partnership.partner.country),
                since=_("since %(year)s") % {"year": begins} if begins < closes else "",
                count=counted(each.entries),
                ribbon=each.partnership.ribbon,
                start=(begins - opens) * scale,
                length=(_ends(each, closes) - begins) * scale,
            )
        )
    ticks = [Tick(str(year), (year - opens) * scale) for year in range(opens, closes, DECADE)]
    return Loom(rows, ticks)


def _begins(told: ToldPartnership) -> int | None:
    """The year of the present state while it is active, otherwise of the first entry."""
    partnership = told.partnership
    if partnership.state == Partnership.State.ACTIVE and partnership.state_since:
        return int(partnership.state_since.earliest.year)
    return told.first.year if told.first else None


def _ends(told: ToldPartnership, closes: int) -> int:
    partnership = told.partnership
    if partnership.state == Partnership.State.ENDED and partnership.state_since:
        return int(partnership.state_since.latest.year) + 1
    return closes
