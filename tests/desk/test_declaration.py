"""The accessibility declaration is reviewed by 31 March of every year; the desk reminds of it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests import factories as make
from tests.desk.reading import DESK, desk
from tests.pages.reading import words
from twinning.site.models import AccessibilityReview, ReviewDuty, review_duty

DONE, DUE, OVERDUE = ReviewDuty.DONE, ReviewDuty.DUE, ReviewDuty.OVERDUE
REVIEWED = f"{DESK}accessibility-reviewed/"


@pytest.mark.parametrize(
    ("last", "today", "duty"),
    [
        (None, date(2027, 1, 1), DUE),
        (None, date(2027, 3, 31), DUE),
        (None, date(2027, 4, 1), OVERDUE),
        (date(2026, 12, 31), date(2026, 12, 31), DONE),
        (date(2026, 12, 31), date(2027, 1, 1), DUE),
        (date(2026, 3, 30), date(2027, 4, 1), OVERDUE),
        (date(2027, 1, 1), date(2027, 1, 1), DONE),
        (date(2027, 5, 1), date(2027, 12, 31), DONE),
        (date(2028, 1, 1), date(2027, 12, 31), DONE),
        (date(2027, 2, 1), date(2028, 2, 29), DUE),
    ],
)
def test_when_the_review_is_due(last: date | None, today: date, duty: ReviewDuty) -> None:
    assert review_duty(last, today) is duty


@pytest.fixture
def publisher(db: None) -> Client:
    client = Client()
    client.force_login(make.make_user(role="publisher", first_name="Halina", last_name="Nowak"))
    return client


def reminder(client: Client) -> str:
    section = desk(client).select_one("[aria-labelledby=desk-accessibility]")
    return words(section) if section else ""


def test_a_review_recorded_today_ends_the_reminder(publisher: Client) -> None:
    assert "Nie odnotowano" in reminder(publisher)

    answer = publisher.post(REVIEWED, {"note": " Poprawiono kontakt. "}, follow=True)

    review = AccessibilityReview.objects.get()
    assert (review.day, review.note) == (timezone.localdate(), "Poprawiono kontakt.")
    assert review.reviewer_name == "Halina Nowak"
    assert "został odnotowany" in answer.content.decode()
    assert reminder(publisher) == ""


def test_the_reminder_says_when_and_by_whom_it_was_reviewed_last(publisher: Client) -> None:
    last_year = timezone.localdate() - timedelta(days=366)
    AccessibilityReview.objects.create(day=last_year, reviewer_name="Jan Kowalski")
    AccessibilityReview.objects.create(day=date(2001, 1, 1), reviewer_name="Ktoś Dawny")

    assert "Jan Kowalski" in reminder(publisher)


def test_a_link_records_nothing(publisher: Client) -> None:
    assert publisher.get(REVIEWED).status_code == 405
    assert not AccessibilityReview.objects.exists()


@pytest.mark.parametrize("role", ["editor", "translator", ""])
def test_who_doesnt_see_to_it_records_nothing(db: None, role: str) -> None:
    client = Client()
    client.force_login(make.make_user(role=role))

    assert reminder(client) == ""
    assert client.post(REVIEWED).status_code == 403
    assert not AccessibilityReview.objects.exists()


def test_a_forged_post_records_nothing(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.make_user(role="publisher"))

    assert client.post(REVIEWED).status_code == 403
    assert not AccessibilityReview.objects.exists()


def test_a_long_note_is_cut_and_not_refused(publisher: Client) -> None:
    publisher.post(REVIEWED, {"note": "x" * 5000})

    assert len(AccessibilityReview.objects.get().note) == 1000


def test_a_review_outlives_the_account(publisher: Client) -> None:
    publisher.post(REVIEWED)
    review = AccessibilityReview.objects.get()
    assert review.reviewer
    review.reviewer.delete()

    assert AccessibilityReview.objects.filter(reviewer=None, reviewer_name="Halina Nowak").exists()
