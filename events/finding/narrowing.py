"""The choices beside what was found: each a plain link with how much it would leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, QueryDict
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from events.facets import FilterGroup, FilterOption
from events.finding.shown import KINDS
from events.models import EventKind
from events.presentation.names import name_of
from partners.models import Partnership, Topic
from twinning.search.results import FacetCount
from twinning.translation.templatetags.translated import translated

# In the order of the page; the index knows the facets by the same names.
PARTNERSHIP, YEARS, TYPE, KIND, TOPIC, LANGUAGE = FACETS = (
    "partnership", "years", "type", "kind", "topic", "language",
)  # fmt: skip
MOST = 40  # choices of a group; the rest would leave the least


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` stands in addresses and is the same in every language, `key` in the index."""

    value: str
    key: str
    label: str


class Narrowing:
    """What a reader has chosen, and what else there is to choose. Two queries in all."""

    def __init__(self, asked: QueryDict) -> None:
        """Raises Http404 for a choice that there isn't."""
        self.chosen = {name: str(asked[name]) for name in FACETS if asked.get(name)}
        for name, value in self.chosen.items():
            if value not in {choice.value for choice in self._choices(name)}:
                raise Http404

    @property
    def facets(self) -> dict[str, frozenset[str]]:
        """As the index takes them."""
        return {
            name: frozenset(each.key for each in self._choices(name) if each.value == value)
            for name, value in self.chosen.items()
        }

    def groups(
        self, counts: Mapping[str, Sequence[FacetCount]], question: str
    ) -> list[FilterGroup]:
        """A group for each facet that tells what was found apart, or is chosen already."""
        headings = {
            PARTNERSHIP: _("Partnership"),
            YEARS: _("Years"),
            TYPE: _("Kind of page"),
            KIND: _("Kind of event"),
            TOPIC: _("Topic"),
            LANGUAGE: _("Language"),
        }
        groups = []
        for name in FACETS:
            options = list(self._options(name, counts.get(name, ()), question))
            if len(options) > 1 or any(option.is_current for option in options):
                groups.append(FilterGroup(headings[name], options))
        return groups

    def address(self, question: str, page: int = 1) -> str:
        return address(question, self.chosen, page)

    def _options(
        self, name: str, counts: Sequence[FacetCount], question: str
    ) -> list[FilterOption]:
        """The fullest first; years in their own order."""
        choices = {choice.key: choice for choice in self._choices(name)}
        rest = {key: value for key, value in self.chosen.items() if key != name}
        known = [(choices[each.value], each.count) for each in counts if each.value in choices]
        if name == YEARS:
            known = sorted(known[:MOST], key=lambda each: each[0].value)
        options = []
        for choice, count in known[:MOST]:
            is_current = self.chosen.get(name) == choice.value
            url = address(question, rest if is_current else {**rest, name: choice.value})
            options.append(FilterOption(choice.label, count, url, is_current))
        return options

    def _choices(self, name: str) -> Sequence[Choice]:
        match name:
            case "partnership":
                return self._partnerships
            case "topic":
                return self._topics
            case "years":
                return _YEARS
            case "type":
                return [
                    Choice(kind, kind, capfirst(str(each.plural))) for kind, each in KINDS.items()
                ]
            case "kind":
                return [Choice(kind.value, kind.value, str(kind.label)) for kind in EventKind]
        return [
            Choice(code, code, get_language_info(code)["name_translated"])
            for code, _name in settings.LANGUAGES
        ]

    @cached_property
    def _partnerships(self) -> list[Choice]:
        published = Partnership.objects.published().with_places()
        return [
            Choice("/".join(each.natural_key()), str(each.pk), name_of(each)) for each in published
        ]

    @cached_property
    def _topics(self) -> list[Choice]:
        topics = Topic.objects.all()
        return [
            Choice(each.natural_key()[0], str(each.pk), translated(each, "name")) for each in topics
        ]


_YEARS = [Choice(str(year), str(year), str(year)) for year in range(1000, 2200)]


def address(question: str, chosen: Mapping[str, str], page: int = 1) -> str:
    """Relative to the page of the search."""
    parameters = {"q": question, **chosen, **({"page": str(page)} if page > 1 else {})}
    return f"?{urlencode({name: value for name, value in parameters.items() if value})}"
