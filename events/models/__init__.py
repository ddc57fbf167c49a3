"""The chronicle: events and series, who took part, agreements, and the sources of it all."""

from .agreement import Act, Agreement, Signatory
from .citation import Citation
from .delegation import Delegation, DelegationMember
from .event import Event
from .event_image import EventImage
from .kinds import EventKind, Quantity
from .participation import Participation
from .series import Series
from .source import Source, SourcePage
from .year_note import YearNote

__all__ = [
    "Act",
    "Agreement",
    "Citation",
    "Delegation",
    "DelegationMember",
    "Event",
    "EventImage",
    "EventKind",
    "Participation",
    "Quantity",
    "Series",
    "Signatory",
    "Source",
    "SourcePage",
    "YearNote",
]
