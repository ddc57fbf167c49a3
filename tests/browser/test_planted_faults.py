"""Each gate finds the fault that is planted for it into a page as the site serves it."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, ViewportSize

from tests.browser.checks import first_view, keyboard, layout, reading
from tests.browser.pages import PAGES
from tests.browser.visit import DESKTOP, PHONE, Visit, visited
from tests.tools import Findings

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

HOME = PAGES[0]
Plant = Callable[..., Visit]


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="en", reduced_motion="reduce")
    context.set_default_timeout(5_000)
    yield context
    context.close()


@pytest.fixture
def plant(context: BrowserContext, chronicle_site: str) -> Plant:
    """A function that visits the home page with `html` at the end of its content."""

    def visit(html: str, **headers: str) -> Visit:
        def answer(route: Route) -> None:
            served = route.fetch()
            # The site's own policy would keep most faults away.
            kept = {name: value for name, value in served.headers.items() if "policy" not in name}
            body = served.text().replace("</main>", f"{html}</main>")
            route.fulfill(response=served, headers={**kept, **headers}, body=body)

        context.route(chronicle_site + HOME.addresses["en"], answer)
        return visited(context, chronicle_site, HOME, "en")

    return visit


def style(rules: str) -> str:
    return f"<style>{rules}</style>"


def test_without_a_fault_no_check_finds_one(plant: Plant, axe: Findings) -> None:
    visit = plant("<p>Nothing is wrong with this.</p>")
    page = visit.page

    assert visit.complaints == []
    assert first_view.too_heavy(visit) == []
    assert first_view.asked_elsewhere(visit) == []
    assert first_view.cookies(visit) == []
    assert first_view.moved(visit) == []
    assert axe(page) == []
    assert layout.sideways_or_lost(page) == []
    assert keyboard.without_way_to_content(page) == []
    assert keyboard.without_ring(page) == []
    page.reload()
    assert keyboard.astray(page) == []
    assert reading.strange_scripts(page, []) == []
    assert reading.amiss_on_paper(page, visit.address) == []


def test_an_image_without_words(plant: Plant, axe: Findings) -> None:
    visit = plant('<img src="/static/site/img/favicon.svg" width="32" height="32">')
    assert [finding for finding in axe(visit.page) if "image-alt" in finding]


def test_pale_letters_in_the_dark_alone(plant: Plant, axe: Findings) -> None:
    rules = "@media (prefers-color-scheme: dark) { .planted { color: #444 } }"
    page = plant(f"{style(rules)}<p class='planted'>Hardly to be read</p>").page

    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert [finding for finding in axe(page) if "color-contrast" in finding]


def test_letters_that_ignore_forced_colours(plant: Plant, axe: Findings) -> None:
    rules = ".planted { forced-color-adjust: none; color: #222; background: #000 }"
    page = plant(f"{style(rules)}<p class='planted'>Hardly to be read</p>").page
    page.emulate_media(forced_colors="active", color_scheme="dark")
    assert axe(page, only=["color-contrast"])


def test_wrong_nesting(
    plant: Plant, html_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    visit = plant("<p><a href='/en/'><a href='/pl/'>A link in a link</a></a></p>")
    assert html_findings({"home-en": visit.html})


def test_a_skip_link_that_leads_nowhere(plant: Plant) -> None:
    visit = plant("<script>document.querySelector('.skip-link').href = '#nowhere'</script>")
    assert keyboard.without_way_to_content(visit.page)


def test_a_link_without_a_ring(plant: Plant) -> None:
    rules = ".planted:focus-visible { outline: none !important }"
    visit = plant(f"{style(rules)}<p><a class='planted' href='/en/'>Where am I?</a></p>")
    assert len(keyboard.without_ring(visit.page)) == 1


def test_a_trap_for_the_keyboard(plant: Plant) -> None:
    script = "trap.onkeydown = event => { if (event.key === 'Tab') event.preventDefault(); }"
    visit = plant(f"<button id='trap'>No way out</button><script>{script}</script>")
    assert len(keyboard.astray(visit.page)) == 1


@pytest.mark.parametrize("window", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_wide_element(plant: Plant, window: ViewportSize) -> None:
    visit = plant(style(".planted { width: 1400px }") + "<div class='planted'>Wide</div>")
    visit.page.set_viewport_size(window)
    assert [each for each in layout.sideways_or_lost(visit.page) if "beyond the window" in each]


def test_text_that_is_cut_off_when_set_wide(plant: Plant) -> None:
    rules = (
        ".planted { height: 1.3em; line-height: 1.2; overflow: hidden;"
        " width: max-content; white-space: nowrap }"
    )
    page = plant(f"{style(rules)}<p class='planted'>A title in a box that just holds it</p>").page

    assert layout.sideways_or_lost(page) == []
    assert [each for each in layout.sideways_or_lost_when_set_wide(page) if "cut off" in each]


def test_a_request_to_another_host(plant: Plant) -> None:
    visit = plant("<img src='http://127.0.0.1:9/counter.gif' alt='' width='1' height='1'>")
    assert first_view.asked_elsewhere(visit) == ["asked: http://127.0.0.1:9/counter.gif"]


def test_a_cookie(plant: Plant) -> None:
    visit = plant("", **{"set-cookie": "visitor=1; Path=/"})
    assert first_view.cookies(visit) == ["set: visitor"]


def test_a_page_too_large(plant: Plant) -> None:
    words = " ".join(str(number**3) for number in range(20_000))
    assert first_view.too_heavy(plant(f"<p>{words}</p>"))


def test_content_that_moves_what_is_there(plant: Plant) -> None:
    script = """
      const late = document.createElement("p");
      late.style.height = "300px";
      requestAnimationFrame(() => requestAnimationFrame(() => document.body.prepend(late)));
    """
    assert first_view.moved(plant(f"<script>{script}</script>"))


def test_an_error_in_the_console(plant: Plant) -> None:
    assert plant("<script>missing()</script>").complaints


def test_words_that_scripts_bring(plant: Plant, chromium: Browser) -> None:
    page = plant("<p id='late'></p><script>late.textContent = 'Too late'</script>").page
    with chromium.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(page.url)
        assert reading.told_by_scripts(page, plain) == ["only with scripts: Too late"]
    assert reading.strange_scripts(page, []) == ["script: inline"]


def test_navigation_on_paper(plant: Plant) -> None:
    visit = plant(style("nav.languages { display: block !important }"))
    assert reading.amiss_on_paper(visit.page, visit.address) == ["printed: languages"]


def test_a_language_switch_that_leads_elsewhere(plant: Plant) -> None:
    script = "document.querySelector('nav.languages a[hreflang=pl]').href = '/pl/szukaj/'"
    visit = plant(f"<script>{script}</script>")
    there = visit.site + HOME.addresses["pl"]
    findings = reading.astray_in_languages(visit.page, visit.address, there, "pl")
    assert findings[0].startswith(f"led to ('{visit.site}/pl/szukaj/'")
