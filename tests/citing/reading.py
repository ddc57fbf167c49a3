"""Entries with a past, and their versions as readers and their programs get them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from events.addresses import state_address, version_address, year_address
from events.past_years import YearHistory
from tests.pages.reading import read, words
from twinning.publishing.models import AuditEntry

FIRST = datetime(2020, 5, 3, 12, tzinfo=UTC)


def spread_out(record: Any, beginning: datetime = FIRST) -> None:
    """Let what has been done with the record have been done a day apart."""
    entries = AuditEntry.objects.of(record).order_by("pk")
    for number, entry in enumerate(entries):
        moment = beginning + timedelta(days=number)
        planned = entry.public_from and entry.public_from > entry.moment
        entry.public_from = entry.public_from if planned or not entry.public_from else moment
        entry.moment = moment
        entry.save()


def version(client: Client, event: Any, number: int, status: int = 200) -> BeautifulSoup:
    return read(client, version_address(event, number), status)


def reference(client: Client, event: Any, number: int, name: str) -> str:
    response = client.get(f"{version_address(event, number)}{name}/")
    assert response.status_code == 200
    return response.content.decode()


def state(
    client: Client, partnership: Any, moment: datetime, year: int = 1994, status: int = 200
) -> BeautifulSoup:
    return read(client, state_address(partnership, year, moment), status)


def moments(partnership: Any, year: int = 1994) -> list[datetime]:
    return YearHistory(partnership, year).moments


def citation_of_year(client: Client, partnership: Any, year: int = 1994) -> BeautifulSoup:
    return read(client, f"{year_address(partnership, year)}cytowanie/")


def banner(page: BeautifulSoup) -> str:
    return words(page.select_one(".version"))


def yesterday() -> datetime:
    return timezone.now() - timedelta(days=1)
