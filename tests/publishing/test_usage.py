"""Where a record is used, found without knowing what there is."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from events.models import Act, Citation, Delegation, DelegationMember, EventImage, Signatory
from partners.models import NetworkMembership, OrganisationName
from tests import factories as make
from tests.admin.records import KINDS
from twinning.media.models import Image
from twinning.publishing.usage import unused, usages, used

pytestmark = pytest.mark.django_db


def users(record: Model) -> list[Model]:
    return [usage.record for usage in usages(record)]


def test_a_record_that_nobody_names_is_used_nowhere() -> None:
    assert users(make.make_event()) == []


def test_a_row_stands_for_the_record_it_belongs_to() -> None:
    event, picture = make.make_event("Otwarcie mostu"), make.make_image()
    EventImage.objects.create(event=event, image=picture)

    [usage] = usages(picture)

    assert usage.record == event
    assert usage.label == "wydarzenie"
    assert usage.admin_url == f"/pl/admin/events/event/{event.pk}/change/"


def test_a_row_of_a_row_stands_for_the_whole_of_both() -> None:
    person = make.make_person()
    event, agreement = make.make_event(), make.make_agreement()
    delegation = Delegation.objects.create(
        event=event, origin=make.make_place(), destination=make.make_place()
    )
    DelegationMember.objects.create(delegation=delegation, person=person)
    act = Act.objects.create(agreement=agreement, date="1994")
    Signatory.objects.create(act=act, person=person)

    assert set(users(person)) == {event, agreement}


def test_each_of_the_records_that_a_row_may_belong_to_is_found() -> None:
    source, event, network = make.make_source(), make.make_event(), make.make_network()
    Citation.objects.create(source=source, event=event)
    Citation.objects.create(source=source, event=event)
    Citation.objects.create(source=source, network=network)

    assert sorted(users(source), key=str) == sorted([event, network], key=str)


def test_a_mention_that_deletion_would_empty_counts_as_well() -> None:
    picture = make.make_image()
    place = make.make_place(coat_of_arms=picture)
    event = make.make_event()
    agreement = make.make_agreement()
    Act.objects.create(agreement=agreement, date="1994", event=event)

    assert users(picture) == [place]
    assert users(event) == [agreement]


def test_a_list_of_another_record_counts_and_a_list_of_its_own_does_not() -> None:
    topic = make.make_topic()
    event = make.make_event(topics=[topic])

    assert users(topic) == [event]
    assert users(event) == []


def test_its_own_parts_do_not_count() -> None:
    organisation, network = make.make_organisation(), make.make_network()
    OrganisationName.objects.create(organisation=organisation, name_pl="Dawna", used="1992")
    NetworkMembership.objects.create(network=network, place=make.make_place())
    Citation.objects.create(source=make.make_source(), organisation=organisation)

    assert users(organisation) == []
    assert users(network) == []


def test_a_record_of_its_own_kind_counts_and_it_itself_does_not() -> None:
    whole = make.make_event()
    part = make.make_event(parent=whole)

    assert users(whole) == [part]
    assert users(part) == []


def test_unused_and_used_part_all_records_between_them() -> None:
    shown, coat, idle = make.make_image(), make.make_image(), make.make_image()
    EventImage.objects.create(event=make.make_event(), image=shown)
    make.make_place(coat_of_arms=coat)

    assert list(unused(Image.objects.all())) == [idle]
    assert set(used(Image.objects.all())) == {shown, coat}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_record_can_be_asked_for(kind: str) -> None:
    record: Any = KINDS[kind](1)
    for usage in usages(record):
        assert usage.label
        assert str(usage.record)


@pytest.mark.parametrize(
    ("subject", "use"),
    [
        (make.make_partnership, lambda record: make.make_event(partnerships=[record])),
        (make.make_place, lambda record: make.make_partnership(partner=record)),
        (
            make.make_image,
            lambda record: EventImage.objects.create(event=make.make_event(), image=record),
        ),
        (
            make.make_source,
            lambda record: Citation.objects.create(
                source=record, partnership=make.make_partnership()
            ),
        ),
    ],
    ids=["partnership", "place", "image", "source"],
)
def test_three_uses_cost_as_many_queries_as_one(
    subject: Callable[[], Model], use: Callable[[Model], Model]
) -> None:
    record = subject()
    use(record)
    one = cost(record)
    use(record)
    use(record)

    assert cost(record) == one


def cost(record: Model) -> int:
    with CaptureQueriesContext(connection) as captured:
        for usage in usages(record):
            str(usage.record)
    return len(captured)
