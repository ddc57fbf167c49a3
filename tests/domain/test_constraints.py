"""Each named constraint holds in the database itself, and a form says what is wrong in words."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet
from django.utils.translation import override

from events.models import (
    Act,
    BookletOrder,
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
from partners.models import EditingRight, NetworkMembership
from tests.factories import (
    make_agreement,
    make_document,
    make_event,
    make_image,
    make_network,
    make_organisation,
    make_partnership,
    make_person,
    make_place,
    make_public_body,
    make_series,
    make_source,
    make_user,
)
from twinning.publishing.models import FormerAddress, Status, WorkingCopy
from twinning.search.models import VocabularyWord

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC)

Values = dict[str, Any]


@dataclass(frozen=True)
class Breach:
    """A valid record and the values that no database and no form may accept for it.

    `message` is part of what the form says; empty where no form can bring it about.
    """

    name: str
    make: Callable[[], Model]
    values: Callable[[Any], Values]
    message: str = ""
    case: str = ""


def own(name: str) -> Callable[[Any], Values]:
    return lambda record: {name: record.pk}


def just(**values: Any) -> Callable[[Any], Values]:
    return lambda record: values


def make_booklet_order() -> BookletOrder:
    return BookletOrder.objects.create(
        key="k", partnership=make_partnership(), first_year=1994, last_year=1994, language="pl",
        format="pdf",
    )  # fmt: skip


def make_former_address(slug: str) -> FormerAddress:
    event = make_event()
    return FormerAddress.objects.create(
        content_type=_type_of(event), object_id=event.pk, language="pl", slug=slug
    )


def make_copy() -> WorkingCopy:
    author = make_user()
    event = make_event()
    WorkingCopy.objects.create(author=author, content_type=_type_of(event), object_id=event.pk)
    return WorkingCopy.objects.create(author=author, content_type=_type_of(event), object_id=0)


def _type_of(record: Model) -> ContentType:
    return ContentType.objects.get_for_model(record)


def make_note(**given: Any) -> YearNote:
    years = {"first_year": 1994, "last_year": 1995, "headline_pl": "Początek", **given}
    return YearNote.objects.create(
        partnership=given.pop("partnership", None) or make_partnership(),
        **{name: value for name, value in years.items() if name != "partnership"},
    )


def make_act() -> Act:
    return Act.objects.create(agreement=make_agreement(), date="1994-06")


def make_delegation(**given: Any) -> Delegation:
    places = {"origin": make_place(), "destination": make_place()}
    return Delegation.objects.create(**{"event": make_event(), **places, **given})


def make_participation(**given: Any) -> Participation:
    who = given or {"organisation": make_organisation()}
    return Participation.objects.create(event=make_event(), role="host", **who)


def second(record: Model, *names: str) -> Values:
    """The values of `names` on another record of the same model, for a record to run into."""
    return {name: getattr(record, name) for name in names}


def twin_partnership(record: Any) -> Values:
    return second(make_partnership(), "home", "partner")


def twin_participation(**who: Any) -> Callable[[Any], Values]:
    def values(record: Any) -> Values:
        Participation.objects.create(
            event=record.event,
            role="guest",
            organisation=record.organisation,
            person=record.person,
        )
        return {"role": "guest"}

    return values


def twin_edition(record: Any) -> Values:
    series = make_series()
    make_event(series=series, edition=4)
    return {"series": series, "edition": 4}


def twin_note(record: Any) -> Values:
    make_note(partnership=record.partnership, first_year=2000, last_year=2001)
    return {"first_year": 2000, "last_year": 2001}


def twin_member(record: Any) -> Values:
    other = NetworkMembership.objects.create(network=record.network, place=make_place())
    return {"place": other.place}


def twin_right(record: Any) -> Values:
    other = EditingRight.objects.create(user=record.user, home=make_place(is_home=True))
    return {"home": other.home}


def twin_page(record: Any) -> Values:
    SourcePage.objects.create(source=record.source, image=make_image(), order=7)
    return {"order": 7}


def twin_event_image(record: Any) -> Values:
    return {"image": EventImage.objects.create(event=record.event, image=make_image()).image}


PUBLISHABLE: dict[str, Callable[[], Model]] = {
    "partners_partnership": make_partnership,
    "partners_organisation": make_organisation,
    "partners_person": make_person,
    "partners_network": make_network,
    "events_event": make_event,
    "events_agreement": make_agreement,
    "events_series": make_series,
    "events_source": make_source,
    "events_yearnote": make_note,
}


def make_word(word: str = "turniej") -> VocabularyWord:
    return VocabularyWord.objects.create(language="pl", folded=word, written=word, count=1)


BREACHES = [
    Breach(
        "publishing_user_one_per_name",
        lambda: (make_user(username="halina"), make_user())[1],
        just(username="Halina"),
        "this user name already",
    ),
    Breach(
        "publishing_user_one_per_email",
        lambda: (make_user(email="biuro@example.pl"), make_user())[1],
        just(email="Biuro@example.pl"),
        "this e-mail address already",
    ),
    Breach(
        "publishing_formeraddress_leads_to_one_record",
        lambda: (make_former_address("stary"), make_former_address("starszy"))[1],
        just(slug="stary"),
    ),
    Breach(
        "publishing_workingcopy_one_of_author",
        make_copy,
        lambda copy: {
            "object_id": WorkingCopy.objects.exclude(pk=copy.pk).get(author=copy.author).object_id
        },
    ),
    Breach(
        "publishing_publicbody_only_one",
        make_public_body,
        just(id=2),
        "only one of these",
    ),
    Breach(
        "publishing_publicbody_published_before_changed",
        make_public_body,
        just(site_changed=datetime.date(2020, 1, 1)),
        "before it was published",
    ),
    Breach("publishing_workingcopy_state_known", make_copy, just(state="lost")),
    Breach(
        "partners_place_position_whole_or_absent",
        make_place,
        just(latitude="50.2649", longitude=None),
        "both latitude and longitude",
    ),
    Breach(
        "partners_place_population_is_sourced",
        make_place,
        just(population=290_000, population_year=2020),
        "its year and its source",
    ),
    Breach(
        "partners_place_local_name_has_language",
        make_place,
        just(local_name="沈阳"),
        "the code of its language",
    ),
    Breach("partners_place_not_its_own_region", make_place, own("parent_id"), "its own region"),
    Breach(
        "partners_partnership_once_per_pair",
        make_partnership,
        twin_partnership,
        "already have a partnership",
    ),
    Breach(
        "partners_partnership_of_two_places",
        make_partnership,
        lambda record: {"partner": record.home},
        "its own partner",
    ),
    Breach(
        "partners_organisation_not_its_own_predecessor",
        make_organisation,
        own("predecessor_id"),
        "its own predecessor",
    ),
    Breach(
        "partners_organisation_own_name_has_language",
        make_organisation,
        just(local_name="Міська рада"),
        "the code of its language",
    ),
    Breach(
        "partners_organisation_founded_before_dissolved",
        make_organisation,
        just(
            founded="1998",
            founded_earliest=datetime.date(1998, 1, 1),
            founded_latest=datetime.date(1998, 12, 31),
            dissolved="1992",
            dissolved_earliest=datetime.date(1992, 1, 1),
            dissolved_latest=datetime.date(1992, 12, 31),
        ),
        "dissolved before it was founded",
    ),
    Breach(
        "partners_networkmembership_once_per_place",
        lambda: NetworkMembership.objects.create(network=make_network(), place=make_place()),
        twin_member,
        "already a member",
    ),
    Breach(
        "partners_editingright_once_per_city",
        lambda: EditingRight.objects.create(user=make_user(), home=make_place(is_home=True)),
        twin_right,
        "already exists",
    ),
    Breach(
        "events_event_date_bounds_ordered",
        make_event,
        just(date_latest=datetime.date(1990, 1, 1)),
    ),
    Breach(
        "events_event_has_beginning",
        make_event,
        just(
            date="../1998",
            date_earliest=datetime.date.min,
            date_latest=datetime.date(1998, 12, 31),
        ),
        "Give the date a beginning",
    ),
    Breach(
        "events_event_edition_belongs_to_series",
        make_event,
        just(edition=4, series=None),
        "the series that this is an edition of",
    ),
    Breach(
        "events_event_edition_once_in_series",
        make_event,
        twin_edition,
        "already has this edition",
    ),
    Breach("events_event_not_part_of_itself", make_event, own("parent_id"), "part of itself"),
    Breach("events_event_attendance_positive", make_event, just(attendance=0), "empty"),
    Breach(
        "events_participation_organisation_or_person",
        make_participation,
        lambda record: {"person": make_person()},
        "one of the two",
        "both",
    ),
    Breach(
        "events_participation_organisation_or_person",
        make_participation,
        just(organisation=None),
        "one of the two",
        "neither",
    ),
    Breach(
        "events_participation_organisation_once_per_role",
        make_participation,
        twin_participation(),
        "already exists",
    ),
    Breach(
        "events_participation_person_once_per_role",
        lambda: make_participation(person=make_person()),
        twin_participation(),
        "already exists",
    ),
    Breach(
        "events_delegation_travels",
        make_delegation,
        lambda record: {"destination": record.origin},
        "from one place to another",
    ),
    Breach("events_delegation_size_positive", make_delegation, just(size=0), "empty"),
    Breach(
        "events_delegationmember_not_both",
        lambda: DelegationMember.objects.create(delegation=make_delegation(), person=make_person()),
        lambda record: {"organisation": make_organisation()},
        "not both",
    ),
    Breach(
        "events_delegationmember_described",
        lambda: DelegationMember.objects.create(
            delegation=make_delegation(), function_pl="dwie nauczycielki"
        ),
        just(function_pl="", function=""),
        "describe the function",
    ),
    Breach(
        "events_agreement_between_somebody",
        make_agreement,
        just(partnership=None),
        "the partnership or the network",
    ),
    Breach(
        "events_agreement_not_its_own_supplement",
        make_agreement,
        own("supplement_to_id"),
        "its own supplement",
    ),
    Breach(
        "events_signatory_named_or_described",
        lambda: Signatory.objects.create(act=make_act(), function_pl="prezydent"),
        just(function_pl="", function=""),
        "who signed",
    ),
    Breach(
        "events_source_issued_before_received",
        make_source,
        just(
            issued="2007-05-02",
            issued_earliest=datetime.date(2007, 5, 2),
            issued_latest=datetime.date(2007, 5, 2),
            received="2007-05-01",
            received_earliest=datetime.date(2007, 5, 1),
            received_latest=datetime.date(2007, 5, 1),
        ),
        "received before it is issued",
    ),
    Breach(
        "events_sourcepage_once_per_number",
        lambda: SourcePage.objects.create(source=make_source(), image=make_image(), order=1),
        twin_page,
        "already exists",
    ),
    Breach(
        "events_eventimage_once_per_event",
        lambda: EventImage.objects.create(event=make_event(), image=make_image()),
        twin_event_image,
        "already exists",
    ),
    Breach(
        "events_eventdocument_once_per_event",
        lambda: EventDocument.objects.create(event=make_event(), document=make_document()),
        lambda row: {
            "document": EventDocument.objects.create(
                event=row.event, document=make_document()
            ).document
        },
        "already exists",
    ),
    Breach(
        "events_sourcedocument_once_per_source",
        lambda: SourceDocument.objects.create(source=make_source(), document=make_document()),
        lambda row: {
            "document": SourceDocument.objects.create(
                source=row.source, document=make_document()
            ).document
        },
        "already exists",
    ),
    Breach(
        "media_image_uploaded_once",
        lambda: make_image(digest="a" * 64),
        lambda image: {"digest": make_image(digest="b" * 64).digest},
    ),
    Breach(
        "media_document_uploaded_once",
        make_document,
        lambda document: {"digest": make_document().digest},
    ),
    Breach("search_word_once", make_word, lambda word: {"folded": make_word("kronika").folded}),
    Breach("media_image_focus_inside", make_image, just(focus_x=101), "less than or equal to 100"),
    Breach(
        "events_citation_of_exactly_one_record",
        lambda: Citation.objects.create(source=make_source(), event=make_event()),
        just(event=None),
        "exactly one",
        "none",
    ),
    Breach(
        "events_citation_disagreement_is_told",
        lambda: Citation.objects.create(source=make_source(), event=make_event()),
        just(disagrees=True),
        "what the source says instead",
    ),
    Breach("events_yearnote_years_ordered", make_note, just(last_year=1990), "before the first"),
    Breach("events_bookletorder_years_ordered", make_booklet_order, just(first_year=1995)),
    Breach(
        "events_bookletorder_slot_while_running",
        make_booklet_order,
        just(state="running"),
        case="none held",
    ),
    Breach("events_bookletorder_slot_while_running", make_booklet_order, just(slot=1), case="kept"),
    Breach("events_yearnote_once_per_span", make_note, twin_note, "already have a note"),
    *(
        breach
        for model, make in PUBLISHABLE.items()
        for breach in (
            Breach(f"{model}_status_known", make, just(status="hidden"), "no such status"),
            Breach(
                f"{model}_public_for_a_while",
                make,
                just(publish_at=NOON, unpublish_at=NOON),
                "can't stop being public before",
            ),
            # A form never brings it about: cleaning notes the moment.
            Breach(
                f"{model}_published_has_moment",
                make,
                just(status=Status.PUBLISHED, published_at=None),
            ),
        )
    ),
]


def label(breach: Breach) -> str:
    return f"{breach.name} {breach.case}".strip()


@pytest.mark.parametrize("breach", BREACHES, ids=label)
def test_the_database_refuses(breach: Breach) -> None:
    record = breach.make()
    values = breach.values(record)

    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        # Not through the manager, which would set another language's column.
        QuerySet(type(record)).filter(pk=record.pk).update(**values)

    # SQLite names the columns of a unique index, not the index.
    assert breach.name in str(refusal.value) or "UNIQUE constraint failed" in str(refusal.value)


@pytest.mark.parametrize("breach", [breach for breach in BREACHES if breach.message], ids=label)
def test_a_form_says_what_is_wrong(breach: Breach) -> None:
    record = breach.make()
    for name, value in breach.values(record).items():
        setattr(record, name, value)

    with override("en"):
        with pytest.raises(ValidationError) as refusal:
            record.full_clean()
        assert breach.message in " ".join(refusal.value.messages)


def test_every_constraint_of_the_domain_is_tried_here() -> None:
    declared = {
        constraint.name
        for label in ("partners", "events", "publishing", "media", "search")
        for model in apps.get_app_config(label).get_models()
        for constraint in model._meta.constraints
    }
    assert declared == {breach.name for breach in BREACHES}
