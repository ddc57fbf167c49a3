"""The answer to a question: what was found, told as the page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import get_language

from events.facets import FilterGroup
from events.finding.found import Found, found
from events.finding.narrowing import Narrowing
from twinning.search.asking import query_of
from twinning.search.correcting import corrected
from twinning.search.grammar import Typed, typed
from twinning.search.loosening import loosened
from twinning.search.query_values import Query
from twinning.search.results import Results
from twinning.search.searching import search

PAGE = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """`shown` are the results of page `page`. Where nothing was found for the question, they answer
    the one that was probably meant, `instead`, or the one without the word `left_out`.
    """

    total: int = 0
    is_more: bool = False
    page: int = 1
    shown: list[Found] = field(default_factory=list)
    groups: list[FilterGroup] = field(default_factory=list)
    instead: str = ""
    left_out: str = ""

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))

    @property
    def first(self) -> int:
        """The number of the first result shown."""
        return (self.page - 1) * PAGE + 1


@dataclass(frozen=True, slots=True)
class Reply:
    """What the index gives: `results` for `query`, which is what was asked or comes near it."""

    query: Query
    results: Results
    instead: str = ""
    left_out: str = ""


def answer(question: Typed, narrowing: Narrowing, page: int = 1) -> Answer:
    reply = replied(question, narrowing.facets, page)
    return Answer(
        total=reply.results.total,
        is_more=reply.results.is_more,
        page=page,
        shown=found(reply.results.hits, reply.query),
        groups=narrowing.groups(reply.results.facets, reply.instead or question.text),
        instead=reply.instead,
        left_out=reply.left_out,
    )


def replied(question: Typed, facets: Mapping[str, frozenset[str]], page: int = 1) -> Reply:
    """What was asked, or else with misspelt words put right, or else without one of the words."""
    reader = get_language() or settings.LANGUAGE_CODE
    asked = _reply(query_of(question, reader, facets), page)
    if asked.results.total:
        return asked
    meant = corrected(question, reader)
    query = query_of(typed(meant), reader, facets) if meant else asked.query
    if meant and (reply := _reply(query, page, instead=meant)).results.total:
        return reply
    if looser := loosened(query):
        return _reply(looser[0], page, instead=meant, left_out=looser[1])
    return asked


def _reply(query: Query, page: int, *, instead: str = "", left_out: str = "") -> Reply:
    results = search(query, start=(page - 1) * PAGE, count=PAGE)
    return Reply(query, results, instead, left_out)
