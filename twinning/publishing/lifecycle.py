"""The life of an entry: which steps lead from where to where, and what right each takes."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twinning.publishing.history import record_action
from twinning.publishing.models import Action, Status


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `right` is the permission on the model that it takes besides the record's own."""

    name: str
    label: str | Promise
    sources: frozenset[Status]
    target: Status
    right: str
    action: Action
    needs_comment: bool = False


SUBMIT = Step(
    "submit", _("Send for review"),
    frozenset({Status.DRAFT}), Status.REVIEW, "change", Action.SUBMITTED,
)  # fmt: skip
RETURN = Step(
    "return", _("Return to the author"),
    frozenset({Status.REVIEW}), Status.DRAFT, "publish", Action.RETURNED, needs_comment=True,
)  # fmt: skip
PUBLISH = Step(
    "publish", _("Publish"),
    frozenset({Status.DRAFT, Status.REVIEW, Status.ARCHIVED}),
    Status.PUBLISHED, "publish", Action.PUBLISHED,
)  # fmt: skip
WITHDRAW = Step(
    "withdraw", _("Take back to draft"),
    frozenset({Status.PUBLISHED}), Status.DRAFT, "publish", Action.WITHDRAWN,
)  # fmt: skip
ARCHIVE = Step(
    "archive", _("Archive"),
    frozenset({Status.DRAFT, Status.REVIEW, Status.PUBLISHED}),
    Status.ARCHIVED, "publish", Action.ARCHIVED,
)  # fmt: skip
REOPEN = Step(
    "reopen", _("Take out of the archive"),
    frozenset({Status.ARCHIVED}), Status.DRAFT, "publish", Action.REOPENED,
)  # fmt: skip
STEPS = {step.name: step for step in (SUBMIT, RETURN, PUBLISH, WITHDRAW, ARCHIVE, REOPEN)}


def steps_from(status: str) -> list[Step]:
    """The steps that lead on from a status, in the order of a life."""
    return [step for step in STEPS.values() if status in step.sources]


def take(step: Step, record: Any, *, user: Any, comment: str = "") -> None:
    """Take the step with a record that is saved already, in a transaction with the record locked.

    Raises `ValidationError` in words for an editor if the step doesn't lead on from the record's
    status, needs a comment, or the record is not whole.
    """
    advance(step, record, comment)
    record_action(record, step.action, user=user, comment=comment)


def advance(step: Step, record: Any, comment: str = "") -> None:
    """Take the step without noting it, as for many records that are noted together.

    Only what residents are to see must be whole; what isn't can always be taken back. The
    constraints of the database hold for what is saved anyway.
    """
    check(step, record, comment)
    record.status = step.target
    if step.target in (Status.REVIEW, Status.PUBLISHED):
        record.full_clean(validate_unique=False, validate_constraints=False)
    record.version += 1
    record.save(update_fields=["status", "published_at", "version", "updated_at"])


def check(step: Step, record: Any, comment: str = "") -> None:
    """Raises `ValidationError` if the step can't be taken with the record."""
    if record.status not in step.sources:
        text = _("From the status “%(status)s” this step isn't possible.")
        raise ValidationError(text, code="step", params={"status": record.status_label})
    if step.needs_comment and not comment.strip():
        raise ValidationError(_("Say why, so that the author knows."), code="comment")
