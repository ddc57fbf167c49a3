"""The filters above the chronicle: each choice a plain link with the number of its entries."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, Value
from django.utils.translation import gettext as _

from events.forms import BOTH, HERE, ONLINE, THERE
from events.models import Event, EventKind
from events.models.event_queryset import EventQuerySet
from partners.models import Partnership, Topic
from twinning.translation.templatetags.translated import translated

SHORT = 4  # letters


@dataclass(frozen=True, slots=True)
class Outline:
    """What filters and density need of one entry. `is_about` it: the topic chosen, if any."""

    begins: date
    kind: str
    online: bool
    at_home: bool
    at_partner: bool
    is_about: bool

    @property
    def places(self) -> set[str]:
        at = {
            HERE: self.at_home,
            THERE: self.at_partner,
            BOTH: self.at_home and self.at_partner,
            ONLINE: self.online,
        }
        return {place for place, is_there in at.items() if is_there}

    def passes(self, chosen: Mapping[str, str], *, but: str) -> bool:
        """Whether it is among what all filters `but` one leave."""
        passed = {
            "topic": self.is_about,
            "kind": chosen.get("kind") == self.kind,
            "place": chosen.get("place") in self.places,
        }
        return all(passed[name] for name in chosen if name != but)


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

    @property
    def is_short(self) -> bool:
        """Whether its labels are years and the like, so that several stand in a row."""
        return all(len(option.label) <= SHORT for option in self.options)


def outlines(
    events: EventQuerySet, partnership: Partnership, topic: Topic | None = None
) -> list[Outline]:
    tagged = Event.topics.through.objects.filter(event=OuterRef("pk"), topic=topic)
    noted = events.seen_from(partnership).annotate(
        is_about=Exists(tagged) if topic else Value(True)
    )
    # Named, as the annotations are known to no type checker.
    names: list[str] = ["date_earliest", "kind", "online", "at_home", "at_partner", "is_about"]
    return [Outline(*row) for row in noted.values_list(*names)]


def filter_groups(
    of_other_filters: EventQuerySet,
    entries: Sequence[Outline],
    partnership: Partnership,
    chosen: Mapping[str, str],
) -> list[FilterGroup]:
    """Topic, kind and place; each choice counts what it and the other filters leave together.

    `of_other_filters` are the entries that kind and place leave, whatever their topic; `entries`
    are all. A choice that leaves nothing isn't offered, but one already made can be taken back,
    unless no entry here is known by it: then it isn't even named.
    """
    told = {
        name: value
        for name, value in chosen.items()
        if any(each.passes({name: value}, but="") for each in entries)
    }
    kinds = Counter(each.kind for each in entries if each.passes(chosen, but="kind"))
    places = Counter(
        place for each in entries if each.passes(chosen, but="place") for place in each.places
    )
    names = [
        (HERE, translated(partnership.home, "name")),
        (THERE, translated(partnership.partner, "name")),
        (BOTH, _("both cities")),
        (ONLINE, _("online")),
    ]
    return [
        _group(_("Topic"), "topic", _topics(of_other_filters), chosen, told),
        _group(
            _("Kind"),
            "kind",
            [(kind.value, str(kind.label), kinds[kind.value]) for kind in EventKind],
            chosen,
            told,
        ),
        _group(
            _("Place"), "place", [(key, name, places[key]) for key, name in names], chosen, told
        ),
    ]


def _topics(events: EventQuerySet) -> list[tuple[str, str, int]]:
    counted = Topic.objects.annotate(count=Count("events", filter=Q(events__in=events)))
    key = f"slug_{settings.LANGUAGE_CODE}"
    return [
        (getattr(topic, key), translated(topic, "name"), getattr(topic, "count", 0))
        for topic in counted
    ]


def _group(
    label: str,
    key: str,
    choices: Iterable[tuple[str, str, int]],
    chosen: Mapping[str, str],
    told: Mapping[str, str],
) -> FilterGroup:
    rest = {name: value for name, value in chosen.items() if name != key}
    options = []
    for value, name, count in choices:
        is_current = chosen.get(key) == value
        query = urlencode(rest if is_current else {**rest, key: value})
        if count or told.get(key) == value:
            options.append(FilterOption(name, count, f"?{query}" if query else ".", is_current))
    return FilterGroup(label, options)
