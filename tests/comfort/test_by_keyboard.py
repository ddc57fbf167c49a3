"""The admin in a real browser, by the keyboard alone: lists, actions, forms, small windows."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from events.models import Event
from partners.models import Person
from tests import factories as make
from tests.signing_in import sign_in
from twinning.publishing.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def superuser(page: Page, site: str) -> User:
    user = make.make_user(role="superuser")
    sign_in(page, site, user)
    return user


def tab_to(page: Page, selector: str, *, most: int = 200, back: bool = False) -> None:
    """Press Tab until the focus is on the element."""
    for _each in range(most):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{selector} is not reached by the keyboard")


@pytest.mark.usefixtures("superuser")
def test_a_person_is_added_to_a_new_row_from_the_keyboard(page: Page, site: str) -> None:
    event = make.make_event(status="draft")
    page.goto(f"{site}/pl/admin/events/event/{event.pk}/change/")
    page.wait_for_selector("[lang=pl].ProseMirror")
    page.locator("#participations-group .add-row a").focus()
    page.keyboard.press("Enter")
    page.locator("#add_id_participations-0-person").focus()

    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    window = opened.value
    window.wait_for_selector("#id_given_name")
    window.focus("#id_given_name")
    window.keyboard.type("Łucja")
    window.keyboard.press("Tab")
    window.keyboard.type("Ślązak")
    with window.expect_event("close"):
        window.keyboard.press("Enter")

    person = Person.objects.get()
    chosen = page.locator("#id_participations-0-person")
    expect(chosen).to_have_value(str(person.pk))
    expect(page.locator("#select2-id_participations-0-person-container")).to_contain_text("Łucja")
    in_box = "document.activeElement.matches('.select2-selection')"
    page.wait_for_function(in_box)
    assert (
        page.evaluate(
            "document.activeElement.closest('.related-widget-wrapper').querySelector('select').id"
        )
        == "id_participations-0-person"
    )


@pytest.mark.usefixtures("superuser")
def test_a_namesake_is_asked_about_in_the_small_window(page: Page, site: str) -> None:
    make.make_person(given_name="Jan", family_name="Kowalski")
    page.goto(f"{site}/pl/admin/partners/person/add/?_to_field=id&_popup=1")
    page.fill("#id_given_name", "JAN")
    page.fill("#id_family_name", "Kowalski")
    page.press("#id_family_name", "Enter")
    page.wait_for_selector("input[name=distinct]")
    tab_to(page, "input[name=distinct]")
    page.keyboard.press("Space")
    expect(page.locator("input[name=distinct]")).to_be_checked()
    page.press("#id_family_name", "Enter")
    page.wait_for_selector("text=To okno można zamknąć")
    assert Person.objects.count() == 2


@pytest.mark.usefixtures("superuser")
def test_a_list_is_searched_filtered_and_archived_from_the_keyboard(page: Page, site: str) -> None:
    kept, gone = make.make_event("Koncert"), make.make_event("Wizyta w Łodzi")
    page.goto(f"{site}/pl/admin/events/event/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#content-start")

    tab_to(page, "#searchbar")
    page.keyboard.type("lodzi WIZYTA")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=1 wynik")
    tab_to(page, "#changelist-filter a[href*='kind__exact=visit']")
    page.keyboard.press("Enter")
    page.wait_for_url("**kind__exact=visit**")

    tab_to(page, "input.action-select")
    page.keyboard.press("Space")
    tab_to(page, "select[name=action]", back=True)
    page.keyboard.type("Przenieś zazn")
    tab_to(page, "button[name=index]")
    page.keyboard.press("Enter")
    page.wait_for_selector("textarea[name=comment]")
    tab_to(page, "textarea[name=comment]")
    page.keyboard.type("Dubel")
    tab_to(page, "input[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist .success")

    assert Event.objects.get(pk=gone.pk).status == "archived"
    assert Event.objects.get(pk=kept.pk).status == "published"


# Each thing that takes the focus and doesn't show it, or not where it can be seen.
WITHOUT_RING = """() => {
  const focusable = "a[href], button, input:not([type=hidden]), select, textarea, summary,"
    + "[tabindex='0'], [contenteditable=true]";
  return [...document.querySelectorAll(focusable)]
    .filter(element => element.checkVisibility() && !element.disabled)
    .filter(element => !element.closest(".select2-hidden-accessible"))
    .filter(element => {
      element.focus({focusVisible: true});
      const box = element.closest(".select2-selection") ?? element;
      const style = getComputedStyle(box);
      const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      return document.activeElement === element && !ring;
    })
    .map(element => element.outerHTML.slice(0, 200));
}"""


def pages(event: Any) -> list[str]:
    own = f"events/event/{event.pk}"
    return [
        "",
        "events/event/",
        "events/event/add/",
        f"{own}/change/",
        f"{own}/used/",
        f"{own}/addresses/",
        f"{own}/history/",
        f"{own}/delete/",
        "partners/person/add/?_popup=1",
    ]


@pytest.mark.usefixtures("superuser")
def test_the_focus_shows_wherever_it_is(page: Page, site: str) -> None:
    event = make.make_event(series=make.make_series())
    found: dict[str, list[str]] = {}
    for path in pages(event):
        page.goto(f"{site}/pl/admin/{path}")
        page.wait_for_load_state("networkidle")
        page.keyboard.press("Tab")
        if lost := page.evaluate(WITHOUT_RING):
            found[path] = lost
    assert found == {}
