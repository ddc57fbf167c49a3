"""What stands on the home page besides the map: memories, jubilees, the newest entries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.safestring import SafeString
from django.utils.translation import ngettext, pgettext_lazy

from events.jubilees import Anniversary, anniversaries
from events.models import Act, Agreement, Event
from events.presentation.entries import side
from events.presentation.jubilees import lead_time, occasion
from events.presentation.names import name_of
from twinning.dates import HistoricalDate
from twinning.publishing.models import is_public
from twinning.translation.templatetags.translated import lacks_translation, translated

JUBILEES = 4


@dataclass(frozen=True, slots=True)
class Memory:
    """`ribbon` is that of the first partnership, `side` the place where it happened."""

    year: int
    date: HistoricalDate
    title: SafeString
    url: str
    ago: str
    cities: list[SafeString]
    ribbon: str
    side: str
    is_fallback: bool


@dataclass(frozen=True, slots=True)
class ComingJubilee:
    years: int
    name: SafeString
    url: str
    occasion: str
    date: HistoricalDate
    lead_time: str
    ribbon: str


def memories(events: Iterable[Event], today: date) -> list[Memory]:
    """`events` come from `for_mixed_lists()`."""
    return [_memory(event, today) for event in events]


def _memory(event: Event, today: date) -> Memory:
    partnerships = list(event.partnerships.all())
    year = event.date.earliest.year
    ago = today.year - year
    return Memory(
        year=year,
        date=event.date,
        title=translated(event, "title"),
        url=event.get_absolute_url(),
        ago=ngettext("%(years)d year ago", "%(years)d years ago", ago) % {"years": ago},
        cities=[name_of(each.partner) for each in partnerships[:3]],
        ribbon=partnerships[0].ribbon if partnerships else "",
        side=side(event, None),
        is_fallback=bool(lacks_translation(event, "title")),
    )


def coming_jubilees(today: date) -> list[ComingJubilee]:
    """The next jubilees of published agreements between cities."""
    of_cities = Agreement.objects.published().filter(
        Q(partnership__isnull=True) | is_public("partnership")
    )
    acts = Act.objects.signings_of(of_cities)
    return [_jubilee(each, today) for each in anniversaries(acts, today=today)[:JUBILEES]]


def _jubilee(anniversary: Anniversary, today: date) -> ComingJubilee:
    agreement, jubilee = anniversary.act.agreement, anniversary.jubilee
    partnership = agreement.partnership
    named = partnership if partnership and anniversary.opens else agreement
    return ComingJubilee(
        years=jubilee.years,
        name=name_of(named),
        url=named.get_absolute_url(),
        occasion=occasion(anniversary),
        date=jubilee.falls,
        lead_time=lead_time(jubilee, today),
        ribbon=partnership.ribbon if partnership else "",
    )


# Headings say the month by name: “In November of other years”.
IN_MONTH = (
    pgettext_lazy("heading of a month", "In January of other years"),
    pgettext_lazy("heading of a month", "In February of other years"),
    pgettext_lazy("heading of a month", "In March of other years"),
    pgettext_lazy("heading of a month", "In April of other years"),
    pgettext_lazy("heading of a month", "In May of other years"),
    pgettext_lazy("heading of a month", "In June of other years"),
    pgettext_lazy("heading of a month", "In July of other years"),
    pgettext_lazy("heading of a month", "In August of other years"),
    pgettext_lazy("heading of a month", "In September of other years"),
    pgettext_lazy("heading of a month", "In October of other years"),
    pgettext_lazy("heading of a month", "In November of other years"),
    pgettext_lazy("heading of a month", "In December of other years"),
)
