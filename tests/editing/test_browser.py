"""Editing in a real browser: crashes, two people, two tabs, planned hours."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from events.models import Citation
from tests import factories as make
from tests.editing.addresses import page as page_of
from tests.signing_in import sign_in
from tests.tools import CHROMIUM_NAMES, QUIET, found
from twinning.publishing.models import User, WorkingCopy

pytestmark = pytest.mark.browser

KEPT = ".working-copy-state:has-text('kopii roboczej o')"


@pytest.fixture
def publisher(site: str) -> User:
    return make.make_user(role="publisher", username="halina")


@pytest.fixture
def event(site: str) -> Any:
    event = make.make_event("Stary tytuł", partnerships=[make.make_partnership()])
    source = make.make_source("kronika", title="Kronika miejska")
    Citation.objects.create(event=event, source=source, claim_pl="Tak.")
    return event


@contextmanager
def somebody(browser: Browser, site: str, user: User, **options: Any) -> Iterator[Page]:
    """A browser profile of one person, signed in; gone afterwards even if the test fails."""
    context: BrowserContext = browser.new_context(
        locale="pl-PL", timezone_id="Europe/Warsaw", **options
    )
    try:
        tab = context.new_page()
        sign_in(tab, site, user)
        yield tab
    finally:
        context.close()


def open_form(tab: Page, site: str, event: Any) -> None:
    tab.goto(f"{site}{page_of(event)}")
    tab.wait_for_selector("[lang=pl].ProseMirror")
    tab.wait_for_timeout(600)  # the form's own scripts have put it in order


def test_a_browser_killed_in_mid_edit_gives_everything_back_inlines_too(
    chromium: Browser, site: str, publisher: User, event: Any
) -> None:
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    doomed = chromium.browser_type.launch(
        executable_path=found("Chromium", *CHROMIUM_NAMES), args=QUIET + sandbox
    )
    with suppress(Error), somebody(doomed, site, publisher) as tab:
        open_form(tab, site, event)
        tab.fill("#id_title_pl", "Tytuł sprzed awarii")
        tab.click("[lang=pl].ProseMirror")
        tab.keyboard.type("Akapit sprzed awarii.")
        tab.fill("#id_citations-0-claim_pl", "Przypis sprzed awarii.")
        tab.click("#participations-group .add-row a")
        tab.fill("#id_participations-0-function_pl", "sekretarz")
        tab.select_option("#id_participations-0-role", "speaker")
        tab.wait_for_selector(KEPT, timeout=15_000)
        tab.wait_for_timeout(4_000)
        doomed.new_browser_cdp_session().send("Browser.crash")

    with somebody(chromium, site, publisher) as tab:
        open_form(tab, site, event)
        assert tab.input_value("#id_title_pl") == "Tytuł sprzed awarii"
        assert "Akapit sprzed awarii." in tab.input_value("#id_body_pl")
        assert "Akapit sprzed awarii." in tab.inner_text("[lang=pl].ProseMirror")
        assert tab.input_value("#id_citations-0-claim_pl") == "Przypis sprzed awarii."
        assert tab.input_value("#id_participations-0-function_pl") == "sekretarz"
        assert tab.input_value("#id_participations-0-role") == "speaker"
        tab.goto(f"{site}{event.get_absolute_url()}")
        assert "Stary tytuł" in tab.inner_text("h1")


def test_two_editors_at_once_see_each_other_and_lose_nothing(
    chromium: Browser, site: str, publisher: User, event: Any
) -> None:
    other = make.make_user(role="publisher", username="piotr")
    with somebody(chromium, site, publisher) as first, somebody(chromium, site, other) as second:
        open_form(first, site, event)
        open_form(second, site, event)
        first.fill("#id_title_pl", "Tytuł Haliny")
        first.wait_for_selector(KEPT)
        second.fill("#id_summary_pl", "Streszczenie Piotra.")
        expect(second.locator(".working-copy-others")).to_contain_text("halina")
        first.click("[name=_publish]")
        first.wait_for_selector(".messagelist .success")

        second.click("[name=_publish]")
        second.wait_for_selector(".conflict")
        assert "Tytuł Haliny" in second.inner_text(".conflict")
        second.check("input[name=merge-title_pl][value=theirs]")
        second.click("[name=_merge]")
        second.wait_for_selector(".messagelist .success")
        assert second.input_value("#id_title_pl") == "Tytuł Haliny"
        second.click("[name=_publish]")
        second.wait_for_selector(".messagelist .success")

    event.refresh_from_db()
    assert (event.title_pl, event.summary_pl) == ("Tytuł Haliny", "Streszczenie Piotra.")
    assert not WorkingCopy.objects.exists()


def test_the_later_of_two_tabs_is_told_and_keeps_nothing_over_the_first(
    chromium: Browser, site: str, publisher: User, event: Any
) -> None:
    with somebody(chromium, site, publisher) as first:
        second = first.context.new_page()
        open_form(first, site, event)
        open_form(second, site, event)
        first.fill("#id_title_pl", "Z pierwszej karty")
        first.wait_for_selector(KEPT)
        second.fill("#id_summary_pl", "Z drugiej karty.")
        second.wait_for_selector(".working-copy--blocked")

    [copy] = WorkingCopy.objects.all()
    assert copy.posted["title_pl"] == "Z pierwszej karty"
    assert copy.posted["summary_pl"] == event.summary_pl


def test_a_staged_change_shows_once_it_is_published(
    chromium: Browser, site: str, publisher: User, event: Any
) -> None:
    public = f"{site}{event.get_absolute_url()}"
    with somebody(chromium, site, publisher) as tab:
        open_form(tab, site, event)
        tab.fill("#id_title_pl", "Nowy tytuł")
        tab.click("[name=_keep]")
        tab.wait_for_selector(".messagelist .success")
        tab.goto(public)
        assert tab.inner_text("h1") == "Stary tytuł"
        tab.goto(f"{site}{page_of(event)}")
        assert tab.input_value("#id_title_pl") == "Nowy tytuł"
        tab.click("[name=_publish]")
        tab.wait_for_selector(".messagelist .success")
        tab.goto(public)
        assert tab.inner_text("h1") == "Nowy tytuł"


def test_writing_goes_on_after_the_session_has_expired(
    chromium: Browser, site: str, publisher: User, event: Any
) -> None:
    with somebody(chromium, site, publisher) as tab:
        open_form(tab, site, event)
        tab.context.clear_cookies(name="sessionid")
        tab.fill("#id_title_pl", "Pisany dalej")
        tab.wait_for_selector(".working-copy-state:has-text('sesja wygasła')")
        sign_in(tab, site, publisher)
        tab.fill("#id_title_en", "Written on")
        tab.wait_for_selector(KEPT, timeout=15_000)

    assert WorkingCopy.objects.get().posted["title_pl"] == "Pisany dalej"


def test_without_scripts_there_is_a_button_that_keeps(
    chromium: Browser, site: str, publisher: User, event: Any
) -> None:
    with somebody(chromium, site, publisher, java_script_enabled=False) as tab:
        tab.goto(f"{site}{page_of(event)}")
        tab.fill("#id_title_pl", "Bez skryptu")
        tab.fill("#id_date", "")
        tab.click("[name=_keep]")

        assert tab.input_value("#id_title_pl") == "Bez skryptu"
        assert tab.input_value("#id_date") == ""


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    with mock.patch.object(timezone, "now", return_value=moment.astimezone(UTC)):
        yield


@pytest.mark.parametrize(
    "day", ["2027-03-28", "2027-03-29", "2027-10-31", "2027-11-01"], ids=lambda day: day
)
def test_a_publication_planned_for_midnight_comes_at_midnight_in_warsaw(
    chromium: Browser, site: str, publisher: User, day: str
) -> None:
    """The nights around both clock changes of 2027; what is planned is typed into the form."""
    event = make.make_event("Nocny wpis", status="draft")
    midnight = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Europe/Warsaw"))
    with somebody(chromium, site, publisher) as tab:
        open_form(tab, site, event)
        tab.fill("#id_publish_at", f"{day}T00:00")
        tab.click("[name=_publish]")
        tab.wait_for_selector(".messagelist .success")
    event.refresh_from_db()
    assert event.publish_at == midnight

    reader = chromium.new_context().new_page()
    address = f"{site}{event.get_absolute_url()}"
    with clock_at(midnight.astimezone(UTC) - timedelta(seconds=1)):
        answer = reader.goto(address)
        assert answer is not None
        assert answer.status == 404
    with clock_at(midnight):
        answer = reader.goto(address)
        assert answer is not None
        assert answer.status == 200
        assert reader.inner_text("h1") == "Nocny wpis"
    reader.context.close()


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_a_copy_in_conflict_and_on_its_pages(
    chromium: Browser,
    site: str,
    publisher: User,
    event: Any,
    axe: Callable[[Page], list[str]],
    language: str,
    width: int,
) -> None:
    size: Any = {"width": width, "height": 900}
    pages = [
        f"events/event/{event.pk}/change/",
        f"events/event/{event.pk}/step/archive/",
        f"events/event/{event.pk}/step/withdraw/",
    ]
    with somebody(chromium, site, publisher, bypass_csp=True, viewport=size) as tab:
        tab.goto(f"{site}{page_of(event)}")
        tab.fill("#id_title_pl", "Mój tytuł")
        tab.click("[name=_keep]")
        tab.wait_for_selector(".messagelist .success")
        event.title_pl, event.version = "Ich tytuł", 2
        event.save()
        pages.append(f"events/event/copy/{WorkingCopy.objects.get().key}/discard/")
        for path in pages:
            tab.goto(f"{site}/{language}/admin/{path}")
            assert axe(tab) == []
            assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("status", "shown"), [("draft", "Nowy tytuł"), ("published", "Stary")])
def test_enter_in_a_field_publishes_nothing(
    chromium: Browser, site: str, publisher: User, status: str, shown: str
) -> None:
    event: Any = make.make_event("Stary", status=status)
    with somebody(chromium, site, publisher) as tab:
        open_form(tab, site, event)
        tab.fill("#id_title_pl", "Nowy tytuł")
        tab.press("#id_title_pl", "Enter")
        tab.wait_for_selector(".messagelist .success")

    event.refresh_from_db()
    assert (event.title_pl, event.status) == (shown, status)
