"""The admin pages of places, partnerships, organisations, people, networks and of the users."""

from partners.admin.home_city import HomeCityLimits
from partners.admin.invitation import InvitationAdmin
from partners.admin.network import NetworkAdmin
from partners.admin.organisation import OrganisationAdmin
from partners.admin.partnership import PartnershipAdmin
from partners.admin.person import PersonAdmin
from partners.admin.place import PlaceAdmin
from partners.admin.topic import TopicAdmin
from partners.admin.user import StaffAdmin

__all__ = [
    "HomeCityLimits",
    "InvitationAdmin",
    "NetworkAdmin",
    "OrganisationAdmin",
    "PartnershipAdmin",
    "PersonAdmin",
    "PlaceAdmin",
    "StaffAdmin",
    "TopicAdmin",
]
