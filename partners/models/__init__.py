"""Places, the partnerships between them, and the organisations, people and networks they share."""

from partners.models.invitation import Invitation, InvitationClosedError
from partners.models.limits import homes_of
from partners.models.network import Network, NetworkMembership, NetworkName
from partners.models.organisation import Organisation, OrganisationName
from partners.models.partnership import Partnership, ReasonToVisit
from partners.models.person import Office, Person
from partners.models.place import Place
from partners.models.right import EditingRight
from partners.models.topic import Topic

__all__ = [
    "EditingRight",
    "Invitation",
    "InvitationClosedError",
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
    "homes_of",
]
