"""The form in a real browser: under the Content-Security-Policy, by keyboard, at every width."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests import factories as make
from tests.signing_in import sign_in

pytestmark = pytest.mark.browser

BODY = '<p>Pod hasłem <span lang="fr">Ville créative</span>.</p>'


def open_entry(page: Page, site: str) -> Any:
    """A draft, opened by somebody who is signed in."""
    sign_in(page, site, make.make_user(role="superuser"))
    event = make.make_event("Wizyta", body_pl=BODY, status="draft")
    page.goto(f"{site}/pl/admin/events/event/{event.pk}/change/")
    page.wait_for_selector("[lang=pl].ProseMirror")
    return event


@pytest.fixture
def entry(page: Page, site: str) -> Any:
    """Opened in the page whose fixture fails on any error in the console."""
    return open_entry(page, site)


def test_a_text_is_edited_and_the_language_of_a_phrase_marked(page: Page, entry: Any) -> None:
    page.click("[lang=pl].ProseMirror")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Tour")
    for length in range(1, len("Tour") + 1):
        page.keyboard.press("Shift+ArrowLeft")
        page.wait_for_function("length => getSelection().toString().length == length", arg=length)
    page.click(".fieldBox.field-body_pl [data-name=phraseLanguage]")
    page.fill("dialog [name=lang]", "fr")
    page.press("dialog [name=lang]", "Enter")
    page.click("[name=_continue] >> nth=0")
    page.wait_for_selector(".messagelist .success")

    entry.refresh_from_db()
    assert entry.body_pl == BODY.replace("</p>", ' <span lang="fr">Tour</span></p>')


def test_pasted_styles_and_scripts_stay_out_without_a_complaint(page: Page, entry: Any) -> None:
    page.click("[lang=en].ProseMirror")
    page.evaluate(
        """() => {
          const data = new DataTransfer()
          data.setData("text/html", "<p style='color:red' onclick='x()'>From <b>Word</b></p>")
          const target = document.querySelector("[lang=en].ProseMirror")
          const options = { clipboardData: data, bubbles: true, cancelable: true }
          target.dispatchEvent(new ClipboardEvent("paste", options))
        }"""
    )

    assert page.input_value("#id_body_en") == "<p>From <strong>Word</strong></p>"


def test_a_date_is_read_back_and_a_place_found_from_the_keyboard(page: Page, entry: Any) -> None:
    make.make_place("saint-etienne", name_pl="Saint-Étienne")
    page.fill("#id_date", "na przełomie lat 2009 i 2010")
    page.locator("#id_date_reading", has_text="2009").wait_for()
    page.focus(".fieldBox.field-place .select2-selection")
    page.keyboard.press("Enter")
    page.keyboard.type("Saint")
    page.wait_for_selector(".select2-results__option--highlighted")
    page.keyboard.press("Enter")

    assert page.inner_text("#select2-id_place-container").endswith("Saint-Étienne")


@pytest.mark.parametrize("width", [320, 1280])
def test_two_languages_stand_side_by_side_where_there_is_room(
    page: Page, entry: Any, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    polish, english = (page.locator(f"#id_title_{code}").bounding_box() for code in ("pl", "en"))
    assert polish is not None
    assert english is not None
    assert (polish["y"] == english["y"]) is (width == 1280)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(
    chromium: Browser,
    site: str,
    axe: Callable[[Page], list[str]],
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    # axe puts style sheets of its own into the page; the policy would refuse them.
    context = chromium.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    open_entry(page, site)

    assert axe(page) == []
    context.close()
