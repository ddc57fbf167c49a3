"""The facts beside a page: short terms and their values, leaving out what nobody knows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from babel import Locale
from django.conf import settings
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext, to_locale
from django.utils.translation import gettext as _

from events.addresses import topic_address, year_address
from events.models import Agreement, Event, Series, Source
from events.presentation.names import name_of
from events.presentation.numbers import attendance, grouped
from events.presentation.people import joined, linked, name_then
from partners.models import Network, Organisation, Partnership, Place
from twinning.dates import HistoricalDate
from twinning.dates.templatetags.historical_dates import historical_date_element as told
from twinning.translation.templatetags.translated import translated


@dataclass(frozen=True, slots=True)
class Fact:
    term: str
    value: str
    url: str | None = None
    lang: str | None = None


def known(*facts: Fact) -> list[Fact]:
    return [fact for fact in facts if fact.value]


def country(code: str) -> str:
    """The country's name in the active language, from CLDR."""
    return str(_cldr().territories.get(code, code))


def _cldr() -> Locale:
    return Locale.parse(to_locale(get_language() or settings.LANGUAGE_CODE))


def links(records: list[tuple[str, str]]) -> SafeString:
    """Labels linked to their addresses, each on a line of its own."""
    return format_html_join(
        SafeString("<br>"), '<a href="{}">{}</a>', ((url, label) for label, url in records)
    )


def _pages(records: Iterable[Any]) -> SafeString:
    return links([(name_of(each), each.get_absolute_url()) for each in records])


def of_partnership(partnership: Partnership) -> list[Fact]:
    place = partnership.partner
    return known(
        Fact(_("Country"), country(place.country)),
        Fact(_("Region"), name_of(place.parent) if place.parent else ""),
        Fact(_("Own name"), _own_name(place), lang=place.local_language or None),
        Fact(_("Kind"), capfirst(partnership.get_kind_display())),
        Fact(_("State"), capfirst(partnership.get_state_display())),
        Fact(_("Since"), told(partnership.state_since)),
        Fact(_("Population"), _population(place)),
        Fact(_("Website"), host(place.website), url=place.website),
        Fact(
            _("Topics"),
            links(
                [
                    (name_of(topic), topic_address(partnership, topic))
                    for topic in partnership.topics.all()
                ]
            ),
        ),
    )


def _own_name(place: Place) -> str:
    return place.local_name if place.local_name != place.name else ""


def _population(place: Place) -> str:
    if place.population is None:
        return ""
    return _("%(number)s (%(year)s, %(source)s)") % {
        "number": grouped(place.population),
        "year": place.population_year,
        "source": place.population_source,
    }


def host(address: str) -> str:
    """An address as people say it."""
    return address.split("://", 1)[-1].rstrip("/")


def of_event(event: Event, year: int | None = None) -> list[Fact]:
    """`year` is that in whose chronicle it stands, if not the one of its date."""
    series = event.public_series
    parent = event.public_parent
    return known(
        Fact(_("Date"), told(event.date)),
        Fact(_("Place"), joined(_places(event))),
        Fact(_("Venue"), translated(event, "venue")),
        Fact(_("Kind"), capfirst(event.get_kind_display())),
        Fact(_("Topics"), _topics(event)),
        Fact(
            pgettext("one series", "Series"),
            translated(series, "name") if series else "",
            series.get_absolute_url() if series else None,
        ),
        Fact(_("Edition"), str(event.public_edition or "")),
        Fact(
            _("Part of"),
            translated(parent, "title") if parent else "",
            parent.get_absolute_url() if parent else None,
        ),
        Fact(_("Attendance"), attendance(event)),
        Fact(_("Chronicle"), links(_years(event, year or event.date.earliest.year))),
        Fact(
            _("Networks"),
            joined(
                (linked(each, name_then(each, event.date)) for each in event.networks.all()),
                SafeString("<br>"),
            ),
        ),
    )


def _places(event: Event) -> Iterator[str]:
    if event.place:
        yield name_of(event.place)
    yield from (name_of(place) for place in event.also_in.all())
    if event.online:
        yield _("online")


def _topics(event: Event) -> SafeString:
    """Each leads to the like in the chronicle, where the entry belongs to just one."""
    topics = list(event.topics.all())
    partnerships = list(event.partnerships.all())
    if len(partnerships) == 1:
        return links([(name_of(topic), topic_address(partnerships[0], topic)) for topic in topics])
    return joined(translated(topic, "name") for topic in topics)


def _years(event: Event, year: int) -> list[tuple[str, str]]:
    return [
        (joined([name_of(partnership), str(year)]), year_address(partnership, year))
        for partnership in event.partnerships.all()
    ]


def of_organisation(organisation: Organisation) -> list[Fact]:
    before = organisation.predecessor
    if before and not before.is_published:
        before = None
    return known(
        Fact(_("Short name"), translated(organisation, "short_name")),
        Fact(_("Seat"), name_of(organisation.seat) if organisation.seat else ""),
        Fact(_("Founded"), told(organisation.founded)),
        Fact(_("Dissolved"), told(organisation.dissolved)),
        Fact(_("Predecessor"), _pages([before] if before else [])),
        Fact(_("Successors"), _pages(organisation.successors.all())),
        Fact(_("Partnerships"), _pages(organisation.partnerships.all())),
        Fact(_("Address"), organisation.address),
        Fact(_("E-mail"), organisation.email, f"mailto:{organisation.email}"),
        Fact(
            _("Telephone"), organisation.telephone, f"tel:{organisation.telephone.replace(' ', '')}"
        ),
        Fact(_("Website"), host(organisation.website), organisation.website),
    )


def of_network(network: Network) -> list[Fact]:
    return known(
        Fact(_("Short name"), translated(network, "short_name")),
        Fact(_("Founded"), told(network.founded)),
        Fact(_("Website"), host(network.website), network.website),
    )


def of_series(series: Series) -> list[Fact]:
    """`series` with its published partnerships prefetched."""
    return known(
        Fact(_("Topics"), joined(translated(topic, "name") for topic in series.topics.all())),
        Fact(_("Partnerships"), _pages(series.partnerships.all())),
    )


def of_agreement(agreement: Agreement) -> list[Fact]:
    """`agreement` with published relations prefetched: a draft among them is None."""
    related = (
        (_("Partnership"), agreement.partnership),
        (_("Network"), agreement.network),
        (_("Supplement to"), agreement.supplement_to),
    )
    return known(
        *(Fact(term, name_of(other), other.get_absolute_url()) for term, other in related if other)
    )


def of_source(source: Source) -> list[Fact]:
    return known(
        Fact(_("Issuer"), translated(source, "issuer")),
        Fact(_("Addressee"), translated(source, "addressee")),
        Fact(_("Issued"), told(source.issued)),
        Fact(_("Received"), told(source.received)),
        Fact(_("Reference number"), source.reference),
        Fact(_("Language of the document"), language_name(source.language)),
        Fact(_("Web address"), host(source.url), source.url),
        Fact(_("Read on"), told(HistoricalDate.of_day(source.accessed)) if source.accessed else ""),
        Fact(_("Rights"), translated(source, "rights")),
    )


def language_name(code: str) -> str:
    return str(_cldr().languages.get(code, code))
