"""Whether a translation keeps the markup and the placeholders of its source."""

from collections import Counter
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.conf import settings

from twinning.translation.faults import placeholders

_EMPTY = {"br"}  # elements without an end
# A phrase in another language may need its mark in one text and not in the other.
_FREE = {"span"}


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: Counter[str] = Counter()
        self.open: list[str] = []
        self.is_balanced = True
        self.feed(text)
        self.close()
        self.is_balanced = self.is_balanced and not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            self.open.append(tag)
        if tag not in _FREE or {name for name, _value in attrs} - {"lang"}:
            self.elements[_described(tag, attrs)] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.is_balanced = self.is_balanced and tag in _EMPTY

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        if not self.open or self.open.pop() != tag:
            self.is_balanced = False

    def handle_comment(self, data: str) -> None:
        self.elements["<!-- -->"] += 1

    def handle_decl(self, decl: str) -> None:
        self.elements["<! >"] += 1

    def unknown_decl(self, data: str) -> None:
        self.elements["<! >"] += 1

    def handle_pi(self, data: str) -> None:
        self.elements["<? >"] += 1


def markup_faults(source: str, target: str, *, is_rich: bool) -> list[str]:
    """The elements that are missing in the target, or in it too often, as somebody writes them.

    In a text that isn't rich a tag is plain letters, but a translation must have the same. An end
    without its beginning is a fault of the text as a whole: "</>".
    """
    before, after = _Reader(source), _Reader(target)
    faults = [*(before.elements - after.elements), *(after.elements - before.elements)]
    if is_rich and before.is_balanced and not after.is_balanced:
        faults.append("</>")
    return sorted(set(faults))


def placeholder_faults(source: str, target: str) -> list[str]:
    """Placeholders with a name that only one of the two has."""
    differing = placeholders(source) ^ placeholders(target)
    return sorted(each for each in differing if each.startswith(("%(", "{")))


def _described(tag: str, attrs: list[tuple[str, str | None]]) -> str:
    told = "".join(f' {name}="{_value(name, value)}"' for name, value in sorted(attrs, key=str))
    return f"<{tag}{told}>"


def _value(name: str, value: str | None) -> str:
    return _without_language(value or "") if name == "href" else value or ""


def _without_language(address: str) -> str:
    """A link to a page of this site may lead to its translation, whose address is another."""
    if urlsplit(address).netloc:
        return address
    first = address.lstrip("/").partition("/")[0]
    is_ours = address.startswith("/") and first in dict(settings.LANGUAGES)
    return "/…" if is_ours else address
