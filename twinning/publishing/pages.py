"""What every public page has in common: an address in each language and the way that led to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, override

Crumb = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in one language; `name` is the language's own name for itself."""

    code: str
    name: str
    url: str
    is_current: bool
    absolute_url: str = ""


def language_links(
    address: Callable[[], str], query: Mapping[str, str] | None = None
) -> list[LanguageLink]:
    """`address` is called once with each language active; `query` follows it in all of them."""
    suffix = f"?{urlencode(query)}" if query else ""
    current = get_language()
    links = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            url = address()
        name = get_language_info(code)["name_local"].capitalize()
        links.append(LanguageLink(code, name, url + suffix, code == current))
    return links


def public_page(
    request: HttpRequest,
    template: str,
    *,
    address: Callable[[], str],
    trail: Sequence[Crumb],
    query: Mapping[str, str] | None = None,
    description: str = "",
    **context: Any,
) -> TemplateResponse:
    """A page at `address`. `trail` runs from below the home page to the page itself (no link).

    `query` is kept by the language switch, while the canonical address goes without it.
    `description` is for search engines; without one the trail describes the page.
    """
    frame = {
        "description": description or " – ".join(_text(label) for label, _address in trail),
        "breadcrumbs": trail,
        "alternates": [
            replace(link, absolute_url=request.build_absolute_uri(link.url))
            for link in language_links(address)
        ],
        "language_switch": language_links(address, query),
        "canonical_url": request.build_absolute_uri(address()),
    }
    return TemplateResponse(request, template, {**frame, **context})


def _text(label: str) -> str:
    """A label may be HTML that says in which language it is."""
    return unescape(strip_tags(label)) if isinstance(label, SafeString) else label
