"""What the first visit to a page costs the reader, and what it leaves alone."""

from tests.browser.visit import Visit

MOST = 110_000
MOST_WITHOUT_FONTS = 30_000
# The whole chronicle is one page by intent: the words of its 173 entries alone are 15 kB.
MOST_OF_CHRONICLE = 45_000
MOST_SHIFT = 0.01


def too_heavy(visit: Visit) -> list[str]:
    """As compressed by the server of production; the tests' own server compresses nothing."""
    without_fonts = MOST_OF_CHRONICLE if visit.shown.name == "chronicle" else MOST_WITHOUT_FONTS
    return [
        f"{weight} bytes {what}, at most {most}: {visit.received}"
        for weight, what, most in (
            (visit.weight(fonts=True), "in all", MOST),
            (visit.weight(fonts=False), "without fonts", without_fonts),
        )
        if weight > most
    ]


def asked_elsewhere(visit: Visit) -> list[str]:
    """Whether or not an answer came."""
    return [f"asked: {url}" for url in visit.asked if not url.startswith(f"{visit.site}/")]


def cookies(visit: Visit) -> list[str]:
    return [f"set: {cookie.get('name')}" for cookie in visit.page.context.cookies()]


def moved(visit: Visit) -> list[str]:
    return [f"layout shift {visit.layout_shift}"] if visit.layout_shift >= MOST_SHIFT else []
