"""What every published record shares: its status, its address and its version; and who may edit."""

from .address import Addressed, AddressedQuerySet, refuse_reserved_segment
from .publishable import Publishable, PublishableQuerySet, Status
from .user import User
from .version import Versioned

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
