"""Preview in a real browser: from the form to both widths and languages, and out by a link."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests import factories as make
from tests.preview.reading import address
from tests.signing_in import sign_in
from twinning.publishing.models import PreviewLink, User, WorkingCopy

pytestmark = pytest.mark.browser


@pytest.fixture
def event(site: str) -> Any:
    home = make.make_place(is_home=True, name="Katowice")
    return make.make_event(
        "Wernisaż", title_en="Opening", partnerships=[make.make_partnership(home=home)], place=home
    )


@pytest.fixture
def editor(page: Page, site: str, event: Any) -> User:
    """Signed in on the page whose fixture fails on any error in a console, frames included."""
    user = make.make_user(role="editor", first_name="Anna", last_name="Kowalska")
    sign_in(page, site, user)
    return user


@pytest.fixture
def guest(chromium: Browser) -> Iterator[Page]:
    """A browser profile of somebody without an account."""
    context = chromium.new_context(locale="en-GB")
    yield context.new_page()
    context.close()


def previewed(page: Page, site: str, event: Any, title: str) -> None:
    page.goto(f"{site}{address(event, 'change/')}")
    page.fill("#id_title_pl", title)
    page.click("[name=_preview]")
    page.wait_for_selector("iframe")
    page.wait_for_load_state("networkidle")


def test_what_was_typed_is_seen_in_both_languages_at_both_widths(
    page: Page, site: str, editor: User, event: Any
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    previewed(page, site, event, "Nowa wystawa")

    for frame in page.query_selector_all("iframe"):
        frame.scroll_into_view_if_needed()
        content = frame.content_frame()
        assert content is not None
        content.wait_for_selector(".preview-banner")
        title = "Nowa wystawa" if frame.get_attribute("lang") == "pl" else "Opening"
        assert content.inner_text("h1") == title
        assert content.evaluate("innerWidth") in (388, 1278)  # within a border
        assert content.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("iframe").count() == 4
    widths = page.evaluate(
        "[...document.querySelectorAll('iframe')].map(each => each.getBoundingClientRect().right)"
    )
    assert max(widths) <= 1440

    page.click(".preview-tabs a[lang=en]")
    page.wait_for_load_state("networkidle")
    assert page.locator("iframe").count() == 2
    page.click(".preview-state .button")
    page.wait_for_load_state("networkidle")
    assert page.input_value("#id_title_pl") == "Nowa wystawa"
    assert WorkingCopy.objects.get().author == editor


def test_the_way_back_by_the_browser_goes_on_with_the_same_copy(
    page: Page, site: str, editor: User, event: Any
) -> None:
    previewed(page, site, event, "Nowa wystawa")
    page.go_back()
    expect(page.locator("#id_title_pl")).to_have_value("Nowa wystawa")
    page.wait_for_timeout(600)  # the scripts of the form come to rest
    page.fill("#id_title_pl", "Jeszcze nowsza")
    page.click("[name=_preview]")
    page.wait_for_selector("iframe")
    page.wait_for_load_state("networkidle")

    assert WorkingCopy.objects.get().data["title_pl"] == ["Jeszcze nowsza"]


def test_links_in_a_frame_lead_out_of_it(page: Page, site: str, editor: User, event: Any) -> None:
    previewed(page, site, event, "Nowa wystawa")
    frame = page.query_selector("iframe")
    content = frame.content_frame() if frame else None
    assert content is not None
    content.click(".languages a[lang=en]")
    page.wait_for_url("**/preview/?language=en")
    page.wait_for_load_state("networkidle")
    assert page.locator("iframe").count() == 2
    frame = page.query_selector("iframe")
    content = frame.content_frame() if frame else None
    assert content is not None
    content.click("a[href='/en/organisations/']")
    page.wait_for_url(f"{site}/en/organisations/")
    page.wait_for_load_state("networkidle")


def test_a_guest_sees_the_page_until_the_link_is_withdrawn_or_expires(
    page: Page, guest: Page, site: str, editor: User, event: Any
) -> None:
    previewed(page, site, event, "Nowa wystawa")
    addresses = []
    for reader in ("radca", "tłumacz"):
        page.fill("#id_note", reader)
        page.click(".preview-links [type=submit] >> nth=0")
        page.wait_for_selector(".preview-link-new")
        page.wait_for_load_state("networkidle")
        addresses.append([page.input_value(f"#address-{code}") for code in ("pl", "en")])

    for polish, english in addresses:
        guest.goto(english)
        assert guest.inner_text("h1") == "Opening"
        guest.click(".languages a[lang=pl]")
        guest.wait_for_url(polish)
        assert guest.inner_text("h1") == "Nowa wystawa"
    assert guest.context.cookies() == []

    page.click("tr:has-text('radca') button")
    page.wait_for_selector(".messagelist .success")
    page.wait_for_load_state("networkidle")
    PreviewLink.objects.filter(note="tłumacz").update(
        expires_at=timezone.now() - timedelta(seconds=1)
    )

    for polish, english in addresses:
        for shown in (polish, english):
            answer = guest.goto(shown)
            assert answer is not None
            assert answer.status == 410
            assert "Nowa wystawa" not in guest.content()
    assert guest.context.cookies() == []
    assert page.locator("tr:has-text('radca') button").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["pl", "en"])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    chromium: Browser,
    site: str,
    event: Any,
    axe: Callable[[Page], list[str]],
    width: int,
    language: str,
) -> None:
    # axe puts style sheets of its own into the page; the policy would refuse them.
    with chromium.new_context(
        bypass_csp=True, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        sign_in(page, site, make.make_user(role="superuser"))
        page.goto(f"{site}{address(event, language=language)}")
        page.click(".preview-links [type=submit] >> nth=0")
        page.wait_for_load_state("networkidle")
        link = page.input_value(f"#address-{language}")

        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for shown in (link, f"{link[:-2]}x/", f"{site}/{language}/admin/publishing/previewlink/"):
            page.goto(shown)
            assert axe(page) == [], shown
            assert page.evaluate("document.documentElement.scrollWidth") <= width, shown


def test_it_works_without_scripts(chromium: Browser, site: str, event: Any) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        sign_in(page, site, make.make_user(role="editor"))
        previewed(page, site, event, "Bez skryptów")
        frame = page.query_selector("iframe")
        content = frame.content_frame() if frame else None
        assert content is not None
        assert "Bez skryptów" in content.content()
        page.click(".preview-links [type=submit] >> nth=0")
        page.wait_for_load_state("networkidle")
        assert page.input_value("#address-pl").startswith(site)
