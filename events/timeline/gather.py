"""What the picture of a partnership's life shows, in a fixed number of queries."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Agreement, Delegation, Event, Series
from events.presentation.names import name_of
from events.presentation.numbers import grouped
from events.presentation.people import held
from events.timeline.axis import Axis
from events.timeline.life import BARS, NARROW, WIDE, Band, Bar, Happening, Lane, Places, bars
from partners.models import Office, Partnership, Place
from twinning.dates import HistoricalDate
from twinning.dates.templatetags.historical_dates import historical_date_element as told
from twinning.publishing.models import is_public
from twinning.translation.templatetags.translated import translated
from twinning.translation.texts import Text, text_of

MOST = 12  # lanes of one kind
ROOM_OF_A_LETTER = 1.1  # of a name on its band, in percent of the wide picture


@dataclass(frozen=True, slots=True)
class Group:
    """Lanes of one kind, of which `left_out` more aren't drawn."""

    key: str
    heading: str
    lanes: list[Lane]
    left_out: str


@dataclass(frozen=True, slots=True)
class Life:
    axis: Axis
    wide: list[Bar]
    narrow: list[Bar]
    groups: list[Group]
    entries: int


def life_of(partnership: Partnership) -> Life | None:
    """None as long as nothing of the partnership has been published."""
    events = Event.objects.published().of_partnership(partnership)
    beginnings = list(events.order_by().values_list("date_earliest", flat=True))
    if not beginnings:
        return None
    agreements = list(
        Agreement.objects.published().of_partnership(partnership).with_dates().in_order()
    )
    axis = _axis(beginnings, agreements)
    places = Places(partnership, axis, {day.year for day in beginnings})
    groups = [
        _agreements(agreements, places),
        _series(events, places),
        _people(partnership, axis),
        _delegations(events, places),
    ]
    return Life(
        axis,
        bars(beginnings, axis, BARS[WIDE], places.address),
        bars(beginnings, axis, BARS[NARROW], places.address),
        [group for group in groups if group.lanes],
        len(beginnings),
    )


def _axis(beginnings: Sequence[date], agreements: Iterable[Agreement]) -> Axis:
    """From the first thing to the last; what has been planned belongs to it, an open end not."""
    acts = [act.date.earliest for agreement in agreements for act in agreement.acts.all()]
    years = [day.year for day in (*beginnings, *acts) if day > date.min]
    return Axis(min(years), max(years))


def _agreements(agreements: Sequence[Agreement], places: Places) -> Group:
    lanes = [
        places.lane(
            [_act(act) for act in agreement.acts.all()],
            label=name_of(agreement),
            url=agreement.get_absolute_url(),
            ribbon="crossing",
            counted=_counted_acts,
        )
        for agreement in agreements
        if agreement.acts.all()
    ]
    return Group("agreements", _("Agreements"), lanes[:MOST], _left_out(lanes))


def _act(act: Any) -> Happening:
    page = act.event or act.agreement
    kind = act.get_kind_display()
    name = f"{kind}, {act.date.render()}: {text_of(page, page.slug_source).text}"
    said = format_html("{}, {}", kind, told(act.date))
    return _happening(act.date, page, said, name)


def _counted_acts(count: int) -> str:
    text = ngettext("%(number)s act", "%(number)s acts", count)
    return text % {"number": grouped(count)}


def _series(events: Any, places: Places) -> Group:
    """Those with the most entries of this partnership, in the order in which they began."""
    editions: dict[Series, list[Event]] = {}
    for event in events.filter(is_public("series")).select_related("series").in_order():
        editions.setdefault(event.series, []).append(event)
    most = Counter({series: len(found) for series, found in editions.items()}).most_common(MOST)
    drawn = {series for series, _count in most}
    lanes = [
        places.lane(
            [_edition(event) for event in found],
            label=name_of(series),
            url=series.get_absolute_url(),
            ribbon="dots",
        )
        for series, found in editions.items()
        if series in drawn
    ]
    return Group("series", _("Series"), lanes, _left_out(editions))


def _edition(event: Event) -> Happening:
    said = format_html("{}", told(event.date))
    return _happening(event.date, event, said)


def _happening(
    date: HistoricalDate, page: Any, said: SafeString, name: str | None = None
) -> Happening:
    title = text_of(page, page.slug_source)
    label = name or f"{title.text}, {date.render(title.language)}"
    text = Text(label, title.language, is_fallback=title.is_fallback)
    return Happening(date.earliest, date.latest, text, said, page.get_absolute_url())


def _people(partnership: Partnership, axis: Axis) -> Group:
    """Who held an office of either city, as far as the sources say."""
    cities = [partnership.home_id, partnership.partner_id]
    offices = (
        Office.objects.filter(is_public("person"), place__in=cities)
        .select_related("person", "place")
        .order_by("held_earliest", "-held_latest", "pk")
    )
    reached = [each for each in offices if axis.reaches(each.held.earliest, each.held.latest)]
    reached.sort(key=lambda each: each.place_id != partnership.home_id)  # the home city first
    held_by: dict[tuple[int | None, str], list[Office]] = {}
    for office in reached:
        held_by.setdefault((office.place_id, office.title), []).append(office)
    lanes = [_office(each, partnership, axis) for each in held_by.values()]
    return Group("people", _("People in office"), lanes[:MOST], _left_out(lanes))


def _office(holders: Sequence[Office], partnership: Partnership, axis: Axis) -> Lane:
    """A band for each who held it, the names in the same order beside it."""
    bands: list[Band] = []
    for office in holders:
        start, end = axis.at(office.held.earliest), axis.at(office.held.latest)
        name = office.person.full_name
        is_free = not bands or bands[-1].end <= start
        has_room = is_free and end - start > len(name) * ROOM_OF_A_LETTER
        url = office.person.get_absolute_url()
        bands.append(Band(start, end, name, has_room, url, held(office)))
    return Lane(
        label=translated(holders[0], "title"),
        ribbon="home" if holders[0].place_id == partnership.home_id else "partner",
        bands=bands,
    )


def _delegations(events: Any, places: Places) -> Group:
    """Those that left the home city, and those that came to it."""
    home = places.partnership.home
    travelled = list(
        Delegation.objects.filter(Q(origin=home) | Q(destination=home), event__in=events)
        .select_related("event")
        .order_by("event__date_earliest", "pk")
    )
    directions = [
        ("out", _("From: %(place)s"), [each for each in travelled if each.origin_id == home.pk]),
        ("in", _("To: %(place)s"), [each for each in travelled if each.origin_id != home.pk]),
    ]
    lanes = [
        places.lane(
            [_edition(each.event) for each in found],
            label=_phrase(text, home),
            note=_counted_delegations(len(found)),
            ribbon=direction,
            counted=_counted_delegations,
        )
        for direction, text, found in directions
        if found
    ]
    return Group("delegations", _("Delegations"), lanes, "")


def _phrase(text: str, place: Place) -> SafeString:
    return SafeString(text % {"place": name_of(place)})


def _counted_delegations(count: int) -> str:
    text = ngettext("%(number)s delegation", "%(number)s delegations", count)
    return text % {"number": grouped(count)}


def _left_out(found: Any) -> str:
    """Says how many lanes there was no room for; empty where there are none."""
    count = len(found) - MOST
    if count <= 0:
        return ""
    text = ngettext(
        "%(number)s more isn’t drawn here.", "%(number)s more aren’t drawn here.", count
    )
    return capfirst(text % {"number": grouped(count)})
