"""What every public page has in common: an address in each language and the way that led to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _

from twinning.metadata import page as programs
from twinning.metadata.linked_data import said
from twinning.metadata.page import Metadata
from twinning.metadata.site_card import site_picture
from twinning.publishing.labels import own_text, worded

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
    metadata: Metadata | None = None,
    stands_for: Callable[[], str] | None = None,
    is_listed: bool = True,
    **context: Any,
) -> TemplateResponse:
    """A page at `address`. `trail` runs from below the home page to the page itself (no link).

    `query` is kept by the language switch, while the canonical address goes without it.
    `description` is for search engines and all in the page's language; without one the trail
    describes the page, as far as its labels are. `metadata` is what else programs are told; without
    it they learn the page's title, address and breadcrumbs. Search engines keep no page that isn't
    listed, such as an earlier version, which `stands_for` another page.
    """
    alternates = [
        replace(link, absolute_url=request.build_absolute_uri(link.url))
        for link in language_links(address)
    ]
    description = description or " – ".join(_own_texts(trail))
    frame = {
        "description": description,
        "breadcrumbs": trail,
        "alternates": alternates if is_listed else [],
        "language_switch": language_links(address, query),
        "canonical_url": request.build_absolute_uri((stands_for or address)()),
        "printed_url": request.build_absolute_uri(address()),
        "is_listed": is_listed,
        "page_metadata": _head(request, metadata or Metadata(), description, alternates, trail),
    }
    page = TemplateResponse(request, template, {**frame, **context})
    # A page is right at the moment it is read: something on it may be planned to appear or to go.
    patch_cache_control(page, no_cache=True)
    return page


def _own_texts(trail: Sequence[Crumb]) -> list[str]:
    return [text for label, _address in trail if (text := own_text(label))]


def _head(
    request: HttpRequest,
    metadata: Metadata,
    description: str,
    alternates: Sequence[LanguageLink],
    trail: Sequence[Crumb],
) -> programs.Head:
    if metadata.title is None and trail:
        metadata = replace(metadata, title=worded(trail[-1][0]))
    if metadata.picture is None:
        metadata = replace(metadata, picture=site_picture())
    home: Crumb = (_("Home page"), reverse("home"))
    frame = programs.Frame(
        site_name=_("Partner cities"),
        description=description,
        addresses={link.code: link.absolute_url for link in alternates},
        trail=[(said(worded(label)), address) for label, address in (home, *trail)],
        absolute=request.build_absolute_uri,
    )
    return programs.head(metadata, frame)
