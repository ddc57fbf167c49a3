"""The translators' desk in a real browser, with the keyboard, without scripts and with axe."""

from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from events.models import Citation
from tests import factories as make
from tests.signing_in import sign_in
from tests.tools import Findings
from tests.translating.reading import QUEUE, sheet_of, text
from tests.translating.test_sheet import rewritten

pytestmark = pytest.mark.browser


def full_queue() -> Any:
    """Work of all sorts; the entry with the most of it."""
    known: Any = make.make_event("Inny wpis")
    rewritten(known, summary_pl="Zwiedzili muzeum.", summary_en="They saw the museum.")
    event: Any = make.make_event(
        "Most",
        title_en="Bridge",
        summary_pl="Zwiedzili muzeum.",
        summary_en="",
        body_pl="<p>Przyjął ich Prezydent Miasta.</p>",
        body_en="<p>They were received.</p>",
    )
    rewritten(event, title_pl="Nowy most")
    Citation.objects.create(event=event, source=make.make_source(), claim_pl="Tak", claim_en="")
    make.make_partnership(summary_en="")
    return event


def test_from_the_queue_through_a_record_to_the_next(page: Page, site: str) -> None:
    event = full_queue()
    sign_in(page, site, make.make_user(role="translator"))
    page.goto(f"{site}{QUEUE}?kind=events.Event")
    page.click("a.desk-name >> text=Nowy most >> nth=0")
    page.fill(f"[name='{text(event, 'title')}']", "New bridge")
    page.click("button[name=take]")
    page.locator(f"[name='{text(event, 'summary')}']").wait_for()
    assert page.input_value(f"[name='{text(event, 'title')}']") == "New bridge"
    assert page.input_value(f"[name='{text(event, 'summary')}']") == "They saw the museum."
    page.click("[name=_next]")
    page.locator(".messagelist .success").wait_for()

    event.refresh_from_db()
    assert (event.title_en, event.summary_en) == ("New bridge", "They saw the museum.")
    assert event.body_en == "<p>They were received.</p>"


def test_everything_works_without_scripts(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    event = full_queue()
    sign_in(page, site, make.make_user(role="translator"))
    page.goto(f"{site}{QUEUE}")
    page.select_option("[name=kind]", "events.Event")
    page.click(".translating-filters button")
    page.click("a.desk-name >> nth=0")
    page.fill(f"[name='{text(event, 'title')}']", "New bridge")
    page.fill(f"[name='{text(event, 'body')}']", "<p>The Mayor received them.</p>")
    page.click("[name=_save]")
    event.refresh_from_db()

    assert (event.title_en, event.body_en) == ("New bridge", "<p>The Mayor received them.</p>")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_axe_finds_nothing_and_a_phone_needs_no_sideways_scrolling(
    chromium: Browser, site: str, axe: Findings, language: str, scheme: Literal["light", "dark"]
) -> None:
    # axe puts style sheets of its own into the page; the policy would refuse them.
    context = chromium.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    event = full_queue()
    sign_in(page, site, make.make_user(role="translator"))
    for path in (QUEUE, f"{QUEUE}coverage/", sheet_of(event)):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{site}{path.replace('/pl/', f'/{language}/')}")
            assert axe(page) == [], (width, path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
