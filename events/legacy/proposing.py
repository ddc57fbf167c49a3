"""What else a draft tells: kind, topics, series, places, organisations, people, delegation."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from events.legacy.dating import holds
from events.legacy.drafts import Draft
from events.legacy.figures import attendance, delegation_size, edition, online
from events.legacy.names import Names
from events.legacy.recognising import Found, Recogniser
from events.legacy.sentences import sentences
from events.legacy.titles import LONGEST, title
from events.legacy.values import Confidence, Entry, Journey, Known, Proposed, Span
from events.legacy.vocabulary import kinds_by_term, topics_by_term
from events.models import EventKind
from twinning.search.words import terms, words_of

Value = TypeVar("Value")

MOST_TOPICS = 3
LOOK_BACK = 5  # entries among which the whole of a part is looked for
SIGNED = re.compile(
    r"\b(?:podpis(?:ano|ał\w*|any|ana|ane|anie)|zawart[oay]|zawarcie|signed|signing)\b",
    re.IGNORECASE,
)
LETTER = re.compile(r"\blist(?!\w*\s+intencyjn)", re.IGNORECASE)
TRAVELLERS = re.compile(
    r"\b(?:delegacj|przedstawiciel|grup|reprezentacj|delegation|representatives|guests from)\w*",
    re.IGNORECASE,
)
HAPPENS_IN = re.compile(r"(?:^|\W)(?:w|we|do|at|in|to)\s+(?:mieście\s+)?$", re.IGNORECASE)
BEFORE = 16  # characters before a name in which its preposition stands
QUOTED_SERIES = re.compile(r"\bDni\s+[A-ZŁŚŻ]")


class Proposer:
    """Proposes from what is known; looks at one text with all its names found once."""

    def __init__(self, text: str, language: str, names: Names) -> None:
        self._text = text
        self._language = language
        self._names = names
        self._recogniser = Recogniser(text, language, names)

    def entry(self, drafts: Sequence[Draft], number: int) -> Entry:
        draft = drafts[number]
        lead = draft.spans[0]
        text = self._text[lead.start : lead.end]
        found = [each for span in draft.spans for each in self._recogniser.within(span)]
        place = self._place(found)
        the_edition = _first(edition, self._text, [self._beginning(draft)])
        return Entry(
            spans=tuple(draft.spans),
            date=draft.date,
            title=self._title(draft, text, the_edition),
            body="\n\n".join(self._text[span.start : span.end].strip() for span in draft.spans),
            cut=draft.cut,
            parts=tuple(draft.parts),
            part_of=_whole(drafts, number),
            kind=self._kind(draft),
            topics=self._topics(draft),
            series=next((each.proposed() for each in found if each.known.model == "series"), None),
            edition=the_edition,
            attendance=_first(attendance, self._text, draft.spans),
            place=place,
            online=_first(online, self._text, draft.spans[:1]),
            places=_each_once(found, "place"),
            organisations=_each_once(found, "organisation"),
            people=_each_once(found, "person"),
            delegation=self._journey(draft, found, place),
            delegation_size=_first(delegation_size, self._text, draft.spans),
        )

    def _beginning(self, draft: Draft) -> Span:
        """The first two sentences: further on an edition is of something else."""
        lead = draft.spans[0]
        first = sentences(self._text[lead.start : lead.end])[:2]
        return Span(lead.start, lead.start + first[-1].end) if first else lead

    def _title(self, draft: Draft, text: str, the_edition: Proposed[int] | None) -> Proposed[str]:
        if len(draft.headline) > 2 and not the_edition:
            heading = draft.headline[:1].upper() + draft.headline[1:LONGEST]
            return Proposed(heading, Confidence.MEDIUM, draft.spans[0])
        at = the_edition.span if the_edition else None
        drawn = title(text, draft.spans[0].start, draft.date.span, at)
        for span in draft.spans[1:2]:
            if len(drawn.value) < 3:  # a date alone: the title is in what follows
                return title(self._text[span.start : span.end], span.start, draft.date.span, None)
        return drawn

    def _kind(self, draft: Draft) -> Proposed[str] | None:
        lead = draft.spans[0]
        first = sentences(self._text[lead.start : lead.end])[:2]
        for strong in (True, False):
            table = kinds_by_term(self._language, strong=strong)
            for each in first:
                span = Span(lead.start + each.start, lead.start + each.end)
                if kinds := self._kinds_within(span, table):
                    sure = Confidence.MEDIUM if strong else Confidence.LOW
                    if strong and len({kind for kind, _span in kinds}) == 1:
                        sure = Confidence.HIGH
                    return Proposed(kinds[0][0], sure, kinds[0][1])
        return None

    def _kinds_within(self, span: Span, table: Mapping[str, EventKind]) -> list[tuple[str, Span]]:
        text = self._text[span.start : span.end]
        found: list[tuple[str, Span]] = []
        if match := QUOTED_SERIES.search(text):
            place = Span(span.start + match.start(), span.start + match.end())
            found.append((EventKind.FESTIVAL.value, place))
        for word in words_of(text):
            kinds = [table[term] for term in terms(word.text, self._language) if term in table]
            if not kinds or (
                min(kinds) is EventKind.AGREEMENT and not _is_signed(text, word.start)
            ):
                continue
            place = Span(span.start + word.start, span.start + word.end)
            found.append((min(kinds).value, place))
        return sorted(found, key=lambda each: each[1].start)

    def _topics(self, draft: Draft) -> tuple[Proposed[Known], ...]:
        table = topics_by_term(self._language)
        hits: Counter[str] = Counter()
        spans: dict[str, Span] = {}
        for span in draft.spans:
            for word in words_of(self._text[span.start : span.end]):
                told = {
                    topic
                    for term in terms(word.text, self._language)
                    for topic in table.get(term, ())
                }
                hits.update(told)
                for topic in told:
                    place = Span(span.start + word.start, span.start + word.end)
                    spans.setdefault(topic, place)
        known = [
            (topic, count) for topic, count in hits.most_common() if topic in self._names.topics
        ]
        return tuple(
            Proposed(self._names.topics[topic], _by_hits(count), spans[topic])
            for topic, count in known[:MOST_TOPICS]
        )

    def _place(self, found: Sequence[Found]) -> Proposed[Known] | None:
        """Where it happened: the first place that something happens in or that somebody goes to."""
        for each in found:
            before = self._text[max(each.span.start - BEFORE, 0) : each.span.start]
            if each.known.model == "place" and HAPPENS_IN.search(before):
                return Proposed(each.known, Confidence.MEDIUM, each.span)
        return None

    def _journey(
        self, draft: Draft, found: Sequence[Found], place: Proposed[Known] | None
    ) -> Proposed[Journey] | None:
        ends = (self._names.home, self._names.partner)
        lead = draft.spans[0]
        travellers = TRAVELLERS.search(self._text, lead.start, lead.end)
        if not travellers or place is None or place.value not in ends:
            return None
        origin = ends[0] if place.value == ends[1] else ends[1]
        is_named = any(each.known == origin for each in found)
        sure = Confidence.MEDIUM if is_named else Confidence.LOW
        span = Span(
            min(travellers.start(), place.span.start), max(travellers.end(), place.span.end)
        )
        return Proposed(Journey(origin, place.value), sure, span)


def _is_signed(text: str, at: int) -> bool:
    """Whether an agreement is signed here, and not only mentioned; a list must be of intent."""
    return SIGNED.search(text) is not None and LETTER.match(text, at) is None


def _first(
    reader: Callable[[str, int], Proposed[Value] | None], text: str, spans: Sequence[Span]
) -> Proposed[Value] | None:
    found = (reader(text[span.start : span.end], span.start) for span in spans)
    return next(filter(None, found), None)


def _each_once(found: Sequence[Found], model: str) -> tuple[Proposed[Known], ...]:
    best: dict[Known, Proposed[Known]] = {}
    for each in found:
        if each.known.model == model:
            best.setdefault(each.known, each.proposed())
    return tuple(best.values())


def _by_hits(count: int) -> Confidence:
    if count == 1:
        return Confidence.LOW
    return Confidence.MEDIUM if count == 2 else Confidence.HIGH


def _whole(drafts: Sequence[Draft], number: int) -> Proposed[int] | None:
    """The entry just before whose days hold this one's."""
    draft = drafts[number]
    for at in range(number - 1, max(number - LOOK_BACK, 0) - 1, -1):
        other = drafts[at].date.value
        if drafts[at].section != draft.section or not other.certain_days:
            continue
        if other != draft.date.value and holds(other, draft.date.value):
            return Proposed(at, Confidence.MEDIUM, drafts[at].date.span)
    return None
