"""What a page is without scripts, on paper and in another language."""

from playwright.sync_api import Page

NAVIGATION = "nav.site-nav, nav.languages, nav.crumbs, nav.filters, nav.turn, .skip-link"
SCRIPTS = 'script:not([type="application/ld+json"])'  # linked data is not run
# The field of the search page completes words; all else is plain HTML.
SCRIPTS_OF_SEARCH = ["/static/site/js/search.js"]


def told_by_scripts(page: Page, plain: Page) -> list[str]:
    """`plain` is the same page in a browser that runs no scripts."""
    with_scripts, without = (each.inner_text("body").splitlines() for each in (page, plain))
    lines = [f"only with scripts: {line}" for line in with_scripts if line not in without]
    return lines + [f"only without scripts: {line}" for line in without if line not in with_scripts]


def strange_scripts(page: Page, expected: list[str]) -> list[str]:
    sources = [each.get_attribute("src") or "inline" for each in page.locator(SCRIPTS).all()]
    return [f"script: {source}" for source in sources if source not in expected]


def amiss_on_paper(page: Page, address: str) -> list[str]:
    """Navigation that is printed, and an `address` that is not."""
    page.emulate_media(media="print")
    printed = [each for each in page.locator(NAVIGATION).all() if each.is_visible()]
    findings = [f"printed: {each.get_attribute('class')}" for each in printed]
    if address not in page.inner_text("footer"):
        findings.append(f"not printed: {address}")
    return findings


def astray_in_languages(page: Page, here: str, there: str, other: str) -> list[str]:
    """Of a page at the address `here`: whether its switch leads to `there`, in the `other`
    language, and back.
    """
    language = page.locator("html").get_attribute("lang")
    findings = []
    for code, address in ((other, there), (language, here)):
        page.locator(f"nav.languages a[hreflang={code}]").click()
        page.wait_for_load_state()
        arrived = (page.url, page.locator("html").get_attribute("lang"))
        if arrived != (address, code):
            findings.append(f"led to {arrived}, not {(address, code)}")
    return findings
