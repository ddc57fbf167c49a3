"""What the admin pages of all records share: languages side by side, rights, status, versions."""

from twinning.publishing.admin.fields import Rows
from twinning.publishing.admin.log import LogAdmin
from twinning.publishing.admin.parts import PartAdmin, PartInline, StackedPart
from twinning.publishing.admin.preview_link import PreviewLinkAdmin
from twinning.publishing.admin.publishable import PublishableAdmin
from twinning.publishing.admin.record import RecordAdmin

__all__ = [
    "LogAdmin",
    "PartAdmin",
    "PartInline",
    "PreviewLinkAdmin",
    "PublishableAdmin",
    "RecordAdmin",
    "Rows",
    "StackedPart",
]
