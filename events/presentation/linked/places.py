from typing import Any

from events.presentation.facts import country
from events.presentation.linked.naming import named, page_of, same_as, told
from partners.models import Partnership, Place
from twinning.metadata.linked_data import Node, said, thing
from twinning.translation.texts import Text

KINDS = {Place.Kind.CITY: "City", Place.Kind.REGION: "AdministrativeArea"}
WIKIDATA = "http://www.wikidata.org/entity/"


def place(record: Place, **properties: Any) -> Node:
    """In short. Only home cities have a page of their own."""
    return named(
        KINDS[Place.Kind(record.kind)],
        record,
        url=page_of(record) if record.is_home else "",
        sameAs=same_as(f"{WIKIDATA}{record.wikidata_id}" if record.wikidata_id else ""),
        **properties,
    )


def whole_place(record: Place, *, parent: Place | None = None) -> Node:
    """With all that its page tells; `parent` is the region, where the page has fetched it."""
    nation = thing("Country", name=country(record.country))
    return {
        **place(
            record,
            alternateName=_own_name(record),
            description=told(record, "description"),
            geo=_position(record),
            containedInPlace=place(parent, containedInPlace=nation) if parent else nation,
        ),
        **({"sameAs": _elsewhere(record)} if _elsewhere(record) else {}),
    }


def both_cities(partnership: Partnership) -> list[Node]:
    return [place(partnership.home), place(partnership.partner)]


def _own_name(record: Place) -> Any:
    return said(Text(record.local_name, record.local_language, is_fallback=False))


def _position(record: Place) -> Node | None:
    if record.latitude is None or record.longitude is None:
        return None
    return thing(
        "GeoCoordinates", latitude=float(record.latitude), longitude=float(record.longitude)
    )


def _elsewhere(record: Place) -> list[str]:
    return [*place(record).get("sameAs", []), *same_as(record.website)]
