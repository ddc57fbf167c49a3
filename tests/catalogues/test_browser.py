"""The texts of the interface in a real browser, with the site's own catalogues."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests import factories as make
from tests.signing_in import sign_in
from tests.tools import Findings
from twinning.translation.interface.keeping import keep, token_of
from twinning.translation.interface.texts import text_in
from twinning.translation.models import key_of

pytestmark = pytest.mark.browser

PATH = "admin/translation/changedmessage/"
PLURAL = "%(count)d page"


def change(message: str, *forms: str) -> None:
    text = text_in("pl", key_of(message))
    assert text is not None
    user = make.make_user(role="translator", first_name="Halina", last_name="Nowak")
    keep("pl", text.key, list(forms), token=token_of(text), user=user)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    chromium: Browser,
    site: str,
    axe: Findings,
    language: str,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    context = chromium.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    sign_in(page, site, make.make_user(role="translator"))
    change("Organisations", "Stowarzyszenia")
    findings = []
    for path in (
        "",
        "pl/",
        "pl/?show=address&q=osoby",
        "pl/?q=x+y+z",
        "pl/upload/",
        f"pl/{key_of('Organisations')}/",
        f"pl/{key_of(PLURAL)}/",
        f"pl/{key_of('people/', 'address')}/",
    ):
        page.goto(f"{site}/{language}/{PATH}{path}")
        findings += [f"{path}: {each}" for each in axe(page)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            findings.append(f"{path} scrolls sideways")
    page.fill("#id_form_0", "Osoby!")
    page.click("[name=_save]")
    page.locator(".errornote").wait_for()
    findings += [f"refused: {each}" for each in axe(page)]
    file = 'msgid "People"\nmsgstr "Ludzie"\n\nmsgid "Nobody"\nmsgstr "Nikt"\n'
    page.goto(f"{site}/{language}/{PATH}pl/upload/")
    page.set_input_files(
        "#id_file", {"name": "pl.po", "mimeType": "text/plain", "buffer": file.encode()}
    )
    page.click("input.default")
    page.locator("input[name=sealed]").wait_for(state="attached")
    findings += [f"preview: {each}" for each in axe(page)]
    context.close()
    assert findings == []


def test_a_text_is_found_and_worded_without_a_script(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page: Page = context.new_page()
    sign_in(page, site, make.make_user(role="translator"))
    page.goto(f"{site}/pl/{PATH}")
    page.click("#content-main tbody th a >> nth=0")
    page.fill("#interface-q", "organis")
    page.press("#interface-q", "Enter")
    page.wait_for_url("**q=organis*")
    page.click("tbody th a >> text=/^Organisations$/")
    page.fill("#id_form_0", "Stowarzyszenia")
    page.click("[name=_save]")
    page.locator(".messagelist .success").wait_for()

    row = page.locator("tbody tr", has=page.get_by_text("Organisations", exact=True))
    assert "Stowarzyszenia" in row.inner_text()
    context.close()
