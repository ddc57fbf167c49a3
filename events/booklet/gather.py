"""From published records to a booklet. Nothing that residents can't see gets further than this."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.addresses import chronicle_address
from events.booklet import wording
from events.booklet.choice import Choice, span
from events.booklet.content import Booklet, Edition, Headline, ListedSource, Year, runs_in
from events.booklet.entry import entry
from events.booklet.photographs import Album
from events.booklet.registers import registers
from events.booklet.rich import Line, Run, blocks_of, clean, line_of
from events.chronicle import YearOfEntries, by_year
from events.models import Event, Source, YearNote
from events.presentation import facts
from events.presentation.names import name_of, plain_name
from events.presentation.people import joined
from twinning.dates import HistoricalDate
from twinning.publishing.public_body import public_body
from twinning.translation.templatetags.translated import translated, translated_rich
from twinning.translation.texts import text_of


class NothingToTellError(Exception):
    """The years chosen have no published entry."""


@dataclass(frozen=True, slots=True)
class Records:
    """What was fetched, once for all languages."""

    choice: Choice
    years: list[YearOfEntries]
    sources: list[Source]  # in the order in which the entries cite them

    @property
    def span(self) -> str:
        """From the first year told to the last, which may be fewer than were asked for."""
        return span(self.years[0].year, self.years[-1].year)

    @property
    def events(self) -> Iterator[Event]:
        for year in self.years:
            yield from year.entries


def fetch(choice: Choice) -> Records:
    """A fixed number of queries, however many entries. Raises NothingToTellError."""
    partnership = choice.partnership
    events = list(
        Event.objects.published()
        .of_partnership(partnership)
        .begun_between(choice.first_year, choice.last_year)
        .seen_from(partnership)
        .for_own_page()
        .with_public_acts()
        .in_order()
    )
    if not events:
        raise NothingToTellError
    notes = YearNote.objects.published().of_partnership(partnership)
    shown = notes.filter(first_year__lte=choice.last_year, last_year__gte=choice.first_year)
    cited = {each.source_id: each.source for event in events for each in event.citations.all()}
    return Records(choice, by_year(events, list(shown), ()), list(cited.values()))


def booklet(records: Records, album: Album, *, site: str = "") -> Booklet:
    """`site` is the address of the site without a slash in the end, for links into it."""
    choice = records.choice
    partnership = choice.partnership
    with override(choice.languages[0]):
        publisher = clean(text_of(public_body(), "name").text)
        address = f"{site}{chronicle_address(partnership)}" if site else ""
    name = f"{site or partnership} {partnership.pk} {records.span} {choice.language}"
    return Booklet(
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, name).urn,
        made=timezone.localdate().isoformat(),
        publisher=publisher,
        address=address,
        ribbon=partnership.ribbon,
        editions=tuple(_edition(records, album, code, address) for code in choice.languages),
    )


def _edition(records: Records, album: Album, language: str, address: str) -> Edition:
    with override(language):
        partnership = records.choice.partnership
        listed = {source.pk: number for number, source in enumerate(records.sources, start=1)}
        edition = Edition(
            language=language,
            title=_title(records),
            home=line_of(name_of(partnership.home)),
            partner=line_of(name_of(partnership.partner)),
            publisher=line_of(translated(public_body(), "name")),
            span=records.span,
            words=wording.words(),
            summary=line_of(translated(partnership, "summary")),
            introduction=blocks_of(translated_rich(partnership, "introduction")),
            years=tuple(_year(year, records, listed, album) for year in records.years),
            registers=registers(records.events),
            sources=tuple(_listed(source, number) for source, number in _numbered(records)),
            colophon=(),
        )
        return replace(edition, colophon=tuple(_colophon(edition, records, album, address)))


def _title(records: Records) -> Run:
    """All of it in the language of the cities' names: a title can't be in two."""
    name = plain_name(records.choice.partnership)
    with override(name.language):
        title = _("Chronicle: %(partnership)s") % {"partnership": name.text}
    language = name.language if name.is_fallback else ""
    return Run(clean(f"{title}, {records.span}"), language, name.is_fallback)


def _year(year: YearOfEntries, records: Records, listed: dict[int, int], album: Album) -> Year:
    partnership = records.choice.partnership
    return Year(
        number=year.year,
        gap=year.gap,
        headlines=tuple(_headline(note) for note in year.notes),
        entries=tuple(entry(event, partnership, listed, album) for event in year.entries),
    )


def _headline(note: YearNote) -> Headline:
    several = note.first_year != note.last_year
    return Headline(
        text=line_of(translated(note, "headline")),
        span=span(note.first_year, note.last_year) if several else "",
        lead=line_of(translated(note, "lead")),
    )


def _numbered(records: Records) -> list[tuple[Source, int]]:
    return [(source, number) for number, source in enumerate(records.sources, start=1)]


def _listed(source: Source, number: int) -> ListedSource:
    issued = source.issued.render() if source.issued else ""
    origin = joined([translated(source, "issuer"), clean(source.reference), issued])
    lines = [line_of(origin)]
    if source.url:
        url = clean(source.url)
        read = _("read on %(date)s") % {"date": _day(source.accessed)} if source.accessed else ""
        lines.append((Run(facts.host(url), url=url), *([Run(f", {read}")] if read else [])))
    lines.append(line_of(translated(source, "rights")))
    return ListedSource(number, line_of(name_of(source)), tuple(line for line in lines if line))


def _day(day: date) -> str:
    return HistoricalDate.of_day(day).render()


def _colophon(edition: Edition, records: Records, album: Album, address: str) -> Iterable[Line]:
    partnership = records.choice.partnership
    languages = {run.language for run in runs_in(edition) if run.stands_in}
    return wording.colophon(
        home=name_of(partnership.home),
        partner=name_of(partnership.partner),
        body=public_body(),
        address=address,
        stand_ins_in=", ".join(facts.language_name(code) for code in sorted(languages)),
        lost_photographs=len(album.lost),
    )
