"""What is known about translations beside their texts."""

from twinning.translation.models.assignment import Assignment
from twinning.translation.models.changed_message import ChangedMessage, MessageEdit, key_of
from twinning.translation.models.glossary import GlossaryTerm
from twinning.translation.models.outdated import OutdatedTranslation
from twinning.translation.models.passage import Passage

__all__ = [
    "Assignment",
    "ChangedMessage",
    "GlossaryTerm",
    "MessageEdit",
    "OutdatedTranslation",
    "Passage",
    "key_of",
]
