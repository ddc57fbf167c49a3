"""Pictures of the main pages, to look at: `make screenshots` puts them into screenshots/.

Pytest collects this file only when it is named.
"""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser

FOLDER = Path(__file__).parent.parent / "screenshots"
PAGES = {
    "home": "/pl/",
    "home-en": "/en/",
    "home-city": "/pl/katowice/",
    "partnership": "/pl/katowice/saint-etienne/",
    "chronicle": "/pl/katowice/saint-etienne/historia/",
    "chronicle-en": "/en/katowice/saint-etienne/history/",
    "timeline": "/pl/katowice/saint-etienne/os-czasu/",
    "year": "/pl/katowice/saint-etienne/1994/",
    "not-found": "/pl/nie-ma-takiej-strony/",
    "sign-in": "/pl/konto/logowanie/",
}
VIEWS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
}


@pytest.mark.browser
def test_pictures(chromium: Browser, site: str) -> None:
    call_command("load_chronicle", "--if-empty", verbosity=0)
    FOLDER.mkdir(exist_ok=True)
    for view, options in VIEWS.items():
        context = chromium.new_context(locale="pl-PL", **options)
        page = context.new_page()
        for name, address in PAGES.items():
            page.goto(site + address)
            page.screenshot(path=FOLDER / f"{name}-{view}.png", full_page=True)
            if view == "wide":
                page.emulate_media(media="print")
                page.screenshot(path=FOLDER / f"{name}-print.png", full_page=True)
                page.emulate_media(media="screen")
        context.close()
