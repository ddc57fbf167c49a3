"""Partnerships beside one another: how many entries each has of each year, to one scale."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count

from events.addresses import timeline_address, year_address
from events.models import Event
from events.presentation.names import name_of, plain_name
from events.presentation.numbers import entries as counted
from events.timeline.axis import Axis
from events.timeline.life import span
from partners.models import Partnership
from twinning.publishing.models import is_public
from twinning.translation.collation import in_alphabet
from twinning.translation.texts import Text

Counts = dict[int, int]  # entries by year
Told = dict[str, tuple[Partnership, Counts]]  # by the key of the partnership

MOST = 60  # bars of one row
ROOM, INK = 10, 7  # of a bar, in units of the drawing
TALL = 100
LINKED = 2  # partnerships whose single years are links; of more there would be thousands


@dataclass(frozen=True, slots=True)
class Choice:
    """A partnership as `katowice/saint-etienne`, the key that the open data takes as well."""

    key: str
    name: Text
    is_first: bool
    is_second: bool


@dataclass(frozen=True, slots=True)
class Row:
    """`path` draws the bars; `years` are these in words: the years, their number, an address."""

    partnership: Partnership
    label: str
    url: str
    ribbon: str
    count: str
    path: str
    years: list[tuple[str, int, str]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Of `step` years each bar; `width` of the drawing in units."""

    axis: Axis
    step: int
    width: int
    rows: list[Row]


def told() -> Told:
    """The published partnerships with entries by their keys, and their entries: two queries."""
    counts: dict[int, Counts] = defaultdict(dict)
    through = Event.partnerships.through.objects.filter(is_public("event")).order_by()
    of_years = through.values_list("partnership", "event__date_earliest__year")
    for partnership, year, count in of_years.annotate(count=Count("pk")):
        counts[partnership][year] = count
    partnerships = in_alphabet(
        Partnership.objects.published().with_places(),
        key=lambda each: f"{each.home.name} {each.partner.name}",
    )
    return {key_of(each): (each, counts[each.pk]) for each in partnerships if each.pk in counts}


def key_of(partnership: Partnership) -> str:
    slug = f"slug_{settings.LANGUAGE_CODE}"
    return "/".join(getattr(each, slug) for each in (partnership.home, partnership.partner))


def choices(
    offered: dict[str, tuple[Partnership, Counts]], first: str, second: str
) -> list[Choice]:
    return [
        Choice(key, plain_name(partnership), key == first, key == second)
        for key, (partnership, _counts) in offered.items()
    ]


def comparison(chosen: list[tuple[Partnership, Counts]]) -> Comparison | None:
    years = [year for _partnership, counts in chosen for year in counts]
    if not years:
        return None
    axis = Axis(min(years), max(years))
    step = axis.step(MOST)
    gathered = [(each, _gathered(counts, axis, step)) for each, counts in chosen]
    fullest = max(count for _each, bars in gathered for count in bars.values())
    is_linked = len(chosen) <= LINKED and step == 1
    rows = [
        Row(
            partnership=each,
            label=name_of(each),
            url=timeline_address(each),
            ribbon=each.ribbon,
            count=counted(sum(bars.values())),
            path=_path(bars, fullest),
            years=[
                (
                    span(first := axis.first + place * step, min(first + step - 1, axis.last)),
                    count,
                    year_address(each, first) if is_linked else "",
                )
                for place, count in sorted(bars.items())
            ],
        )
        for each, bars in gathered
    ]
    return Comparison(axis, step, -(-axis.length // step) * ROOM, rows)


def _gathered(counts: Counts, axis: Axis, step: int) -> Counts:
    """By the place of the bar."""
    bars: Counts = defaultdict(int)
    for year, count in counts.items():
        bars[(year - axis.first) // step] += count
    return bars


def _path(bars: Counts, fullest: int) -> str:
    """All bars of a row as one outline, standing on its foot."""
    parts = []
    for place, count in sorted(bars.items()):
        height = max(round(count / fullest * TALL), 3)
        parts.append(f"M{place * ROOM + (ROOM - INK) / 2:g} {TALL}v-{height}h{INK}v{height}z")
    return "".join(parts)
