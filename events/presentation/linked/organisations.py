from collections.abc import Iterable
from typing import Any

from events.presentation.linked.naming import named, page_of, same_as, told
from events.presentation.linked.places import place
from partners.models import Network, Organisation, Person, Place
from twinning.metadata.linked_data import Node, days, said, thing
from twinning.translation.texts import Text, text_of

Kind = Organisation.Kind
KINDS = {
    Kind.ASSOCIATION: "NGO",
    Kind.SCHOOL: "School",
    Kind.UNIVERSITY: "CollegeOrUniversity",
    Kind.ENSEMBLE: "PerformingGroup",
    Kind.PUBLIC_BODY: "GovernmentOrganization",
}


def organisation(record: Organisation, **properties: Any) -> Node:
    """In short, under its present name."""
    kind = KINDS.get(Kind(record.kind), "Organization")
    return named(kind, record, url=page_of(record), **properties)


def whole_organisation(record: Organisation) -> Node:
    """`record` from `with_neighbours()`."""
    return organisation(
        record,
        alternateName=[
            *_other_names(record),
            *([_own_name(record)] if record.local_name else ()),
        ],
        description=told(record, "summary"),
        location=place(record.seat) if record.seat else None,
        address=record.address,
        email=record.email,
        telephone=record.telephone,
        sameAs=same_as(record.website),
        **days(record.founded, "foundingDate"),
        **days(record.dissolved, "dissolutionDate"),
    )


def network(record: Network, **properties: Any) -> Node:
    return named("Organization", record, url=page_of(record), **properties)


def whole_network(record: Network, members: Iterable[Place]) -> Node:
    """`record` from `with_members()`. Places can't be members in schema.org: it serves them."""
    return network(
        record,
        alternateName=_other_names(record),
        description=told(record, "summary"),
        areaServed=[place(member) for member in members],
        sameAs=same_as(record.website),
        **days(record.founded, "foundingDate"),
    )


def person(record: Person, **properties: Any) -> Node:
    return named("Person", record, url=page_of(record), **properties)


def whole_person(record: Person) -> Node:
    """`record` from `with_offices()`. When an office was held is told where it is known exactly,
    not where the sources only mention it.
    """
    offices = [
        thing(
            "Role",
            hasOccupation=thing(
                "Occupation",
                name=told(office, "title"),
                occupationLocation=place(office.place) if office.place else None,
            ),
            **({} if office.attested else days(office.held, "startDate", "endDate")),
        )
        for office in record.offices.all()
    ]
    return person(
        record,
        givenName=record.given_name,
        familyName=record.family_name,
        description=told(record, "summary"),
        hasOccupation=offices,
    )


def _other_names(record: Any) -> list[Any]:
    """The short name and the former ones, each once."""
    former = [text_of(each, "name") for each in record.former_names.all()]
    texts = [text_of(record, "short_name"), *former]
    return list({text.text: said(text) for text in texts if text}.values())


def _own_name(record: Organisation) -> Any:
    return said(Text(record.local_name, record.local_language, is_fallback=False))
