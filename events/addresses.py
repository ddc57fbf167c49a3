"""Addresses that belong to a partnership and not to a record of their own."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from partners.models import Partnership, Topic


def chronicle_address(partnership: Partnership) -> str:
    return reverse("chronicle", args=[partnership.home.slug, partnership.partner.slug])


def year_address(partnership: Partnership, year: int) -> str:
    return reverse("year", args=[partnership.home.slug, partnership.partner.slug, year])


def topic_address(partnership: Partnership, topic: Topic) -> str:
    """The chronicle with only the entries about `topic`."""
    key = getattr(topic, f"slug_{settings.LANGUAGE_CODE}")
    return f"{chronicle_address(partnership)}?{urlencode({'topic': key})}"
