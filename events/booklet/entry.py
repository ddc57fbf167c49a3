"""An event as an entry of the booklet, in the active language."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.booklet.content import Entry, Fact, Photograph, Reference
from events.booklet.photographs import Album
from events.booklet.rich import Run, blocks_of, clean, line_of
from events.booklet.wording import note_on
from events.models import Act, Citation, Event
from events.presentation import entries, numbers, people, places, sources
from events.presentation.facts import language_name
from partners.models import Partnership
from twinning.media.models import Image
from twinning.translation.templatetags.translated import (
    translated,
    translated_rich,
)
from twinning.translation.texts import text_of


def entry(event: Event, partnership: Partnership, listed: dict[int, int], album: Album) -> Entry:
    """`event` from `records.events`; `listed` has the number of each source by its key."""
    shown = entries.entry(event, partnership)
    return Entry(
        key=event.anchor,
        side=shown["side"],
        is_crossing=shown["is_crossing"],
        date=clean(shown["date_text"]),
        place=line_of(shown["place_label"]),
        title=line_of(shown["title"]),
        note=_note(event),
        summary=line_of(shown["summary"]),
        body=blocks_of(translated_rich(event, "body")),
        facts=tuple(_facts(event, shown)),
        photographs=tuple(_photographs(event, album)),
        references=tuple(_references(event.citations.all(), listed)),
    )


def _note(event: Event) -> str:
    texts = (text_of(event, name) for name in ("title", "summary", "body"))
    language = next((text.language for text in texts if text.is_fallback), "")
    return note_on(language_name(language)) if language else ""


def _facts(event: Event, shown: dict[str, Any]) -> Iterator[Fact]:
    if event.venue:
        yield _fact(_("Venue"), [translated(event, "venue")])
    if series := shown["series"]:
        number = f", {shown['edition']}" if shown["edition"] else ""
        yield _fact(pgettext("one series", "Series"), [format_html("{}{}", series[0], number)])
    if parent := shown["part_of"]:
        yield _fact(_("Part of"), [parent[0]])
    if counted := numbers.attendance(event):
        yield _fact(_("Attendance"), [counted])
    for act in event.public_acts:
        yield _act(act)
    for delegation in event.delegations.all():
        size = numbers.delegation_size(delegation)
        about = [size, translated(delegation, "description")]
        members = [people.member(each, event.date) for each in delegation.members.all()]
        yield _fact(places.journey(delegation), [*about, *members])
    for heading, names in people.by_role(event.participations.all(), event.date):
        yield _fact(heading, names)


def _act(act: Act) -> Fact:
    signatories = [people.signatory(each, act.date) for each in act.signatories.all()]
    what = people.joined([translated(act.agreement, "title"), act.get_kind_display()])
    return _fact(_("Agreement"), [what, *signatories, translated(act, "note")])


def _fact(term: str, lines: Iterable[str]) -> Fact:
    given = (line_of(line) for line in lines)
    return Fact(line_of(term), tuple(line for line in given if line))


def _photographs(event: Event, album: Album) -> Iterator[Photograph]:
    for each in event.event_images.all():
        stored = album.files.get(each.image_id)
        if stored:
            image = each.image
            yield Photograph(
                image=image.pk,
                file=stored.name,
                width=stored.width,
                height=stored.height,
                alt=_alt(image),
                caption=line_of(translated(image, "caption")),
                credit=line_of(f"{_('Photograph:')} {image.author}, {image.get_licence_display()}"),
            )


def _alt(image: Image) -> Run:
    alt = text_of(image, "alt")
    language = alt.language if alt.is_fallback else ""
    return Run(clean(alt.text), language, alt.is_fallback)


def _references(citations: Iterable[Citation], listed: dict[int, int]) -> Iterator[Reference]:
    given = list(citations)
    for citation, told in zip(given, sources.cited(given), strict=True):
        details = [SafeString(told.details)] if told.details else []
        if told.claim:
            differs = SafeString(f"{_('Differs:')} ") if told.disagrees else SafeString("")
            details.append(format_html("{}{}", differs, told.claim))
        line = people.joined(details, "; ")
        yield Reference(listed[citation.source_id], line_of(line))
