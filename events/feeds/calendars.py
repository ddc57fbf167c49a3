"""Calendars of coming events and jubilees (RFC 5545 and 7986)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Timezone, vDuration
from icalendar import Event as Component

from events.feeds.components import InFull, of_event, of_jubilee
from events.feeds.plain import one_line
from events.feeds.subjects import Subject
from events.jubilees import LEAD_MONTHS, anniversaries, months_after
from events.models import Act, Event
from twinning.publishing.identity import uid_of

KEPT_MONTHS = 12  # so that what was subscribed to doesn't vanish the day after
REFRESHED = timedelta(days=1)


def subject_calendar(subject: Subject, in_full: InFull, *, today: date) -> Calendar:
    since = months_after(today, -KEPT_MONTHS)
    calendar = _calendar(_components(subject, since, in_full))
    name = subject.title
    calendar.add("name", one_line(name.text), {"LANGUAGE": name.language})
    calendar.add("x-wr-calname", one_line(name.text))
    described = _("Coming events and jubilees of the partnerships")
    calendar.add("description", described, {"LANGUAGE": get_language() or ""})
    calendar.add("x-wr-caldesc", described)
    calendar.add("uid", uid_of(subject.record, "calendar", get_language() or ""))
    calendar.add("url", in_full(subject.page()))
    calendar.add("source", in_full(subject.subscription().calendar), {"VALUE": "URI"})
    calendar.add("refresh-interval", REFRESHED, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESHED))
    return calendar


def event_calendar(event: Event, in_full: InFull) -> Calendar | None:
    """The entry alone, None where its days aren't known."""
    component = of_event(event, in_full)
    return None if component is None else _calendar([component])


def _components(subject: Subject, since: date, in_full: InFull) -> Iterator[Component]:
    for event in subject.events.reaching_beyond(since).for_feeds().in_order():
        if component := of_event(event, in_full):
            yield component
    acts = Act.objects.signings_of(subject.agreements)
    for each in anniversaries(acts, today=since, months=KEPT_MONTHS + LEAD_MONTHS):
        if component := of_jubilee(each, in_full):
            yield component


def _calendar(components: Iterable[Component]) -> Calendar:
    calendar = Calendar()
    owner, _comma, _year = settings.TAG_AUTHORITY.partition(",")
    calendar.add("prodid", f"-//{owner}//Partner cities//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for each in components:
        calendar.add_component(each)
    if not calendar.subcomponents:
        # A calendar must have something in it, and an event there would be none.
        calendar.add_component(_time_zone())
    return calendar


def _time_zone() -> Timezone:
    year = timezone.localdate().year
    return Timezone.from_tzid(
        settings.TIME_ZONE, first_date=date(year, 1, 1), last_date=date(year + 1, 1, 1)
    )
