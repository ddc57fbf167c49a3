"""The admin pages of the chronicle."""

from events.admin.agreement import ActAdmin, AgreementAdmin
from events.admin.citation import CitationInline
from events.admin.delegation import DelegationAdmin
from events.admin.event import EventAdmin
from events.admin.series import SeriesAdmin
from events.admin.source import SourceAdmin
from events.admin.year_note import YearNoteAdmin

__all__ = [
    "ActAdmin",
    "AgreementAdmin",
    "CitationInline",
    "DelegationAdmin",
    "EventAdmin",
    "SeriesAdmin",
    "SourceAdmin",
    "YearNoteAdmin",
]
