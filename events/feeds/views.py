"""Feeds and calendars over HTTP, kept by whoever fetches them until something changes."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header, http_date
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe
from icalendar import Calendar

from events import subscriptions
from events.feeds import subjects
from events.feeds.calendars import event_calendar, subject_calendar
from events.feeds.changes import last_change
from events.feeds.entries import atom_feed
from events.feeds.subjects import Subject
from events.models import Event

FindSubject = Callable[..., Subject]
View = Callable[..., HttpResponse]


def _fetched_again(view: View) -> View:
    """With ETag and Last-Modified; asked about each time, for an entry may have been taken back."""

    @require_safe
    @conditional_page
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = view(request, **kwargs)
        changed = last_change()
        if changed:
            response["Last-Modified"] = http_date(changed.timestamp())
        patch_cache_control(response, no_cache=True)
        return response

    return answer


def feed_of(find: FindSubject) -> View:
    """The view of the feed of the subject that `find` gives for the values in the address."""

    def feed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        found = find(**kwargs)
        number = request.GET.get("page", "1")
        atom = atom_feed(found, number, request.build_absolute_uri)
        response = HttpResponse(content_type=atom.content_type)
        atom.write(response, "utf-8")
        return response

    return _fetched_again(feed)


def calendar_of(find: FindSubject) -> View:
    """As `feed_of`."""

    def calendar(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        found = subject_calendar(
            find(**kwargs), request.build_absolute_uri, today=timezone.localdate()
        )
        return _as_file(found, "-".join([*kwargs.values(), _("calendar")]))

    return _fetched_again(calendar)


def _event_calendar(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.published().for_feeds().at_slug(slug))
    if year != event.date.earliest.year:
        return redirect(subscriptions.of_event(event).event, permanent=True)
    calendar = event_calendar(event, request.build_absolute_uri)
    if calendar is None:
        raise Http404
    return _as_file(calendar, slug)


def _as_file(calendar: Calendar, name: str) -> HttpResponse:
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    disposition = content_disposition_header(as_attachment=True, filename=f"{slugify(name)}.ics")
    response["Content-Disposition"] = disposition or ""
    return response


site_feed = feed_of(subjects.site)
home_city_feed = feed_of(subjects.home_city)
partnership_feed = feed_of(subjects.partnership)
series_feed = feed_of(subjects.series)
topic_feed = feed_of(subjects.topic)

site_calendar = calendar_of(subjects.site)
home_city_calendar = calendar_of(subjects.home_city)
partnership_calendar = calendar_of(subjects.partnership)
calendar_of_event = _fetched_again(_event_calendar)
