"""The yearly review of the accessibility declaration: who is reminded, and how it is recorded."""

from dataclasses import dataclass

from twinning.publishing.models import User
from twinning.site.desk.worker import Worker
from twinning.site.models import AccessibilityReview, ReviewDuty, review_duty


@dataclass(frozen=True, slots=True)
class Reminder:
    """`last` is the latest review; None where none has been recorded."""

    is_overdue: bool
    year: int
    last: AccessibilityReview | None


def reminder_for(worker: Worker) -> Reminder | None:
    """None for who doesn't see to it, and once this year's review has been recorded."""
    if not may_review(worker.user):
        return None
    last = AccessibilityReview.objects.latest_first().first()
    duty = review_duty(last.day if last else None, worker.today)
    if duty is ReviewDuty.DONE:
        return None
    return Reminder(duty is ReviewDuty.OVERDUE, worker.today.year, last)


def may_review(user: User) -> bool:
    return user.has_perm("site.add_accessibilityreview")


def record_review(worker: Worker, note: str) -> AccessibilityReview:
    name = worker.user.get_full_name() or worker.user.get_username()
    return AccessibilityReview.objects.create(
        day=worker.today, reviewer=worker.user, reviewer_name=name, note=note
    )
