"""The filters above the chronicle: each choice a plain link with the number of its entries."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from events.forms import HERE, ONLINE, THERE
from events.models import EventKind
from events.models.event_queryset import EventQuerySet
from partners.models import Partnership, Topic


@dataclass(frozen=True, slots=True)
class Outline:
    """What filters and density need of one entry."""

    begins: date
    kind: str
    online: bool
    at_home: bool
    at_partner: bool


@dataclass(frozen=True, slots=True)
class FilterOption:
    """`url` leads to the page with this choice made or, where it is made already, taken back."""

    label: str
    count: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class FilterGroup:
    label: str
    options: list[FilterOption]

    @property
    def is_active(self) -> bool:
        return any(option.is_current for option in self.options)


def outlines(events: EventQuerySet, partnership: Partnership) -> list[Outline]:
    # Named, as the two annotations are known to no type checker.
    names: list[str] = ["date_earliest", "kind", "online", "at_home", "at_partner"]
    return [Outline(*row) for row in events.seen_from(partnership).values_list(*names)]


def filter_groups(
    events: EventQuerySet,
    entries: Iterable[Outline],
    partnership: Partnership,
    chosen: Mapping[str, str],
) -> list[FilterGroup]:
    """Topic, kind and place, each with the choices that have entries in the whole chronicle."""
    entries = list(entries)
    kinds = Counter(entry.kind for entry in entries)
    places = {
        HERE: (str(partnership.home), sum(entry.at_home for entry in entries)),
        THERE: (str(partnership.partner), sum(entry.at_partner for entry in entries)),
        ONLINE: (_("online"), sum(entry.online for entry in entries)),
    }
    return [
        _group(_("Topic"), "topic", _topics(events), chosen),
        _group(
            _("Kind"),
            "kind",
            [(kind.value, str(kind.label), kinds[kind.value]) for kind in EventKind],
            chosen,
        ),
        _group(_("Place"), "place", [(key, *value) for key, value in places.items()], chosen),
    ]


def _topics(events: EventQuerySet) -> list[tuple[str, str, int]]:
    counted = Topic.objects.annotate(count=Count("events", filter=Q(events__in=events)))
    key = f"slug_{settings.LANGUAGE_CODE}"
    return [(getattr(topic, key), topic.name, getattr(topic, "count", 0)) for topic in counted]


def _group(
    label: str, key: str, choices: Iterable[tuple[str, str, int]], chosen: Mapping[str, str]
) -> FilterGroup:
    rest = {name: value for name, value in chosen.items() if name != key and value}
    options = []
    for value, name, count in choices:
        is_current = chosen.get(key) == value
        query = urlencode(rest if is_current else {**rest, key: value})
        if count:
            options.append(FilterOption(name, count, f"?{query}" if query else ".", is_current))
    return FilterGroup(label, options)
