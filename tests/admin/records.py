"""One record of each kind with all its rows, as many as a test asks for."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from events.models import (
    Act,
    Citation,
    Delegation,
    DelegationMember,
    EventDocument,
    EventImage,
    Participation,
    Signatory,
    SourceDocument,
    SourcePage,
    YearNote,
)
from partners.models import (
    NetworkMembership,
    NetworkName,
    Office,
    OrganisationName,
    ReasonToVisit,
)
from tests import factories as make


def cite(count: int, **target: Any) -> None:
    for _index in range(count):
        Citation.objects.create(
            source=make.make_source(), claim_pl="Tak pisze.", claim_en="It says so.", **target
        )


def event(count: int) -> Model:
    home, partner = make.make_place(is_home=True), make.make_place()
    record = make.make_event(
        place=home,
        series=make.make_series(),
        topics=[make.make_topic() for _index in range(count)],
        partnerships=[make.make_partnership() for _index in range(count)],
        networks=[make.make_network() for _index in range(count)],
        also_in=[make.make_place() for _index in range(count)],
    )
    cite(count, event=record)
    for _index in range(count):
        Participation.objects.create(event=record, organisation=make.make_organisation())
        Participation.objects.create(event=record, person=make.make_person())
        Delegation.objects.create(event=record, origin=home, destination=partner)
        EventImage.objects.create(event=record, image=make.make_image())
        EventDocument.objects.create(event=record, document=make.make_document())
    return record


def delegation(count: int) -> Model:
    record = Delegation.objects.create(
        event=make.make_event(), origin=make.make_place(), destination=make.make_place()
    )
    for _index in range(count):
        DelegationMember.objects.create(delegation=record, person=make.make_person())
        DelegationMember.objects.create(delegation=record, organisation=make.make_organisation())
    return record


def agreement(count: int) -> Model:
    record = make.make_agreement()
    cite(count, agreement=record)
    for _index in range(count):
        Act.objects.create(
            agreement=record, date="1994-06", place=make.make_place(), event=make.make_event()
        )
    return record


def act(count: int) -> Model:
    record = Act.objects.create(agreement=make.make_agreement(), date="1994-06")
    for _index in range(count):
        Signatory.objects.create(
            act=record, person=make.make_person(), on_behalf_of=make.make_place()
        )
    return record


def source(count: int) -> Model:
    record = make.make_source()
    for index in range(count):
        SourcePage.objects.create(source=record, image=make.make_image(), order=index + 1)
        SourceDocument.objects.create(source=record, document=make.make_document())
    return record


def series(count: int) -> Model:
    return make.make_series(
        partnerships=[make.make_partnership() for _index in range(count)],
        topics=[make.make_topic() for _index in range(count)],
    )


def year_note(count: int) -> Model:
    return YearNote.objects.create(
        partnership=make.make_partnership(),
        first_year=1994,
        last_year=1994,
        headline_pl="Rok umowy",
        headline_en="The year of the agreement",
        status="published",
    )


def partnership(count: int) -> Model:
    record = make.make_partnership(topics=[make.make_topic() for _index in range(count)])
    cite(count, partnership=record)
    for _index in range(count):
        ReasonToVisit.objects.create(
            partnership=record, title_pl="Muzeum", title_en="Museum", text_pl="A", text_en="A"
        )
    return record


def organisation(count: int) -> Model:
    record = make.make_organisation(
        seat=make.make_place(),
        partnerships=[make.make_partnership() for _index in range(count)],
    )
    cite(count, organisation=record)
    for _index in range(count):
        OrganisationName.objects.create(
            organisation=record, name_pl="Dawna", name_en="Former", used="1992/1998"
        )
    return record


def person(count: int) -> Model:
    record = make.make_person()
    for _index in range(count):
        Office.objects.create(
            person=record,
            title_pl="Prezydent",
            title_en="Mayor",
            place=make.make_place(),
            organisation=make.make_organisation(),
            held="1990/1998",
        )
    return record


def network(count: int) -> Model:
    record = make.make_network()
    cite(count, network=record)
    for _index in range(count):
        NetworkMembership.objects.create(network=record, place=make.make_place())
        NetworkName.objects.create(
            network=record, name_pl="Dawna", name_en="Former", used="1992/1998"
        )
    return record


def place(count: int) -> Model:
    return make.make_place(parent=make.make_place(kind="region"), coat_of_arms=make.make_image())


def topic(count: int) -> Model:
    return make.make_topic()


def invitation(count: int) -> Model:
    return make.make_invitation(homes=[make.make_place(is_home=True) for _index in range(count)])[0]


def photograph(count: int) -> Model:
    record = make.make_image()
    for _index in range(count):
        EventImage.objects.create(event=make.make_event(), image=record)
    return record


def document(count: int) -> Model:
    return make.make_document(page_count=count)


KINDS: dict[str, Callable[[int], Model]] = {
    "events/event": event,
    "events/delegation": delegation,
    "events/agreement": agreement,
    "events/act": act,
    "events/source": source,
    "events/series": series,
    "events/yearnote": year_note,
    "partners/partnership": partnership,
    "partners/organisation": organisation,
    "partners/person": person,
    "partners/network": network,
    "partners/place": place,
    "partners/topic": topic,
    "partners/invitation": invitation,
    "media/image": photograph,
    "media/document": document,
}
