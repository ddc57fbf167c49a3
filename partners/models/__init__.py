"""Places, the partnerships between them, and the organisations, people and networks they share."""

from .network import Network, NetworkMembership, NetworkName
from .organisation import Organisation, OrganisationName
from .partnership import Partnership, ReasonToVisit
from .person import Office, Person
from .place import Place
from .right import EditingRight
from .topic import Topic

__all__ = [
    "EditingRight",
    "Network",
    "NetworkMembership",
    "NetworkName",
    "Office",
    "Organisation",
    "OrganisationName",
    "Partnership",
    "Person",
    "Place",
    "ReasonToVisit",
    "Topic",
]
