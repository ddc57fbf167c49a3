"""An event as an entry of a list: what `components/entry.html` takes."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.models import Event
from partners.models import Partnership
from twinning.translation.templatetags.translated import (
    lacks_translation,
    translated,
    translated_rich,
)

HOME, PARTNER, BOTH = "home", "partner", "both"


def entry(
    event: Event,
    partnership: Partnership | None = None,
    *,
    full: bool = False,
    heading_level: int = 3,
) -> dict[str, Any]:
    """Seen from `partnership`, or in a list of several, where its own partnership tells the ribbon.

    `event` comes from `for_lists()`, and from `seen_from(partnership)` or `with_ribbons()`.
    """
    series = event.public_series
    return {
        "anchor": event.anchor,
        "url": event.get_absolute_url(),
        "title": translated(event, "title"),
        "summary": translated(event, "summary"),
        "body": translated_rich(event, "body") if full else None,
        "date_text": event.date.render(),
        "date_iso": event.date.edtf if event.date.is_html_time else None,
        "place_label": _place(event),
        "side": side(event, partnership),
        "is_crossing": getattr(event, "is_signing", False),
        "ribbon": None if partnership else _ribbon(event),
        "kind": capfirst(event.get_kind_display()),
        "part_of": _part_of(event),
        "topics": [(topic.name, _topic_url(topic, partnership)) for topic in event.topics.all()],
        "series": (series.name, series.get_absolute_url()) if series else None,
        "edition": edition(event) if series else None,
        "sources": _sources(event),
        "heading_level": heading_level,
        "text_lang": settings.LANGUAGE_CODE
        if lacks_translation(event, "title,summary,body" if full else "title,summary")
        else None,
    }


def side(event: Event, partnership: Partnership | None) -> str:
    """The ribbon an entry hangs on: of the place where it happened, or both when it was shared."""
    partnership = partnership or _first_partnership(event)
    if partnership is None or event.online:
        return BOTH
    at_home = getattr(event, "at_home", event.place_id == partnership.home_id)
    at_partner = getattr(event, "at_partner", event.place_id == partnership.partner_id)
    if at_home == at_partner:
        return BOTH
    return HOME if at_home else PARTNER


def edition(event: Event) -> str | None:
    if event.edition is None:
        return None
    return _("edition %(number)s") % {"number": event.edition}


def _place(event: Event) -> str | None:
    if event.place:
        return event.place.name
    return _("online") if event.online else None


def _part_of(event: Event) -> tuple[str, str] | None:
    parent = event.public_parent
    return (parent.title, parent.get_absolute_url()) if parent else None


def _first_partnership(event: Event) -> Partnership | None:
    return next(iter(event.partnerships.all()), None)


def _ribbon(event: Event) -> str | None:
    partnership = _first_partnership(event)
    return partnership.ribbon if partnership else None


def _topic_url(topic: Any, partnership: Partnership | None) -> str | None:
    if partnership is None:
        return None
    chronicle = reverse("chronicle", args=[partnership.home.slug, partnership.partner.slug])
    key = getattr(topic, f"slug_{settings.LANGUAGE_CODE}")
    return f"{chronicle}?{urlencode({'topic': key})}"


def _sources(event: Event) -> list[tuple[str, str]]:
    sources = {citation.source_id: citation.source for citation in event.citations.all()}
    return [(source.title, source.get_absolute_url()) for source in sources.values()]
