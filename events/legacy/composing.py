"""From blocks to drafts of entries: where each begins and ends, and on which date.

A draft begins with a date that a passage is about. What follows without one belongs to it, or to
the years of the heading where the last date was no closer than a year.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from events.legacy.dating import Mention, Role, holds, is_fine, mentions, nth_days
from events.legacy.documents import Block, BlockKind, Document
from events.legacy.furniture import is_furniture, last_call
from events.legacy.headings import YearHeading, is_short, is_title, year_heading
from events.legacy.sentences import sentences
from events.legacy.values import (
    Confidence,
    Cut,
    Part,
    Passage,
    Proposed,
    Reason,
    Relation,
    Span,
    State,
)
from twinning.dates import HistoricalDate
from twinning.dates.points import Precision

LABEL = re.compile(r"\W*(?:data|termin|kiedy|date|when)\s*:", re.IGNORECASE)
ONLY_A_DATE = 8  # letters besides the date that make a line more than that
MOST_PARTS = 100  # other dates of one entry; a text with more is a table
LONGEST_LABEL = 40  # characters around such a date, signs and spaces among them
WORTH_AN_ENTRY = 40  # characters of an undated passage under a heading


@dataclass(slots=True)
class Draft:
    """An entry in the making. `section` counts the headings before it."""

    spans: list[Span]
    date: Proposed[HistoricalDate]
    section: int
    cut: Cut = Cut.WHOLE
    parts: list[Part] = field(default_factory=list)
    headline: str = ""  # words that the heading above has besides its years
    is_only_dated: bool = False  # so far it says no more than its date, perhaps with a label


@dataclass(frozen=True, slots=True)
class _Heading:
    date: HistoricalDate
    span: Span
    words: str

    @property
    def year(self) -> int | None:
        first, last = self.date.earliest.year, self.date.latest.year
        return first if first == last else None


class Composer:
    def __init__(self, document: Document) -> None:
        self.drafts: list[Draft] = []
        self._text = document.text
        self._blocks = document.blocks
        self._passages: list[Passage] = []
        self._heading: _Heading | None = None
        self._section = 0
        self._is_over = False  # behind "sprawdź także"
        self._headline: Span | None = None  # a line that the next date belongs to

    def compose(self) -> list[Passage]:
        for at, block in enumerate(self._blocks):
            self._read(block, self._following(at))
        return _covering(self._passages, len(self._text))

    def _following(self, at: int) -> str:
        """The text of the next block that isn't furniture."""
        for block in self._blocks[at + 1 : at + 4]:
            text = self._text[block.start : block.end]
            if not (block.is_furniture or is_furniture(text)):
                return text
        return ""

    def _read(self, block: Block, following: str) -> None:
        text = self._text[block.start : block.end]
        if block.is_furniture or is_furniture(text) or (self._is_over and not self._resumes(text)):
            self._ignore(Span(block.start, block.end), Reason.FURNITURE)
            return
        self._is_over = False
        if call := last_call(text):
            tail = Span(block.start + call.start, block.end)
            if call.start:
                text = text[: call.start]
                self._tell(Block(block.start, tail.start, block.kind), text, "")
            self._ignore(tail, Reason.FURNITURE)
            self._is_over = True
            return
        if heading := year_heading(text, block, following):
            self._open_section(heading, Span(block.start, block.end))
            return
        self._tell(block, text, following)

    def _resumes(self, text: str) -> bool:
        return any(
            each.is_fine and each.is_whole and each.leads for each in mentions(text, self._year)
        )

    @property
    def _year(self) -> int | None:
        if self._heading:
            return self._heading.year
        return self.drafts[-1].date.value.earliest.year if self.drafts else None

    def _open_section(self, heading: YearHeading, span: Span) -> None:
        self._heading = _Heading(heading.date, span, heading.words)
        self._section += 1
        self._ignore(span, Reason.HEADING)

    def _tell(self, block: Block, text: str, following: str) -> None:
        span = Span(block.start, block.end)
        found = mentions(text, self._year)
        events = [each for each in found if each.role is Role.EVENT]
        if not any(each.is_fine for each in events) and is_title(text, block):
            self._ignore(span, Reason.HEADING)
        elif not events and is_short(text) and LABEL.match(following):
            self._headline = span
        elif self._is_heading_of_days(text, events, following):
            self._open_section(YearHeading(events[0].date, ""), span)
        elif main := self._main(events):
            self._dated(span, text, found, main)
        else:
            self._undated(block, text, found)

    def _is_heading_of_days(self, text: str, events: Sequence[Mention], following: str) -> bool:
        """“MAJ 2005” over “12 maja – …”: only a date, and one that the next line makes closer."""
        if len(events) != 1 or not _is_only_a_date(text, text[events[0].start : events[0].end]):
            return False
        after = mentions(following, events[0].date.earliest.year)
        return any(
            each.leads
            and each.sentence == 0
            and each.date != events[0].date
            and holds(events[0].date, each.date)
            for each in after
        )

    @property
    def _open(self) -> Draft | None:
        """The draft that a passage without a date of its own would go on with."""
        if self.drafts and self.drafts[-1].section == self._section:
            return self.drafts[-1]
        return None

    def _main(self, events: Sequence[Mention]) -> Mention | None:
        """The date that a block is about, if it is about one of its dates at all."""
        if not events:
            return None
        first = events[0]
        main = _closer(first, events)
        if first.leads and first.sentence == 0:
            return main
        open_draft = self._open
        if later := self._told_later(events):
            return later
        if self._heading and not _touch(main.date, self._heading.date):
            return None
        if open_draft and main.date.earliest < open_draft.date.value.earliest:
            return None
        if (
            open_draft
            and holds(open_draft.date.value, main.date)
            and is_fine(open_draft.date.value)
        ):
            return None
        if main.is_fine:
            return main
        is_coarse = open_draft is None or not is_fine(open_draft.date.value)
        return main if first.sentence == 0 and is_coarse else None

    def _told_later(self, events: Sequence[Mention]) -> Mention | None:
        """A date after the open draft's that begins a sentence or is called a day, year and all."""
        if self._open is None:
            return None
        until = self._open.date.value.latest
        return next(
            (
                _closer(each, events)
                for each in events
                if each.is_whole
                and each.date.earliest > until
                and (each.leads or (each.is_explicit and _has_days(each.date)))
            ),
            None,
        )

    def _dated(self, span: Span, text: str, found: Sequence[Mention], main: Mention) -> None:
        open_draft = self._open
        if self._repeats(open_draft, main):
            self._go_on(span, found)
            return
        parts = sentences(text)
        begin = 0
        if main.sentence and open_draft and is_fine(open_draft.date.value):
            begin = parts[main.sentence].start
            before = [each for each in found if each.end <= begin]
            self._go_on(Span(span.start, span.start + begin), before)
        cuts = [(begin, main), *self._cuts(parts, found, main)]
        for at, (start, date) in enumerate(cuts):
            end = cuts[at + 1][0] if at + 1 < len(cuts) else len(text)
            first, last = (bisect_left(found, place, key=_start) for place in (start, end))
            inside = [each for each in found[first:last] if each is not date]
            is_split = len(cuts) > 1 or begin > 0
            self._begin(
                Span(span.start + start, span.start + end), span.start, date, inside, is_split
            )

    def _repeats(self, open_draft: Draft | None, main: Mention) -> bool:
        """Whether the open draft is no more than this date: a line over what it dates."""
        return bool(
            open_draft
            and open_draft.is_only_dated
            and main.sentence == 0
            and open_draft.date.value == main.date
        )

    def _cuts(
        self, parts: Sequence[Span], found: Sequence[Mention], main: Mention
    ) -> list[tuple[int, Mention]]:
        """Where in a block another entry begins, and with which date."""
        cuts: list[tuple[int, Mention]] = []
        current = main
        told = (each for each in found if each.role is Role.EVENT)
        for number, group in groupby(told, key=lambda each: each.sentence):
            events = list(group)
            if number > main.sentence and _begins_anew(events[0], current):
                current = _closer(events[0], events)
                cuts.append((parts[number].start, current))
        return cuts

    def _begin(
        self, span: Span, offset: int, main: Mention, others: Sequence[Mention], is_split: bool
    ) -> None:
        spans = [span]
        if self._headline:
            spans.insert(0, self._headline)
        date = Proposed(main.date, self._certainty(main), _placed(main, offset))
        draft = Draft(spans, date, self._section, headline=self._take_headline())
        text = self._text[span.start : span.end]
        draft.is_only_dated = bool(LABEL.match(text)) or _is_only_a_date(
            text, self._text[date.span.start : date.span.end]
        )
        self.drafts.append(draft)
        others = [
            each
            for each in others
            if not (holds(each.date, main.date) and each.sentence == main.sentence)
        ]
        self._add_parts(draft, span, offset, others)
        if is_split:
            draft.cut = Cut.SPLIT
        self._enter(span)

    def _take_headline(self) -> str:
        if self._headline:
            self._passages.append(Passage(self._headline, State.ENTRY, len(self.drafts)))
            self._headline = None
            return ""
        is_first = self._open is None
        return self._heading.words if self._heading and is_first else ""

    def _certainty(self, main: Mention) -> Confidence:
        if self._heading and not _touch(main.date, self._heading.date):
            return Confidence.MEDIUM
        if not main.is_whole:
            return Confidence.MEDIUM
        return Confidence.HIGH if main.is_fine or main.leads else Confidence.MEDIUM

    def _undated(self, block: Block, text: str, found: Sequence[Mention]) -> None:
        span = Span(block.start, block.end)
        open_draft, heading = self._open, self._heading
        is_item = block.kind in {BlockKind.ITEM, BlockKind.ROW}
        is_worth = is_item or len(text) >= WORTH_AN_ENTRY
        if open_draft and (
            heading is None
            or not is_worth
            or (is_fine(open_draft.date.value) and _touch(open_draft.date.value, heading.date))
            or open_draft.date.value.earliest > heading.date.latest  # the text has moved on
        ):
            self._go_on(span, found)
        elif heading and is_worth:
            self._begin_by_heading(span, heading, found)
        elif is_short(text):
            self._ignore(span, Reason.HEADING)
        else:
            self._passages.append(Passage(span, State.NOT_UNDERSTOOD, reason=Reason.UNDATED))

    def _begin_by_heading(self, span: Span, heading: _Heading, found: Sequence[Mention]) -> None:
        date = Proposed(heading.date, Confidence.LOW, heading.span)
        words = heading.words if self._open is None else ""
        draft = Draft([span], date, self._section, headline=words)
        self.drafts.append(draft)
        self._add_parts(draft, span, span.start, found)
        self._enter(span)

    def _go_on(self, span: Span, found: Sequence[Mention]) -> None:
        draft = self.drafts[-1]
        draft.is_only_dated = False
        draft.spans.append(span)
        self._add_parts(draft, span, span.start, found)
        self._enter(span)

    def _add_parts(self, draft: Draft, span: Span, offset: int, found: Sequence[Mention]) -> None:
        text = self._text[span.start : span.end]
        told = {part.date.value for part in draft.parts} | {draft.date.value}
        for each in found:
            if each.date in told or each.date.is_open or _is_of_ages(each.date):
                continue
            told.add(each.date)
            sure = Confidence.MEDIUM if each.role is Role.EVENT else Confidence.LOW
            self._add_part(draft, Proposed(each.date, sure, _placed(each, offset)), span, text)
        for start, end, day in nth_days(text, draft.date.value):
            place = Span(span.start + start, span.start + end)
            self._add_part(draft, Proposed(day, Confidence.MEDIUM, place), span, text)
        if draft.cut is Cut.WHOLE and draft.parts:
            draft.cut = Cut.WITH_PARTS

    def _add_part(
        self, draft: Draft, date: Proposed[HistoricalDate], span: Span, text: str
    ) -> None:
        """`text` is the passage at `span`, in which the date stands."""
        if len(draft.parts) == MOST_PARTS:
            return
        spans = sentences(text)
        at = bisect_right(spans, date.span.start - span.start, key=lambda each: each.end)
        around = spans[min(at, len(spans) - 1)]
        sentence = Span(span.start + around.start, span.start + around.end)
        is_within = holds(draft.date.value, date.value)
        relation = Relation.WITHIN if is_within else Relation.BESIDE
        draft.parts.append(Part(date, relation, sentence))

    def _enter(self, span: Span) -> None:
        self._passages.append(Passage(span, State.ENTRY, len(self.drafts) - 1))

    def _ignore(self, span: Span, reason: Reason) -> None:
        self._passages.append(Passage(span, State.IGNORED, reason=reason))


