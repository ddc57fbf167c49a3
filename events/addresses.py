"""Addresses that belong to a partnership and not to a record of their own."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from partners.models import Partnership, Topic


def chronicle_address(partnership: Partnership) -> str:
    return reverse("chronicle", args=cities(partnership))


def timeline_address(partnership: Partnership) -> str:
    """The partnership's life on a single screen; only where an entry has been published."""
    return reverse("timeline", args=cities(partnership))


def figures_address(partnership: Partnership) -> str:
    """What the chronicle holds, counted; only where an entry has been published."""
    return reverse("figures", args=cities(partnership))


def year_address(partnership: Partnership, year: int) -> str:
    return reverse("year", args=[*cities(partnership), year])


def cities(partnership: Partnership) -> list[str]:
    """The segments that every address of a partnership begins with."""
    return [partnership.home.slug, partnership.partner.slug]


def entries_about(topic: Topic) -> str:
    """The search with everything about `topic`, which has no page of its own."""
    return f"{reverse('search')}?{urlencode({'topic': topic.natural_key()[0]})}"


def topic_address(partnership: Partnership, topic: Topic) -> str:
    """The chronicle with only the entries about `topic`."""
    key = getattr(topic, f"slug_{settings.LANGUAGE_CODE}")
    return f"{chronicle_address(partnership)}?{urlencode({'topic': key})}"


def version_address(event: Any, number: int) -> str:
    """The entry as it was published in one of its versions."""
    return reverse("event_version", args=[event.date.earliest.year, event.slug, number])


def state_address(partnership: Partnership, year: int, moment: datetime) -> str:
    """The page of a year as it was at a moment."""
    places = [partnership.home.slug, partnership.partner.slug]
    return reverse("year_state", args=[*places, year, moment])


def citation_address(event: Any) -> str:
    """How the entry is cited, and all its versions."""
    return reverse("event_citation", args=[event.date.earliest.year, event.slug])


def year_citation_address(partnership: Partnership, year: int) -> str:
    """How the page of a year is cited, and all its states."""
    return reverse("year_citation", args=[partnership.home.slug, partnership.partner.slug, year])
