"""Events and jubilees as components of a calendar (RFC 5545): all of them whole days."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _
from icalendar import Event as Component
from icalendar import vCategory

from events.feeds.content import stand_in_note
from events.feeds.plain import one_line, printable
from events.jubilees import Anniversary
from events.models import Agreement, Event
from events.presentation.jubilees import occasion
from events.presentation.names import plain_name
from twinning.publishing.identity import uid_of
from twinning.publishing.models import Publishable
from twinning.translation.texts import Text, own_text, text_of

InFull = Callable[[str], str]  # makes an address of ours absolute
Days = tuple[date, date]


def of_event(event: Event, in_full: InFull) -> Component | None:
    """None for an entry whose days aren't known. `event` comes from `for_feeds()`."""
    days = event.date.certain_days
    if days is None:
        return None
    component = _component(event, days, uid_of(event), in_full(event.get_absolute_url()))
    title, where = text_of(event, "title"), _where(event)
    topics = [text_of(topic, "name") for topic in event.topics.all()]
    lines = [own_text(event, "summary")]
    if any(text.is_fallback for text in (title, where, text_of(event, "summary"), *topics)):
        lines.append(stand_in_note())
    _say(component, "summary", title)
    _say(component, "location", where)
    _say(component, "description", _own(lines))
    _categorise(component, topics)
    return component


def of_jubilee(anniversary: Anniversary, in_full: InFull) -> Component | None:
    """None for the jubilee of a signature whose day isn't known."""
    agreement, act = anniversary.act.agreement, anniversary.act
    days = anniversary.jubilee.falls.certain_days
    if days is None:
        return None
    uid = uid_of(act, "jubilee", anniversary.jubilee.years)
    component = _component(agreement, days, uid, in_full(agreement.get_absolute_url()))
    name = _parties(agreement)
    with override(name.language):
        title = Text(f"{name.text}: {occasion(anniversary)}", name.language, name.is_fallback)
    signed = f"{capfirst(act.get_kind_display())}: {act.date.render(style='plain')}"
    note = stand_in_note() if name.is_fallback else ""
    _say(component, "summary", title)
    _say(component, "description", _own([own_text(agreement, "title"), signed, note]))
    _categorise(component, [_own([pgettext("category", "Jubilees")])])
    return component


def _component(record: Publishable, days: Days, uid: str, address: str) -> Component:
    """What all have: the end is the day after the last, the moments are those of the record.

    Nothing takes time away (TRANSP). A record that is no longer public is left out and not given
    as cancelled, which would tell of it.
    """
    first, last = days
    changed = last_seen_change(record)
    component = Component()
    component.add("uid", uid)
    component.add("dtstamp", changed)
    component.add("created", record.published_at or changed)
    component.add("last-modified", changed)
    component.add("sequence", record.version)
    component.add("dtstart", first)
    if last < date.max:  # the calendar ends there; a day without an end is a whole one
        component.add("dtend", last + timedelta(days=1))
    component.add("transp", "TRANSPARENT")
    component.add("class", "PUBLIC")
    component.add("url", address)
    return component


def last_seen_change(record: Publishable) -> datetime:
    """To the second. It may have been written before it became public."""
    changed = max(record.updated_at, record.published_at or record.updated_at)
    return changed.replace(microsecond=0)


def _parties(agreement: Agreement) -> Text:
    """Between whom it is, as far as that is public; else what it is called."""
    partnership, network = agreement.partnership, agreement.network
    if partnership and partnership.is_published:
        return plain_name(partnership)
    if network and network.is_published:
        return text_of(network, "name")
    return text_of(agreement, "title")


def _where(event: Event) -> Text:
    """In one language: a property can't say that its text is in two."""
    places = [place for place in (event.place, *event.also_in.all()) if place]
    named = [(event, "venue"), *((place, "name") for place in places)]
    texts = [text_of(record, field) for record, field in named]
    language = get_language() or settings.LANGUAGE_CODE
    is_fallback = any(text.is_fallback for text in texts)
    if is_fallback:
        language = settings.LANGUAGE_CODE
        texts = [text_of(record, field, language) for record, field in named]
    with override(language):
        words = [text.text for text in texts if text] + ([_("online")] if event.online else [])
    return Text(", ".join(words), language, is_fallback)


def _own(lines: Iterable[str]) -> Text:
    return Text("\n".join(filter(None, lines)), get_language() or "", is_fallback=False)


def _say(component: Component, name: str, text: Text) -> None:
    if text:
        clean = printable if name == "description" else one_line
        component.add(name, clean(text.text), {"LANGUAGE": text.language})


def _categorise(component: Component, labels: Iterable[Text]) -> None:
    """One property for each language."""
    by_language: dict[str, list[str]] = {}
    for label in labels:
        by_language.setdefault(label.language, []).append(one_line(label.text))
    for language, names in by_language.items():
        component.add("categories", vCategory(names, params={"LANGUAGE": language}))
