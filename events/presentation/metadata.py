"""What each page of the chronicle says to programs, of what it has fetched for its readers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.addresses import chronicle_address
from events.chronicle import YearBar
from events.data.dataset import Dataset, Span
from events.models import Agreement, Event, Series, Source, YearNote
from events.overview import ToldPartnership
from events.presentation import cards
from events.presentation.linked import datasets, happenings, lists, organisations, places, works
from events.presentation.linked.naming import called, same_as
from events.presentation.names import plain_name
from partners.models import Network, Organisation, Partnership, Person, Place
from twinning.dates import HistoricalDate
from twinning.metadata.linked_data import Address, Node, said, thing
from twinning.metadata.page import SITE, Metadata, Picture, Titled
from twinning.publishing.public_body import public_body
from twinning.translation.texts import text_of

COLLECTION = "CollectionPage"


def _of_record(
    record: Any, main: Node, date: HistoricalDate | None = None, picture: Picture | None = None
) -> Metadata:
    return Metadata(
        title=called(record),
        main=main,
        date=date,
        published=record.published_at,
        modified=record.updated_at,
        picture=picture,
    )


def of_event(event: Event, parts: Iterable[Event]) -> Metadata:
    picture = cards.picture_of_event(event)
    return _of_record(event, happenings.whole_event(event, parts), event.date, picture)


def of_series(series: Series, events: Iterable[Event]) -> Metadata:
    return _of_record(series, happenings.whole_series(series, events))


def of_organisation(organisation: Organisation) -> Metadata:
    return _of_record(organisation, organisations.whole_organisation(organisation))


def of_network(network: Network) -> Metadata:
    members = [membership.place for membership in network.memberships.all()]
    return _of_record(network, organisations.whole_network(network, members))


def of_person(person: Person) -> Metadata:
    return _of_record(person, organisations.whole_person(person))


def of_agreement(agreement: Agreement) -> Metadata:
    return _of_record(agreement, works.whole_agreement(agreement), works.date_of(agreement))


def of_source(source: Source) -> Metadata:
    return _of_record(source, works.whole_source(source), source.issued)


def of_home(homes: Iterable[tuple[Place, Sequence[ToldPartnership]]]) -> Metadata:
    """The site itself; its home cities and partnerships are parts of the page."""
    here = get_language() or ""
    records = [each for home, told in homes for each in (home, *(one.partnership for one in told))]
    return Metadata(
        title=Titled(_("The chronicle of partner cities"), here),
        kind=COLLECTION,
        more={"isPartOf": _website(), "hasPart": [lists.page(record) for record in records]},
    )


def _website() -> Node:
    return thing(
        "WebSite",
        SITE,
        name=_("Partner cities"),
        url=Address("/"),
        inLanguage=[code for code, _name in settings.LANGUAGES],
        publisher=publisher(),
        potentialAction=_search(),
    )


def publisher() -> Node | None:
    """Who runs the site, once they have said so."""
    body = public_body()
    if not body.name:
        return None
    return thing(
        "GovernmentOrganization",
        "publisher",
        name=said(text_of(body, "name")),
        sameAs=same_as(body.website),
    )


def _search() -> Node | None:
    """How a program asks the search; none as long as the site has none."""
    try:
        page = reverse("search")
    except NoReverseMatch:
        return None
    template = thing("EntryPoint", urlTemplate=Address(f"{page}?q={{words}}"))
    return {**thing("SearchAction", target=template), "query-input": "required name=words"}


def of_data(offered: Iterable[tuple[Dataset, Span, Mapping[str, str]]]) -> Metadata:
    """The open data, each dataset with the addresses of its files by extension."""
    title = _("Open data")
    catalogue = datasets.catalogue(
        title, reverse("data"), offered, publisher(), public_body().licence
    )
    return Metadata(title=Titled(title, get_language() or ""), main=catalogue)


def of_home_city(place: Place, told: Iterable[ToldPartnership]) -> Metadata:
    told = list(told)
    parts = [lists.page(each.partnership) for each in told]
    return Metadata(
        title=called(place),
        kind=COLLECTION,
        main=places.whole_place(place),
        picture=cards.picture_of_home_city(place, [each.partnership.partner for each in told]),
        more={"hasPart": parts} if parts else {},
    )


def of_partnership(partnership: Partnership) -> Metadata:
    """The partner city; that the home city is its partner stands beside it."""
    name = said(plain_name(partnership))
    partner = partnership.partner
    chronicle = thing("WebPage", name=name, url=Address(chronicle_address(partnership)))
    return Metadata(
        title=plain_name(partnership),
        main=places.whole_place(partner, parent=partner.parent),
        about=places.both_cities(partnership),
        published=partnership.published_at,
        modified=partnership.updated_at,
        picture=cards.picture_of_partnership(partnership),
        more={"hasPart": [chronicle]},
    )


def of_chronicle(partnership: Partnership, years: Sequence[YearBar]) -> Metadata:
    told = [bar for bar in years if bar.count]
    return Metadata(
        title=plain_name(partnership),
        kind=COLLECTION,
        main=lists.pages((str(bar.year), bar.url) for bar in told),
        about=places.both_cities(partnership),
        picture=cards.picture_of_partnership(partnership),
        date=HistoricalDate(f"{told[0].year}/{told[-1].year}") if told else None,
    )


def of_picture(partnership: Partnership, years: str) -> Metadata:
    """A page that draws or counts what the chronicle tells of these years."""
    name = plain_name(partnership)
    return Metadata(
        title=Titled(f"{name.text}, {years}", name.language),
        about=places.both_cities(partnership),
        picture=cards.picture_of_partnership(partnership),
        date=HistoricalDate(years.replace("–", "/")),
    )


def of_year(
    partnership: Partnership, year: int, entries: Sequence[Event], notes: Iterable[YearNote]
) -> Metadata:
    """`entries` are those begun in the year, from `seen_from(partnership)`."""
    is_crossing = any(vars(entry)["is_signing"] for entry in entries)
    name = plain_name(partnership)
    return Metadata(
        title=Titled(f"{year}, {name.text}", name.language),
        kind=COLLECTION,
        main=lists.items(happenings.happened(entry) for entry in entries),
        about=places.both_cities(partnership),
        date=HistoricalDate(f"{year:04d}"),
        picture=cards.picture_of_year(partnership, year, notes, is_crossing=is_crossing),
    )


def of_directory(heading: str, records: Iterable[Any]) -> Metadata:
    title = Titled(heading, get_language() or "")
    return Metadata(title=title, kind=COLLECTION, main=lists.pages_of(records))
