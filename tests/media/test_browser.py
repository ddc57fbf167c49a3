"""The library in a real browser: the focal point by mouse and keyboard, and nothing for axe."""

from typing import Any, Literal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Browser, Page

from tests import factories as make
from tests.media.files import halves
from tests.signing_in import sign_in
from tests.tools import Findings
from twinning.media.models import Image

pytestmark = pytest.mark.browser


def picture() -> Any:
    file = SimpleUploadedFile("any.png", halves((900, 600), "#234", "#dca"))
    return make.make_image(file=file)


@pytest.fixture
def image(page: Page, site: str) -> Any:
    """Opened by an editor."""
    image = picture()
    sign_in(page, site, make.make_user(role="editor"))
    page.goto(f"{site}/pl/admin/media/image/{image.pk}/change/")
    page.wait_for_selector(".focal-point-ring")
    return image


def point(page: Page) -> tuple[str, str]:
    return page.input_value("#id_focus_x"), page.input_value("#id_focus_y")


def save(page: Page) -> None:
    page.click("[name=_continue] >> nth=0")
    page.wait_for_selector(".messagelist .success")


def test_a_click_on_the_picture_sets_the_point(page: Page, image: Any) -> None:
    box = page.locator(".focal-point-surface").bounding_box()
    assert box
    position = {"x": box["width"] * 0.8, "y": box["height"] * 0.25}
    page.click(".focal-point-surface", position=position)  # type: ignore[arg-type]

    assert point(page) == ("80", "25")
    style = page.locator(".focal-point-square").evaluate("image => image.style.objectPosition")
    assert style == "80% 25%"
    save(page)
    saved = Image.objects.get(pk=image.pk)
    assert (saved.focus_x, saved.focus_y) == (80, 25)


def test_the_arrow_keys_move_the_point_and_it_is_read_aloud(page: Page, image: Any) -> None:
    page.focus(".focal-point-ring")
    for key in ("ArrowLeft", "ArrowLeft", "Shift+ArrowDown", "ArrowUp"):
        page.keyboard.press(key)

    assert point(page) == ("48", "59")
    assert page.inner_text(".focal-point output") == "48 % od lewej, 59 % od góry"
    save(page)
    assert Image.objects.get(pk=image.pk).focus_x == 48


def test_the_point_stays_on_the_picture(page: Page, image: Any) -> None:
    page.focus(".focal-point-ring")
    for _step in range(7):
        page.keyboard.press("Shift+ArrowRight")

    assert point(page) == ("100", "50")


def test_the_ring_follows_the_numbers(page: Page, image: Any) -> None:
    page.fill("#id_focus_x", "20")

    assert page.locator(".focal-point-ring").evaluate("ring => ring.style.left") == "20%"
    name = page.locator(".focal-point-ring").get_attribute("aria-label")
    assert name == "Punkt główny: 20 % od lewej, 50 % od góry"


def test_who_may_only_translate_has_no_ring(page: Page, site: str) -> None:
    image = picture()
    sign_in(page, site, make.make_user(role="translator"))
    page.goto(f"{site}/pl/admin/media/image/{image.pk}/change/")

    assert page.locator(".focal-point img").first.is_visible()
    assert not page.locator(".focal-point-ring").count()


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing(
    chromium: Browser,
    site: str,
    axe: Findings,
    language: str,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    # axe puts style sheets of its own into the page; the policy would refuse them. It takes what
    # stands under the bar of buttons for too small, so the screen is as high as the form.
    context = chromium.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 3600}
    )
    page = context.new_page()
    image, document = picture(), make.make_document()
    sign_in(page, site, make.make_user(role="editor"))

    changed = (f"{type(each).__name__.lower()}/{each.pk}/change/" for each in (image, document))
    for path in ("image/", "image/add/", *changed):
        page.goto(f"{site}/{language}/admin/media/{path}")
        assert axe(page) == [], path
        # A wide table scrolls by itself, in its own box.
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
