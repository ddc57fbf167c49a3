"""A home city with one of everything, which entries then join."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import override

from events.models import (
    Act,
    Agreement,
    Citation,
    Delegation,
    DelegationMember,
    Event,
    EventDocument,
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
)
from tests import factories as make
from twinning.publishing.models import Status


@dataclass(frozen=True, slots=True)
class Scene:
    home: Place
    partner: Place
    partnership: Partnership
    series: Series
    organisation: Organisation
    person: Person
    network: Network
    agreement: Agreement
    source: Source

    def path(self, language: str = "pl") -> str:
        """Of the partnership's page, with a slash in the end."""
        with override(language):
            return self.partnership.get_absolute_url()

    def chronicle(self, language: str = "pl") -> str:
        return self.path(language) + {"pl": "historia/", "en": "history/"}[language]


def make_scene() -> Scene:
    home = make.make_place("katowice", is_home=True)
    partner = make.make_place(
        slug_pl="kolonia", slug_en="cologne", name_pl="Kolonia", name_en="Cologne", country="DE"
    )
    partnership = make.make_partnership(home=home, partner=partner)
    return Scene(
        home=home,
        partner=partner,
        partnership=partnership,
        series=make.make_series("biennale", partnerships=[partnership]),
        organisation=make.make_organisation("chor", partnerships=[partnership]),
        person=make.make_person("jan-nowak", given_name="Jan", family_name="Nowak"),
        network=make.make_network("siec"),
        agreement=make.make_agreement("umowa", partnership=partnership),
        source=make.make_source("list"),
    )


def add_entries(scene: Scene, count: int = 1, *, date: str = "1994-06-12") -> None:
    """Twice as many entries, and records of every kind that hang on them, none used twice."""
    for _ in range(count):
        number = Event.objects.count() + 1
        parent = make.make_event(date=date, partnerships=[make.make_partnership(home=scene.home)])
        for series, edition in [(make.make_series(), 1), (scene.series, number)]:
            event = _entry(scene, date, series=series, edition=edition, parent=parent)
            _people(scene, event)
            _act(scene, event)
        _around(scene)


def _entry(scene: Scene, date: str, **given: Any) -> Event:
    event = make.make_event(
        date=date,
        place=make.make_place(),
        also_in=[make.make_place()],
        topics=[make.make_topic(), make.make_topic()],
        partnerships=[scene.partnership, make.make_partnership(home=scene.home)],
        networks=[scene.network, make.make_network()],
        **given,
    )
    for source in (scene.source, make.make_source()):
        Citation.objects.create(source=source, event=event)
    EventDocument.objects.create(event=event, document=make.make_document())
    SourceDocument.objects.create(source=scene.source, document=make.make_document())
    return event


def _people(scene: Scene, event: Event) -> None:
    for organisation in (scene.organisation, make.make_organisation()):
        OrganisationName.objects.create(
            organisation=organisation, name_pl="Dawna", name_en="Former", used="1990/1991"
        )
        Participation.objects.create(event=event, organisation=organisation)
    for person in (scene.person, make.make_person()):
        Participation.objects.create(event=event, person=person)
        Office.objects.create(
            person=person,
            title_pl="Prezes",
            title_en="Chair",
            organisation=scene.organisation,
            place=make.make_place(),
            held="1990/1999",
        )
    delegation = Delegation.objects.create(
        event=event, origin=make.make_place(), destination=make.make_place(), size=3
    )
    DelegationMember.objects.create(delegation=delegation, person=make.make_person(), leads=True)
    DelegationMember.objects.create(delegation=delegation, organisation=make.make_organisation())


def _act(scene: Scene, event: Event) -> None:
    new = make.make_agreement(partnership=scene.partnership, supplement_to=scene.agreement)
    of_network = make.make_agreement(network=scene.network)
    for agreement in (scene.agreement, new, of_network):
        act = Act.objects.create(
            agreement=agreement, date=event.date, place=make.make_place(), event=event
        )
        Signatory.objects.create(act=act, person=make.make_person())
        Signatory.objects.create(act=act, organisation=make.make_organisation())
        Signatory.objects.create(act=act, on_behalf_of=make.make_place())
        Citation.objects.create(source=make.make_source(), agreement=agreement)


def _around(scene: Scene) -> None:
    """What stands on the pages beside entries."""
    year = 1900 + YearNote.objects.count()
    YearNote.objects.create(
        partnership=scene.partnership,
        first_year=year,
        last_year=2000,
        headline_pl="Rok",
        headline_en="Year",
        status=Status.PUBLISHED,
    )
    ReasonToVisit.objects.create(
        partnership=scene.partnership, title_pl="Muzeum", title_en="Museum", text_pl="Jest.",
        text_en="It is there.",
    )  # fmt: skip
    make.make_organisation(partnerships=[scene.partnership], predecessor=scene.organisation)
    make.make_series(partnerships=[scene.partnership])
    NetworkMembership.objects.create(network=scene.network, place=make.make_place())
    NetworkName.objects.create(network=scene.network, name_pl="D", name_en="F", used="1990/1991")
    for target in ("partnership", "organisation", "network"):
        Citation.objects.create(source=make.make_source(), **{target: getattr(scene, target)})
    make.make_partnership(partner=make.make_place(), home=make.make_place(is_home=True))
