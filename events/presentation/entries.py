"""An event as an entry of a list: what `components/entry.html` takes."""

from typing import Any

from django.conf import settings
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events.addresses import topic_address
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
    remark: str = "",
) -> dict[str, Any]:
    """Seen from `partnership`, or in a list of several, where its own partnership tells the ribbon.

    `event` comes from `for_lists()` with `seen_from(partnership)`, or from `for_mixed_lists()`.
    """
    series = event.public_series
    parent = event.public_parent
    return {
        "anchor": event.anchor,
        "url": event.get_absolute_url(),
        "title": translated(event, "title"),
        "summary": translated(event, "summary"),
        "body": translated_rich(event, "body") if full else None,
        "date_text": event.date.render(),
        "date_iso": event.date.edtf if event.date.is_html_time else None,
        "place_label": _places(event, partnership),
        "side": side(event, partnership),
        "is_crossing": getattr(event, "is_signing", False),
        "ribbon": None if partnership else _ribbon(event),
        "remark": remark,
        "kind": capfirst(event.get_kind_display()),
        "part_of": (translated(parent, "title"), parent.get_absolute_url()) if parent else None,
        "topics": [
            (translated(topic, "name"), topic_address(partnership, topic) if partnership else None)
            for topic in event.topics.all()
        ],
        "series": (translated(series, "name"), series.get_absolute_url()) if series else None,
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
    at_home = _is_in(event, partnership.home_id, "at_home")
    at_partner = _is_in(event, partnership.partner_id, "at_partner")
    if at_home == at_partner:
        return BOTH
    return HOME if at_home else PARTNER


def _is_in(event: Event, place_id: int, annotation: str) -> bool:
    if hasattr(event, annotation):
        return bool(getattr(event, annotation))
    return place_id in {event.place_id, *(place.pk for place in event.also_in.all())}


def edition(event: Event) -> str | None:
    if event.edition is None:
        return None
    return _("edition %(number)s") % {"number": event.edition}


def _places(event: Event, partnership: Partnership | None) -> SafeString:
    """Where it happened: the place, then the other city of the partnership, then “online”."""
    places = [event.place] if event.place else []
    if partnership:
        also = [("at_home", partnership.home), ("at_partner", partnership.partner)]
        places += [
            city for at, city in also if getattr(event, at, False) and city.pk != event.place_id
        ]
    names = [translated(place, "name") for place in places]
    if event.online:
        names.append(SafeString(_("online")))
    return format_html_join(", ", "{}", ((name,) for name in names))


def _first_partnership(event: Event) -> Partnership | None:
    return next(iter(event.partnerships.all()), None)


def _ribbon(event: Event) -> str | None:
    partnership = _first_partnership(event)
    return partnership.ribbon if partnership else None


def _sources(event: Event) -> list[tuple[str, str]]:
    sources = {citation.source_id: citation.source for citation in event.citations.all()}
    return [(translated(each, "title"), each.get_absolute_url()) for each in sources.values()]
