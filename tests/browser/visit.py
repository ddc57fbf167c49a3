"""The first visit to a page, with all that came over the wire."""

import gzip
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, ViewportSize

from tests.browser.pages import PublicPage

PHONE: ViewportSize = {"width": 320, "height": 640}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
WINDOWS = {"phone": PHONE, "desktop": DESKTOP}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# Formats that are compressed by themselves; everything else the server of production compresses.
COMPRESSED = ("font", "image", "media")
NOTE_SHIFTS = """
window.layoutShift = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.layoutShift += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""
SETTLED = """async () => {
  await document.fonts.ready;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


@dataclass(frozen=True, slots=True)
class Received:
    """`size` in bytes as they travel: compressed, with the head of the answer."""

    url: str
    kind: str
    size: int


@dataclass(slots=True)
class Visit:
    """`asked` are the addresses of all requests, answered or not; `complaints` the messages of the
    browser's console, refused styles among them.
    """

    page: Page
    shown: PublicPage
    language: str
    site: str
    html: str = ""
    status: int = 0
    layout_shift: float = 0
    asked: list[str] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.shown.name}-{self.language}"

    @property
    def address(self) -> str:
        return self.site + self.shown.addresses[self.language]

    def weight(self, *, fonts: bool) -> int:
        return sum(each.size for each in self.received if fonts or each.kind != "font")

    def reset(self) -> None:
        self.page.emulate_media(media="screen", color_scheme="light", forced_colors="none")
        self.page.set_viewport_size(DESKTOP)
        if self.page.url != self.address:
            self.page.goto(self.address)
        # A test may have left by a link back to here, and the page may still be arriving.
        self.page.wait_for_load_state()
        self.page.evaluate("document.adoptedStyleSheets = []; scrollTo(0, 0)")

    def note(self, message: ConsoleMessage) -> None:
        # That a missing page is missing stands in the console, too.
        expected = self.status == 404 and message.location["url"] == self.address
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(message.text)


def visited(context: BrowserContext, site: str, shown: PublicPage, language: str) -> Visit:
    page = context.new_page()
    page.set_viewport_size(DESKTOP)
    visit = Visit(page, shown, language, site, status=shown.status)
    responses: list[Response] = []
    page.on("request", lambda request: visit.asked.append(request.url))
    page.on("response", lambda response: responses.append(response))
    page.on("console", lambda message: visit.note(message))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.add_init_script(NOTE_SHIFTS)
    answer = page.goto(visit.address)
    page.evaluate(SETTLED)
    if answer:
        visit.status, visit.html = answer.status, answer.text()
    visit.layout_shift = page.evaluate("window.layoutShift")
    visit.received = [weighed(response) for response in responses]
    return visit


def weighed(response: Response) -> Received:
    """As the server of production sends it; the one of the tests compresses nothing."""
    kind = response.request.resource_type
    body = response.body()
    if kind not in COMPRESSED:  # what came compressed is unpacked by now
        body = gzip.compress(body, compresslevel=6)
    head = response.request.sizes()["responseHeadersSize"]
    return Received(response.url, kind, len(body) + head)
