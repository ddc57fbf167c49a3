"""Ways into the site for tests."""

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from playwright.sync_api import Page

from tests.factories import TOTP_SECRET
from twinning.publishing.models import User


def sign_in(page: Page, site: str, user: User) -> None:
    """Give the browser a session of the user's; how one is opened has tests of its own."""
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"]
    page.context.add_cookies([{"name": session.key, "value": session.value, "url": site}])


def code_now(secret: str = TOTP_SECRET) -> str:
    """What an app with the secret shows at this moment."""
    return str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time()))))
