"""The exchange in a real browser: without scripts, by keyboard, on a phone, in both languages."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from events.models import Event
from tests import factories as make
from tests.exchange.sheets import exported, translated
from tests.signing_in import sign_in
from tests.tools import Findings
from twinning.translation.exchange.files import Format, read

pytestmark = pytest.mark.browser
TEXTS = {
    "Wizyta delegacji": "A delegation’s visit",
    "Koncert w katedrze": "Koncert, który był w katedrze i w ratuszu",
    "<p>Byli w <strong>muzeum</strong>.</p>": "<p>They saw the <strong>museum</strong>.</p>",
    "Otwarcie wystawy": "Opening of the exhibition",
}


def delivered(page: Page, site: str, tmp_path: Path, language: str = "pl") -> None:
    """A file with something taken, something refused and something confirmed, sent in."""
    make.make_event(
        "Wizyta delegacji",
        title_en="The visit",
        body_pl="<p>Byli w <strong>muzeum</strong>.</p>",
        body_en="<p>They visited a museum.</p>",
    )
    for title in ("Koncert w katedrze", "Otwarcie wystawy"):
        make.make_event(title, title_en="")
    path = tmp_path / "tłumaczenia.xlf"
    data = exported(Format.XLIFF, kinds=[Event])
    path.write_bytes(translated(data, Format.XLIFF, TEXTS))
    Event.objects.filter(title_pl="Otwarcie wystawy").update(title_pl="Zamknięcie wystawy")
    sign_in(page, site, make.make_user(role="translator"))
    page.goto(f"{site}/{language}/admin/translations/files/")
    page.set_input_files("#id_in-file", path)
    page.locator("form[method=post] button.default").click()
    page.locator(".exchange-preview").wait_for()


def test_it_works_without_scripts(chromium: Browser, site: str, tmp_path: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    delivered(page, site, tmp_path)
    assert page.locator(".exchange-refused").count() == 2
    page.locator(".exchange-take button").click()
    page.locator(".messagelist .success").wait_for()
    assert Event.objects.filter(title_en="A delegation’s visit").count() == 1

    page.goto(f"{site}/pl/admin/translations/files/")
    with page.expect_download() as download:
        page.click("form[method=get] button")
    assert read(download.value.path().read_bytes()).units
    context.close()


def test_a_file_is_sent_in_and_taken_over_by_keyboard(
    page: Page, site: str, tmp_path: Path
) -> None:
    delivered(page, site, tmp_path)
    page.locator(".exchange-take button").focus()
    page.keyboard.press("Enter")
    page.locator(".messagelist .success").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_axe_finds_nothing_and_a_phone_needs_no_sideways_scrolling(
    chromium: Browser,
    site: str,
    axe: Findings,
    tmp_path: Path,
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    # axe puts style sheets of its own into the page; the policy would refuse them.
    context = chromium.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    delivered(page, site, tmp_path, language)
    preview = page.url
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for url in (preview, f"{site}/{language}/admin/translations/files/"):
            page.goto(url)
            assert axe(page) == [], (width, url)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, url
    context.close()
