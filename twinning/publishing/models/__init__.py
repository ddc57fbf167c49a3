"""What every published record shares: its status, its address and its version; and who may edit."""

from twinning.publishing.models.address import Addressed, AddressedQuerySet, refuse_reserved_segment
from twinning.publishing.models.publishable import Publishable, PublishableQuerySet, Status
from twinning.publishing.models.user import User
from twinning.publishing.models.version import Versioned

__all__ = [
    "Addressed",
    "AddressedQuerySet",
    "Publishable",
    "PublishableQuerySet",
    "Status",
    "User",
    "Versioned",
    "refuse_reserved_segment",
]
