from typing import Any

from events.models import Act, Agreement, Event, Source
from events.presentation.linked.naming import named, page_of, same_as, told
from events.presentation.linked.organisations import network, organisation, person
from events.presentation.linked.places import both_cities, place
from twinning.dates import HistoricalDate
from twinning.media.models import Image
from twinning.metadata.linked_data import Address, Node, days, thing

KINDS = {
    Source.Kind.WEB_PAGE: "WebPage",
    Source.Kind.REPORT: "Report",
    Source.Kind.PRESS: "Article",
}


def source(record: Source, **properties: Any) -> Node:
    kind = KINDS.get(Source.Kind(record.kind), "CreativeWork")
    return named(kind, record, url=page_of(record), **properties)


def whole_source(record: Source) -> Node:
    return source(
        record,
        description=told(record, "description"),
        inLanguage=record.language,
        creditText=told(record, "issuer"),
        identifier=record.reference,
        copyrightNotice=told(record, "rights"),
        sameAs=same_as(record.url),
        **days(record.issued, "datePublished"),
    )


def agreement(record: Agreement, **properties: Any) -> Node:
    return named("CreativeWork", record, url=page_of(record), **properties)


def whole_agreement(record: Agreement) -> Node:
    """`record` with its acts and what is published of its relations, as its own page has it."""
    acts = list(record.acts.all())
    signing = first_signing(acts)
    whole = record.supplement_to
    return agreement(
        record,
        description=told(record, "summary"),
        genre=str(record.get_kind_display()),
        about=[
            *(both_cities(record.partnership) if record.partnership else ()),
            *([network(record.network)] if record.network else ()),
        ],
        contributor=_signatories(acts),
        isPartOf=agreement(whole) if whole else None,
        hasPart=[agreement(each) for each in record.supplements.all()],
        subjectOf=[_told_in(act.event) for act in acts if act.event],
        locationCreated=place(signing.place) if signing and signing.place else None,
        **days(signing.date if signing else None, "dateCreated"),
    )


def first_signing(acts: list[Act]) -> Act | None:
    return next((act for act in acts if act.is_signing), None)


def date_of(record: Agreement) -> HistoricalDate | None:
    """When it was first signed, as exactly as it is known."""
    signing = first_signing(list(record.acts.all()))
    return signing.date if signing else None


def image(record: Image) -> Node:
    return thing(
        "ImageObject",
        f"image-{record.pk}",
        contentUrl=Address(record.file.url),
        caption=told(record, "caption"),
        creditText=record.author,
        description=told(record, "alt"),
    )


def _signatories(acts: list[Act]) -> list[Node]:
    who: dict[str, Node] = {}
    for act in acts:
        for each in act.signatories.all():
            node = person(each.person) if each.person else None
            if each.organisation:
                node = organisation(each.organisation)
            if node:
                who[node["@id"]] = node
    return list(who.values())


def _told_in(event: Event) -> Node:
    page = page_of(event)
    return named("Event", event, url=page, **days(event.date, "startDate", "endDate"))
