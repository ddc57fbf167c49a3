"""What every published record shares: status, address, version, log and parts; and who may edit."""

from twinning.publishing.models.address import Addressed, AddressedQuerySet, refuse_reserved_segment
from twinning.publishing.models.audit import Action, AuditEntry
from twinning.publishing.models.findable import Findable
from twinning.publishing.models.former_address import FormerAddress
from twinning.publishing.models.only_one import OnlyOne
from twinning.publishing.models.part import Part
from twinning.publishing.models.preview_link import PreviewLink
from twinning.publishing.models.public_body import DataLicence, PublicBody, telephone_address
from twinning.publishing.models.publishable import Publishable, PublishableQuerySet
from twinning.publishing.models.status import Status, is_public
from twinning.publishing.models.user import User
from twinning.publishing.models.version import Versioned
from twinning.publishing.models.working_copy import WorkingCopy

__all__ = [
    "Action",
    "Addressed",
    "AddressedQuerySet",
    "AuditEntry",
    "DataLicence",
    "Findable",
    "FormerAddress",
    "OnlyOne",
    "Part",
    "PreviewLink",
    "PublicBody",
    "Publishable",
    "PublishableQuerySet",
    "Status",
    "User",
    "Versioned",
    "WorkingCopy",
    "is_public",
    "refuse_reserved_segment",
    "telephone_address",
]
