"""Pictures of every public page, compared with those accepted. Collected only when named.

The pictures go to screenshots/gates/; ACCEPT=1 takes them as right. Of an accepted one a mosaic is
kept, a small image of a page's fields: docs/adr/0032 says why.
"""

import os
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page

from tests.browser.checks.looks import Mosaic
from tests.browser.gates import gate, none_of
from tests.browser.visit import SCHEMES, WINDOWS, Scheme, Visit

pytestmark = [gate("pictures"), pytest.mark.browser, pytest.mark.django_db]

FOLDER = settings.BASE_DIR / "screenshots" / "gates"
ACCEPTED = Path(__file__).parent / "accepted"
A_CHRONICLE_TAKES = 60_000  # at most, for a page of 80,000 pixels
ACCEPT = os.environ.get("ACCEPT") == "1"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("window", WINDOWS)
def test_the_page_looks_as_accepted(
    visit: Visit, opened: Page, window: str, scheme: Scheme
) -> None:
    opened.set_viewport_size(WINDOWS[window])
    opened.emulate_media(color_scheme=scheme)
    name = f"{visit.name}-{window}-{scheme}"
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.png"
    shown = Mosaic.of(opened.screenshot(path=path, full_page=True, timeout=A_CHRONICLE_TAKES))
    accepted = ACCEPTED / f"{name}.webp"
    if ACCEPT and not (accepted.exists() and not shown.unlike(Mosaic.read(accepted))):
        shown.save(accepted)
    if not accepted.exists():
        pytest.fail("no picture is accepted: ACCEPT=1 takes this one")
    none_of(shown.unlike(Mosaic.read(accepted)))
