"""What an entry's form asks of a browser that has never been here."""

from typing import Any

import pytest
from playwright.sync_api import Page, Response

from tests import factories as make
from tests.admin.entries import crowded
from tests.browser.visit import weighed
from tests.signing_in import sign_in

pytestmark = pytest.mark.browser

# Reached so far; the aim is 20 requests and 300 kB. The editor of rich texts is 173 kB of it,
# jQuery and Select2 are 53 kB.
MOST_REQUESTS = 38
MOST_BYTES = 303_000


def test_the_form_of_an_entry_with_ten_participants_is_light(page: Page, site: str) -> None:
    event: Any = crowded(10)
    sign_in(page, site, make.make_user(role="superuser"))
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))

    page.goto(site + f"/pl/admin/events/event/{event.pk}/change/")
    page.wait_for_selector("[lang=pl].ProseMirror")
    page.wait_for_load_state("networkidle")

    received = [weighed(response) for response in responses]
    weight = sum(each.size for each in received)
    assert len(received) <= MOST_REQUESTS, received
    assert weight <= MOST_BYTES, received
