"""The desk in a real browser: one click from each section to its work, whatever it looks like."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests import factories as make
from tests.desk.work import WORK, Office
from tests.signing_in import sign_in
from tests.tools import Findings

pytestmark = pytest.mark.browser

MANY = 8  # more than the desk shows of a section


def full_desk(page: Page, site: str, language: str = "pl") -> None:
    user = make.make_user(role="superuser", first_name="Halina", last_name="Nowak")
    office = Office(user, make.make_partnership())
    Office(user, make.make_partnership()).missing()
    for _name, add in WORK.values():
        add(office)
    for _index in range(MANY):
        office.own_copy()
    sign_in(page, site, user)
    page.goto(f"{site}/{language}/admin/")


def test_one_click_leads_from_each_section_to_its_work(page: Page, site: str) -> None:
    full_desk(page, site)
    for name in {name for name, _add in WORK.values()}:
        page.locator(f"[aria-labelledby=desk-{name}] a.desk-name").first.click()
        page.locator("#content-main form").first.wait_for()
        page.go_back()
        page.locator("#content-main.desk").wait_for()


def test_all_of_a_section_is_one_click_away_too(page: Page, site: str) -> None:
    full_desk(page, site)
    page.click("#desk-working-copies-all")

    assert page.locator(".desk-rows li").count() > MANY
    page.click(".breadcrumbs a")
    page.locator(".desk-columns").wait_for()


def test_the_review_of_the_declaration_is_recorded_from_the_keyboard(page: Page, site: str) -> None:
    full_desk(page, site)
    page.focus("#review-note")
    page.keyboard.type("Bez zmian")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".messagelist .success").wait_for()

    assert page.locator("#desk-accessibility").count() == 0


def test_the_keyboard_goes_down_the_page_as_it_is_read(page: Page, site: str) -> None:
    full_desk(page, site)
    page.focus(".desk-main a >> nth=0")
    tops = []
    for _step in range(12):
        top = page.evaluate("document.activeElement.getBoundingClientRect().top + scrollY")
        tops.append(round(top))
        page.keyboard.press("Tab")

    assert tops == sorted(tops)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_axe_finds_nothing_and_a_phone_needs_no_sideways_scrolling(
    chromium: Browser, site: str, axe: Findings, language: str, scheme: Literal["light", "dark"]
) -> None:
    # axe puts style sheets of its own into the page; the policy would refuse them.
    context = chromium.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    full_desk(page, site, language)
    paths = ("", "desk/working-copies/")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for path in paths:
            page.goto(f"{site}/{language}/admin/{path}")
            assert axe(page) == [], (width, path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_the_desk_works_without_scripts(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    full_desk(page, site)
    page.click("#desk-working-copies-all")
    page.go_back()
    page.click("text=Przegląd przeprowadzono dziś")

    assert page.locator(".messagelist .success").count() == 1
    context.close()
