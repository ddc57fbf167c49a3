"""History in a real browser: an event deleted and recovered; every page for everybody."""

import re
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from events.models import Citation, Delegation, DelegationMember, Event
from tests import factories as make
from tests.history.records import Journey, journey, save
from tests.signing_in import sign_in
from tests.tools import Findings
from twinning.publishing.history import record_deletion

pytestmark = pytest.mark.browser


def test_a_deleted_event_is_recovered_with_its_delegation(page: Page, site: str) -> None:
    told = journey()
    pk, members = told.event.pk, [each.pk for each in told.members]
    sign_in(page, site, make.make_user(role="publisher", first_name="Anna", last_name="Nowak"))
    page.goto(f"{site}/pl/admin/events/event/{pk}/delete/")
    page.locator("#content form[method=post] [type=submit]").click()
    page.wait_for_selector(".messagelist .success")
    assert not Event.objects.exists()
    assert not Delegation.objects.exists()

    page.get_by_role("link", name="Ostatnio usunięte").click()
    expect(page.locator("tr", has_text="Wizyta")).to_contain_text("Anna Nowak")
    page.get_by_role("link", name="Wizyta", exact=True).click()
    expect(page.locator("#content-main")).to_contain_text("nauczyciel")
    page.fill("#id_comment", "skreślone przez pomyłkę")
    page.get_by_role("button", name="Odzyskaj").click()
    page.wait_for_selector(".messagelist .success")

    event = Event.objects.get()
    assert (event.pk, event.status) == (pk, "draft")
    assert list(DelegationMember.objects.order_by("pk").values_list("pk", flat=True)) == members
    expect(page).to_have_url(re.compile(rf"/pl/admin/events/event/{pk}/change/"))


def test_two_states_are_chosen_compared_and_one_restored(page: Page, site: str) -> None:
    told = changed()
    sign_in(page, site, make.make_user(role="publisher"))
    page.goto(f"{site}/pl/admin/events/event/{told.event.pk}/change/")
    page.get_by_role("link", name="Historia", exact=True).click()
    page.get_by_role("button", name="Porównaj dwa wybrane stany").click()

    expect(page.locator("del", has_text="kilka")).to_be_visible()
    expect(page.locator("ins", has_text="pięć")).to_be_visible()
    page.get_by_role("link", name="Przywróć wcześniejszy").click()
    page.get_by_role("button", name="Przywróć ten stan").click()
    page.wait_for_selector(".messagelist .success")

    told.event.refresh_from_db()
    assert told.event.summary_pl == "Goście przyjechali na kilka dni."


def changed() -> Journey:
    """With another text, a row more and a row less."""
    told = journey(body_pl="<p>Program <strong>wizyty</strong>.</p><ul><li>raz</li></ul>")
    told.citation.delete()
    Citation.objects.create(event=told.event, source=make.make_source(), claim_pl="Inaczej.")
    save(
        told.event,
        summary_pl="Goście przyjechali na pięć dni.",
        body_pl='<p>Program wizyty.</p><ul><li>raz</li><li><a href="https://a.example/">dwa</a></li></ul>',
        date="1994-06-12",
    )
    return told


def pages() -> Iterator[str]:
    told = changed()
    gone = journey().event
    record_deletion(gone)
    number = gone.pk
    gone.delete()
    event = f"events/event/{told.event.pk}"
    yield f"{event}/history/"
    yield f"{event}/history/compare/?before={told.revision}&after=now"
    yield f"{event}/history/{told.revision}/restore/"
    yield "events/event/deleted/"
    yield f"events/event/deleted/{number}/"
    yield "publishing/auditentry/"


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    chromium: Browser,
    site: str,
    axe: Findings,
    width: int,
    scheme: Literal["light", "dark"],
    language: str,
) -> None:
    # axe puts style sheets of its own into the page; the policy would refuse them.
    context = chromium.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page: Any = context.new_page()
    sign_in(page, site, make.make_user(role="superuser"))
    found = []
    for address in pages():
        page.goto(f"{site}/{language}/admin/{address}")
        found += [f"{address}: {finding}" for finding in axe(page)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{address}: wider than the window")

    context.close()
    assert found == []
