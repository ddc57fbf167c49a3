"""The chronicle: events and series, who took part, agreements, and the sources of it all."""

from events.models.agreement import Act, Agreement, Signatory
from events.models.attached_document import EventDocument, SourceDocument
from events.models.booklet_order import BookletOrder
from events.models.citation import Citation
from events.models.delegation import Delegation, DelegationMember
from events.models.event import Event
from events.models.event_image import EventImage
from events.models.kinds import EventKind, Quantity
from events.models.participation import Participation
from events.models.series import Series
from events.models.source import Source, SourcePage
from events.models.year_note import YearNote

__all__ = [
    "Act",
    "Agreement",
    "BookletOrder",
    "Citation",
    "Delegation",
    "DelegationMember",
    "Event",
    "EventDocument",
    "EventImage",
    "EventKind",
    "Participation",
    "Quantity",
    "Series",
    "Signatory",
    "Source",
    "SourceDocument",
    "SourcePage",
    "YearNote",
]
