"""What every page's frame needs beside what its view gives it. A process keeps it in memory."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from twinning.publishing.pages import LanguageLink, language_links
from twinning.publishing.public_body import public_body
from twinning.search.grammar import LONGEST
from twinning.site.law.frame import foot_links, frame

# Label and name of the page; the site map lists them as well.
DIRECTORIES = (
    (_lazy("Organisations"), "organisations"),
    (_lazy("People"), "people"),
    (_lazy("Agreements"), "agreements"),
    (_lazy("Series"), "series_list"),
    (_lazy("Networks"), "networks"),
)
BESIDE = (
    (_lazy("Source documents"), "sources"),
    (_lazy("Open data"), "data"),
    (_lazy("Search"), "search"),
    (_lazy("Feeds and calendars"), "subscriptions"),
)


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Navigation, and a language switch for pages without an own one."""
    return {
        "site_name": _("Partner cities"),
        "publisher": public_body(),
        "source_language": settings.LANGUAGE_CODE,
        "site_nav": [
            (label, reverse(name), request.path.startswith(reverse(name)))
            for label, name in DIRECTORIES
        ],
        "search_url": reverse("search"),
        "search_longest": LONGEST,
        "search_description_url": reverse("search_description"),
        "footer_links": [(label, reverse(name)) for label, name in BESIDE],
        "legal_links": foot_links(),
        "funders": frame().funders,
        "language_switch": SimpleLazyObject(lambda: _switch(request)),
    }


def _switch(request: HttpRequest) -> list[LanguageLink]:
    """To the same address in each language, or to the home page from one that is in none."""
    addresses = {
        code: translate_url(request.get_full_path(), code) for code, _name in settings.LANGUAGES
    }
    translated = request.resolver_match and len(set(addresses.values())) == len(addresses)
    return language_links(
        lambda: addresses[get_language() or ""] if translated else reverse("home")
    )
