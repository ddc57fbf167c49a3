"""A small published chronicle, and drafts of everything tied to it in every way there is.

Each text, number and year of a draft is one that stands nowhere else.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Model, QuerySet
from django.utils import timezone
from modeltranslation.translator import translator

from events.models import (
    Act,
    Agreement,
    Citation,
    Delegation,
    DelegationMember,
    Event,
    EventDocument,
    EventImage,
    Participation,
    Series,
    Signatory,
    Source,
    SourceDocument,
    YearNote,
)
from partners.models import (
    Network,
    NetworkMembership,
    NetworkName,
    Office,
    Organisation,
    OrganisationName,
    Partnership,
    Person,
    Place,
    ReasonToVisit,
    Topic,
)
from tests.factories import (
    make_agreement,
    make_declaration,
    make_event,
    make_network,
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_privacy_notice,
    make_public_body,
    make_reuse_notice,
    make_series,
    make_source,
    make_topic,
)
from tests.history.records import keep, save
from twinning.media.models import Document, Image
from twinning.publishing.models import Action, Status
from twinning.site.models import FundingNotice, PrivacyNotice

# What comes into calendars: an event, and a jubilee of an agreement.
SOON = timezone.localdate() + timedelta(days=30)
TWENTY_YEARS_AGO = SOON.replace(year=SOON.year - 20, day=1)
WORD = "zatajone"
YEAR = 1888
NUMBER = 57_913


@dataclass
class Records:
    """One record of each publishable model."""

    event: Event
    series: Series
    agreement: Agreement
    source: Source
    partnership: Partnership
    organisation: Organisation
    person: Person
    network: Network
    more: list[Model] = field(default_factory=list)

    @property
    def all(self) -> list[Any]:
        return [
            self.event,
            self.series,
            self.agreement,
            self.source,
            self.partnership,
            self.organisation,
            self.person,
            self.network,
            *self.more,
        ]


def publish() -> Records:
    """A chronicle of three years in which every kind of page has something to show."""
    home = make_place("katowice", is_home=True)
    partner = make_place(slug_pl="lyon", slug_en="lyons", name_pl="Lyon", name_en="Lyons")
    topic = make_topic("sport")
    partnership = make_partnership(home=home, partner=partner, topics=[topic])
    other = make_partnership(home=home)
    organisation = make_organisation(partnerships=[partnership])
    person, network = make_person(), make_network()
    series = make_series(partnerships=[partnership], topics=[topic])
    source = make_source()
    agreement = make_agreement(partnership=partnership, network=network)
    tied: dict[str, Any] = {"partnerships": [partnership], "topics": [topic], "place": home}
    event = make_event(date="1994-06", networks=[network], **tied)
    make_event(date="1991", **tied)
    make_event(date="1998", series=series, edition=1, parent=event, **tied)
    make_event(date="1998", partnerships=[other])
    make_event(date=SOON.isoformat(), **tied)
    Participation.objects.create(event=event, organisation=organisation, role="host")
    Participation.objects.create(event=event, person=person, role="guest", function_pl="mer")
    delegation = Delegation.objects.create(event=event, origin=partner, destination=home)
    DelegationMember.objects.create(delegation=delegation, function_pl="dwoje nauczycieli")
    act = Act.objects.create(agreement=agreement, date="1994-06", place=home, event=event)
    Signatory.objects.create(act=act, person=person, on_behalf_of=home)
    Act.objects.create(agreement=agreement, date=TWENTY_YEARS_AGO.isoformat(), kind="confirmed")
    Office.objects.create(person=person, title_pl="mer", place=partner, held="1990/1999")
    NetworkMembership.objects.create(network=network, place=home)
    for target in ("event", "agreement", "partnership", "organisation", "network"):
        Citation.objects.create(source=source, **{target: locals()[target]})
    YearNote.objects.create(
        partnership=partnership,
        first_year=1994,
        last_year=1994,
        headline_pl="Podpis",
        status=Status.PUBLISHED,
    )
    for each in Event.objects.all():
        keep(each, Action.ADDED)
    save(event, title_pl="Podpisanie")
    make_public_body(licence="cc-by")
    make_declaration()
    make_reuse_notice()
    return Records(event, series, agreement, source, partnership, organisation, person, network)


def _planned(**moments: timedelta) -> dict[str, Any]:
    now = timezone.now()
    planned = {name: now + distance for name, distance in moments.items()}
    return {"status": Status.PUBLISHED, "published_at": now, **planned}


KEPT_OUT: dict[str, Callable[[], dict[str, Any]]] = {
    "draft": dict,
    "review": lambda: {"status": Status.REVIEW},
    "archived": lambda: {"status": Status.ARCHIVED, "published_at": timezone.now()},
    "scheduled": lambda: _planned(publish_at=timedelta(hours=1)),
    "past": lambda: _planned(unpublish_at=timedelta(seconds=-1)),
}


def add_drafts(public: Records, kept_out: str = "draft") -> Records:
    """Drafts of everything, tied to the published records from both sides.

    `kept_out` names one of the ways in which a record isn't public.
    """
    drafts = _drafts(public)
    _tie_published_to(drafts, public)
    _tie_drafts_to(public, drafts)
    for draft in drafts.all:
        assert draft.status == Status.DRAFT
        set_columns(draft, **KEPT_OUT[kept_out]())
    return drafts


def _drafts(public: Records) -> Records:
    home = public.partnership.home
    place = make_place(f"{WORD}-miasto", **texts(Place))
    topic = make_topic(f"{WORD}-temat", **texts(Topic))
    partnership = make_partnership(
        home=home, partner=place, **draft(Partnership), topics=[topic], state_since=str(YEAR)
    )
    network = make_network(f"{WORD}-siec", **draft(Network), founded=str(YEAR))
    organisation = make_organisation(
        f"{WORD}-org",
        **draft(Organisation),
        founded=str(YEAR),
        seat=home,
        predecessor=public.organisation,
        partnerships=[public.partnership, partnership],
    )
    person = make_person(f"{WORD}-osoba", **draft(Person))
    series = make_series(
        f"{WORD}-cykl", **draft(Series), partnerships=[public.partnership, partnership]
    )
    source = make_source(f"{WORD}-pismo", **draft(Source), issued=str(YEAR))
    agreement = make_agreement(
        f"{WORD}-umowa",
        **draft(Agreement),
        partnership=public.partnership,
        network=public.network,
        supplement_to=public.agreement,
    )
    tied: dict[str, Any] = {
        "partnerships": [public.partnership, partnership],
        "networks": [public.network, network],
        "topics": [topic, *public.event.topics.all()],
        "place": home,
        "also_in": [place, public.partnership.partner],
        "kind": "fair",
        "attendance": NUMBER,
    }
    event = make_event(
        slug=f"{WORD}-wpis",
        date=f"{YEAR}-08",
        series=public.series,
        edition=41,
        parent=public.event,
        **{**draft(Event), **tied},
    )
    # In a year that has pages, in one between two that have, and soon.
    more = [
        make_event(slug=f"{WORD}-{date}", date=date, online=True, **{**draft(Event), **tied})
        for date in ("1994-07", "1996", SOON.isoformat())
    ]
    notes = [
        YearNote.objects.create(
            partnership=public.partnership, first_year=1991, last_year=year, **draft(YearNote)
        )
        for year in (1994, 1998)
    ]
    return Records(
        event,
        series,
        agreement,
        source,
        partnership,
        organisation,
        person,
        network,
        more=[*more, *notes, *_pages_of_the_law()],
    )


def _pages_of_the_law() -> list[Model]:
    notice = FundingNotice.objects.create(**draft(FundingNotice))
    return [notice, make_privacy_notice(**{**draft(PrivacyNotice), "updated": date(YEAR, 1, 1)})]


def _tie_published_to(drafts: Records, public: Records) -> None:
    """What published records refer to, without saving them: their last change stays the same."""
    set_columns(public.event, series=drafts.series, edition=42, parent=drafts.event)
    set_columns(public.organisation, predecessor=drafts.organisation)
    set_columns(public.agreement, supplement_to=drafts.agreement)
    public.event.partnerships.add(drafts.partnership)
    public.event.networks.add(drafts.network)
    public.organisation.partnerships.add(drafts.partnership)
    public.series.partnerships.add(drafts.partnership)
    _take_part(drafts, public.event)
    for target in ("event", "agreement", "partnership", "organisation", "network"):
        Citation.objects.create(
            source=drafts.source, **{target: getattr(public, target)}, **texts(Citation)
        )
    sign(drafts, public.agreement.acts.earliest("pk"))
    Office.objects.create(
        person=drafts.person,
        organisation=public.organisation,
        held=str(YEAR),
        **texts(Office),
    )


def _tie_drafts_to(public: Records, drafts: Records) -> None:
    """What drafts refer to, and what they have that is no record of its own."""
    _take_part(public, drafts.event)
    _take_part(drafts, drafts.event)
    for target in ("event", "agreement", "partnership", "organisation", "network"):
        for source in (public.source, drafts.source):
            Citation.objects.create(
                source=source, **{target: getattr(drafts, target)}, **texts(Citation)
            )
    Act.objects.create(agreement=drafts.agreement, date=TWENTY_YEARS_AGO.isoformat(), **texts(Act))
    for event in (public.event, drafts.event):
        act = Act.objects.create(
            agreement=drafts.agreement, date=f"{YEAR}-01", event=event, **texts(Act)
        )
        sign(public, act)
        sign(drafts, act)
    Office.objects.create(
        person=drafts.person, organisation=drafts.organisation, held=str(YEAR), **texts(Office)
    )
    OrganisationName.objects.create(
        organisation=drafts.organisation, used=str(YEAR), **texts(OrganisationName)
    )
    NetworkName.objects.create(network=drafts.network, used=str(YEAR), **texts(NetworkName))
    for place in Place.objects.all():
        NetworkMembership.objects.create(
            network=drafts.network, place=place, joined=str(YEAR), **texts(NetworkMembership)
        )
    ReasonToVisit.objects.create(partnership=drafts.partnership, **texts(ReasonToVisit))
    [image] = Image.objects.bulk_create(
        [Image(file=f"{WORD}.jpg", width=1, height=1, licence="city", **texts(Image))]
    )
    EventImage.objects.create(event=drafts.event, image=image)
    [document] = Document.objects.bulk_create(
        [
            Document(
                file=f"{WORD}.pdf",
                pages=NUMBER % 1000,
                size=NUMBER,
                file_date=date(YEAR, 1, 1),
                licence="city",
                **texts(Document),
            )
        ]
    )
    EventDocument.objects.create(event=drafts.event, document=document)
    SourceDocument.objects.create(source=drafts.source, document=document)


def _take_part(who: Records, event: Event) -> None:
    for name in ("organisation", "person"):
        person_or_organisation = {name: getattr(who, name)}
        Participation.objects.create(
            event=event, role="sponsor", **person_or_organisation, **texts(Participation)
        )
        delegation = event.delegations.first() or Delegation.objects.create(
            event=event,
            origin=Place.objects.earliest("pk"),
            destination=Place.objects.latest("pk"),
            **texts(Delegation),
        )
        DelegationMember.objects.create(
            delegation=delegation,
            leads=True,
            count=NUMBER % 1000,
            **person_or_organisation,
            **texts(DelegationMember),
        )


def sign(who: Records, act: Act) -> None:
    Signatory.objects.create(act=act, person=who.person, **texts(Signatory))
    Signatory.objects.create(act=act, organisation=who.organisation, **texts(Signatory))


def draft(model: type[Model]) -> dict[str, Any]:
    return {"status": Status.DRAFT, **texts(model)}


def texts(model: type[Model]) -> dict[str, Any]:
    """The word in each text that a record of this model may hold."""
    translated = set(translator.get_options_for_model(model).all_fields)
    values: dict[str, Any] = {}
    for each in model._meta.concrete_fields:
        if each.choices or not each.editable or "slug" in each.name or each.name in translated:
            continue
        if isinstance(each, models.URLField):
            values[each.name] = f"https://{WORD}.example/"
        elif isinstance(each, models.EmailField):
            values[each.name] = f"{WORD}@example.org"
        elif isinstance(each, models.TextField) or (
            isinstance(each, models.CharField) and not each.validators[:-1]
        ):
            values[each.name] = f"{WORD} {each.name}"[: each.max_length or 200]
    return values


def set_columns(record: Model, **values: Any) -> None:
    QuerySet(type(record)).filter(pk=record.pk).update(**values)
