"""Partnerships with how much is told of each, for the pages that lead to them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min

from partners.models import Partnership, Place
from twinning.publishing.models import is_public
from twinning.translation.collation import in_alphabet


@dataclass(frozen=True, slots=True)
class ToldPartnership:
    """`entries` counts the published ones; `first` is the first day of the earliest."""

    partnership: Partnership
    entries: int
    first: date | None


def told_partnerships(home: Place | None = None) -> list[ToldPartnership]:
    """The published partnerships, of one home city or of all, in the order of the partners."""
    published = is_public("events")
    partnerships = Partnership.objects.published().with_places()
    if home:
        partnerships = partnerships.of_home(home)
    counted = partnerships.annotate(
        entries=Count("events", filter=published),
        first=Min("events__date_earliest", filter=published),
    )
    told = [ToldPartnership(each, vars(each)["entries"], vars(each)["first"]) for each in counted]
    return in_alphabet(told, key=lambda each: each.partnership.partner.name)


def by_home(told: list[ToldPartnership]) -> list[tuple[Place, list[ToldPartnership]]]:
    """Grouped by home city, the city with the most partners first."""
    homes: dict[Place, list[ToldPartnership]] = {}
    for each in told:
        homes.setdefault(each.partnership.home, []).append(each)
    return sorted(homes.items(), key=lambda item: len(item[1]), reverse=True)
