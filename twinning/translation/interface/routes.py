"""Addresses made of texts, after these have changed.

Django compiles each route once per language and keeps it. A new one is put in the place of the old
and nothing is taken away first: other threads are being answered meanwhile.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import clear_url_caches, get_resolver
from django.urls.resolvers import RoutePattern
from django.utils.translation import override


def renew_routes(language: str) -> None:
    with override(language):
        resolver: Any = get_resolver()
        for pattern in _translated_patterns(resolver.url_patterns):
            own = vars(pattern)
            fresh = RoutePattern(own["_route"], pattern.name, own["_is_endpoint"])
            own["_regex_dict"][language] = fresh.regex
        resolver._populate()  # noqa: SLF001 — there is no public way
    clear_url_caches()


def _translated_patterns(entries: Iterable[Any]) -> Iterator[RoutePattern]:
    for entry in entries:
        pattern = entry.pattern
        if isinstance(pattern, RoutePattern) and not isinstance(vars(pattern)["_route"], str):
            yield pattern
        yield from _translated_patterns(getattr(entry, "url_patterns", ()))
