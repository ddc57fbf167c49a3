"""axe finds nothing on these pages: in both languages, light and dark, wide and narrow."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from events.models import Event
from tests import factories as make
from tests.signing_in import sign_in
from tests.tools import Findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def event() -> Any:
    place = make.make_place("saint-etienne")
    event: Any = make.make_event(series=make.make_series(), place=place, slug_pl="dawny")
    event.slug_pl = "nowy"
    event.save()
    make.make_topic()
    return event


def addresses(event: Event) -> list[str]:
    place = event.place_id
    return [
        f"partners/place/{place}/used/",
        f"partners/place/{place}/delete/",
        f"events/event/{event.pk}/addresses/",
        f"events/event/{event.pk}/change/",
        "events/event/",
        "partners/person/add/?_popup=1&_to_field=id",
        "events/source/add/?_popup=1&_to_field=id",
    ]


def act(page: Page, address: str, action: str) -> None:
    page.goto(address)
    page.click("#action-toggle")
    page.select_option("select[name=action]", action)
    page.click("button[name=index]")
    page.wait_for_selector("textarea[name=comment]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_axe_finds_nothing(
    chromium: Browser,
    site: str,
    event: Any,
    axe: Findings,
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    # axe puts style sheets of its own into the page; the policy would refuse them.
    context = chromium.new_context(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    sign_in(page, site, make.make_user(role="superuser"))
    admin = f"{site}/{language}/admin/"
    found: dict[str, Any] = {}

    def look(name: str) -> None:
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            problems = [*axe(page), *([f"{beyond} px too wide"] if beyond > 0 else [])]
            if problems:
                found[f"{name} at {width}"] = problems

    for path in addresses(event):
        page.goto(admin + path)
        look(path)
    for action in ("archive", "add_topics"):
        act(page, f"{admin}events/event/", action)
        look(action)
    context.close()
    assert found == {}
