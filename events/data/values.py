"""Values that several datasets share. Texts keep their language until they are written."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from html import unescape
from typing import Any

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.translation import get_language

from events.models import Citation
from partners.models import Organisation, Partnership, Person, Topic
from partners.models.names import FormerName
from twinning.dates import HistoricalDate
from twinning.publishing.models import Publishable
from twinning.translation.texts import Text, text_of

Values = dict[str, Any]
Absolute = Callable[[str], str]  # an address on this site with scheme and host


def heading(record: Any, absolute: Absolute) -> Values:
    """The first fields of a record."""
    return {**reference(record, absolute), "language": get_language()}


def imprint(record: Publishable) -> Values:
    """The last fields of a record but `fallbacks`, which is read off the whole."""
    first = record.published_at
    return {
        "published": stamp(first) if first else None,
        "modified": stamp(record.updated_at),
    }


def stamp(moment: datetime) -> str:
    """In UTC to the second: 2026-11-24T08:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def reference(record: Any, absolute: Absolute) -> Values:
    return {"id": record.pk, "url": absolute(record.get_absolute_url())}


def titled(record: Any, absolute: Absolute) -> Values:
    return {**reference(record, absolute), "title": text_of(record, "title")}


def named(record: Any, absolute: Absolute) -> Values:
    return {**reference(record, absolute), "name": text_of(record, "name")}


def pair(partnership: Partnership, absolute: Absolute) -> Values:
    return {
        **reference(partnership, absolute),
        "home": text_of(partnership.home, "name"),
        "partner": text_of(partnership.partner, "name"),
    }


def optional(record: Any, field: str) -> Text | None:
    return text_of(record, field) or None


def rich(record: Any, field: str) -> Text | None:
    """The words of a rich text, a paragraph or list item a line."""
    text = text_of(record, field)
    lines = [
        unescape(strip_tags(line)).strip()
        for line in text.text.replace("</p>", "\n").replace("</li>", "\n").splitlines()
    ]
    words = "\n".join(line for line in lines if line)
    return Text(words, text.language, text.is_fallback) if words else None


def dated(name: str, date: HistoricalDate | None) -> Values:
    """EDTF, first and last day, and words. An open end has no day: none is invented for it."""
    first = date.span.first if date else None
    last = date.span.last if date else None
    return {
        name: date.edtf if date else None,
        f"{name}_earliest": date.earliest if date and first else None,
        f"{name}_latest": date.latest if date and last else None,
        f"{name}_text": date.render(get_language() or settings.LANGUAGE_CODE) if date else None,
    }


def topics(given: Iterable[Topic]) -> Values:
    listed = list(given)
    key = f"slug_{settings.LANGUAGE_CODE}"
    return {
        "topics": [text_of(topic, "name") for topic in listed],
        "topic_keys": [getattr(topic, key) for topic in listed],
    }


def former(names: Iterable[FormerName]) -> list[Values]:
    return [
        {
            "name": text_of(each, "name"),
            "short_name": optional(each, "short_name"),
            "used": each.used.edtf,
        }
        for each in names
    ]


def who(each: Any, date: HistoricalDate) -> Text | str | None:
    """The name on the day of who took part, travelled or signed; None where only described."""
    organisation: Organisation | None = each.organisation
    person: Person | None = each.person
    if organisation is not None:
        return text_of(organisation.called_on(date), "name")
    return person.full_name if person else None


def sources(citations: Iterable[Citation], absolute: Absolute) -> list[Values]:
    return [
        {
            **titled(citation.source, absolute),
            "locator": optional(citation, "locator"),
            "claim": optional(citation, "claim"),
            "stated_date": citation.stated_date.edtf if citation.stated_date else None,
            "disagrees": citation.disagrees,
        }
        for citation in citations
    ]
