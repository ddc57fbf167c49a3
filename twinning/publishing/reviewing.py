"""What a reviewer does with somebody else's working copy."""

from typing import Any

from twinning.publishing.history import note_action
from twinning.publishing.models import Action, WorkingCopy


def return_copy(copy: WorkingCopy, record: Any, *, user: Any, comment: str) -> None:
    """Give the copy back to its author, with the reason; `record` is the one in whose log it is."""
    copy.state = WorkingCopy.State.RETURNED
    copy.comment = comment
    copy.save(update_fields=["state", "comment"])
    note_action(record, Action.RETURNED, user=user, comment=comment)
