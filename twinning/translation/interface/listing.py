"""The list of texts: what it can be narrowed to, and how a text is found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twinning.letters import folded
from twinning.translation.interface.texts import InterfaceText

FILTERS: dict[str, tuple[str | Promise, Callable[[InterfaceText], bool]]] = {
    "all": (_("All"), lambda text: True),
    "untranslated": (_("Not translated"), lambda text: text.is_untranslated),
    "doubtful": (_("Doubtful"), lambda text: text.is_doubtful),
    "faulty": (_("With a fault"), lambda text: bool(text.faults)),
    "changed": (_("Changed here"), lambda text: text.is_changed),
    "contested": (_("Changed here and in the file"), lambda text: text.is_contested),
    "address": (_("Parts of addresses"), lambda text: text.is_address),
}
PROBLEMS = ("untranslated", "doubtful", "faulty", "contested")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list shows of a catalogue; the page of one text carries it on."""

    show: str = "all"
    query: str = ""

    @classmethod
    def of(cls, data: QueryDict) -> "Narrowing":
        show = data.get("show", "all")
        return cls(show if show in FILTERS else "all", data.get("q", "").strip()[:200])

    def narrowed(self, texts: Iterable[InterfaceText]) -> list[InterfaceText]:
        _label, condition = FILTERS[self.show]
        words = folded(self.query).split()
        return [
            text
            for text in texts
            if condition(text) and all(word in _find_key(text) for word in words)
        ]

    def address(self, **other: str | int) -> str:
        """The query of an address that shows this, or this but for `other`."""
        values = {"show": self.show, "q": self.query, **other}
        values = {name: value for name, value in values.items() if value not in ("", "all")}
        return f"?{urlencode(values)}" if values else "?"


def next_after(key: str, texts: list[InterfaceText], narrowing: Narrowing) -> str | None:
    """The key of the next text of the list in the order of the catalogue, or None at its end."""
    places = {text.key: place for place, text in enumerate(texts)}
    here = places.get(key, -1)
    return next((each.key for each in narrowing.narrowed(texts) if places[each.key] > here), None)


def _find_key(text: InterfaceText) -> str:
    return " ".join(_folded(each) for each in (*text.ids, *text.forms, *text.places, text.context))


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    return folded(text)