def _start(mention: Mention) -> int:
    return mention.start


def _placed(mention: Mention, offset: int) -> Span:
    return Span(offset + mention.start, offset + mention.end)


def _closer(first: Mention, events: Sequence[Mention]) -> Mention:
    """“W październiku 2004 roku …, w dniach 13–17 października”: the days."""
    return next(
        (
            each
            for each in events
            if each.sentence == first.sentence
            and each.is_fine
            and each.date != first.date
            and not _has_days(first.date)
            and holds(first.date, each.date)
        ),
        first,
    )


def _begins_anew(mention: Mention, current: Mention) -> bool:
    """Whether a later sentence of a block tells of something else than what is being told."""
    if holds(current.date, mention.date) or holds(mention.date, current.date):
        return False
    is_later = mention.date.earliest >= current.date.earliest
    if mention.leads:
        return is_later or _has_days(mention.date)
    return is_later and mention.is_explicit and _has_days(mention.date)


def _has_days(date: HistoricalDate) -> bool:
    return all(point.precision is Precision.DAY for point in date.span.points)


def _is_of_ages(date: HistoricalDate) -> bool:
    return any(point.precision < Precision.YEAR for point in date.span.points)


def _is_only_a_date(text: str, dated: str) -> bool:
    if len(text) > len(dated) + LONGEST_LABEL:
        return False
    return sum(map(str.isalpha, text)) - sum(map(str.isalpha, dated)) < ONLY_A_DATE


def _touch(one: HistoricalDate, other: HistoricalDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _covering(passages: list[Passage], length: int) -> list[Passage]:
    """The passages without a gap: the space behind a passage is its own, as what ends it.

    Neighbours with the same fate become one.
    """
    if not passages:
        return [Passage(Span(0, length), State.IGNORED, reason=Reason.BLANK)] if length else []
    passages = sorted(passages, key=lambda each: each.span.start)
    covering: list[Passage] = []
    if passages[0].span.start:
        blank = Span(0, passages[0].span.start)
        covering.append(Passage(blank, State.IGNORED, reason=Reason.BLANK))
    ends = [each.span.start for each in passages[1:]] + [length]
    for each, end in zip(passages, ends, strict=True):
        last = covering[-1] if covering else None
        if last and (last.state, last.entry, last.reason) == (each.state, each.entry, each.reason):
            start = covering.pop().span.start
        else:
            start = each.span.start
        covering.append(Passage(Span(start, end), each.state, each.entry, each.reason))
    return covering
