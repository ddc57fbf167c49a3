"""From blocks to drafts of entries: where each begins and ends, and on which date.

A draft begins with a date that a passage is about. What follows without one belongs to it, or to
the years of the heading where the last date was no closer than a year.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from events.legacy.choosing import cuts, main_date
from events.legacy.covering import covering_all
from events.legacy.dating import Mention, Role, holds, is_fine, mentions, touch
from events.legacy.documents import Block, BlockKind, Document
from events.legacy.drafts import Draft, placed
from events.legacy.furniture import is_furniture, last_call
from events.legacy.headings import YearHeading, is_short, is_title, year_heading
from events.legacy.sentences import sentences
from events.legacy.values import Confidence, Cut, Passage, Proposed, Reason, Span, State
from twinning.dates import HistoricalDate

LABEL = re.compile(r"\W*(?:data|termin|kiedy|date|when)\s*:", re.IGNORECASE)
ONLY_A_DATE = 8  # letters besides the date that make a line more than that
LONGEST_LABEL = 40  # characters around such a date, signs and spaces among them
WORTH_AN_ENTRY = 40  # characters of an undated passage under a heading


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
            waiting = self._headline
            self._read(block, self._following(at))
            if waiting and waiting is self._headline:
                self._drop_headline()
        return covering_all(self._passages, len(self._text))

    def _drop_headline(self) -> None:
        """The line behind it gave no date after all."""
        if self._headline:
            self._ignore(self._headline, Reason.HEADING)
            self._headline = None

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
        elif main := main_date(events, *self._told_so_far()):
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

    def _told_so_far(self) -> tuple[HistoricalDate | None, HistoricalDate | None]:
        """The years of the heading, and the date of the entry that is being told."""
        heading, begun = self._heading, self._open
        return heading.date if heading else None, begun.date.value if begun else None

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
        starts = [(begin, main), *cuts(parts, found, main)]
        for at, (start, date) in enumerate(starts):
            end = starts[at + 1][0] if at + 1 < len(starts) else len(text)
            first, last = (bisect_left(found, place, key=_start) for place in (start, end))
            inside = [each for each in found[first:last] if each is not date]
            is_split = len(starts) > 1 or begin > 0
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

    def _begin(
        self, span: Span, offset: int, main: Mention, others: Sequence[Mention], is_split: bool
    ) -> None:
        spans = [span]
        if self._headline:
            spans.insert(0, self._headline)
        date = Proposed(main.date, self._certainty(main), placed(main, offset))
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
        draft.add_parts(text, span, offset, others)
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
        if self._heading and not touch(main.date, self._heading.date):
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
            or (is_fine(open_draft.date.value) and touch(open_draft.date.value, heading.date))
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
        draft.add_parts(self._text[span.start : span.end], span, span.start, found)
        self._enter(span)

    def _go_on(self, span: Span, found: Sequence[Mention]) -> None:
        draft = self.drafts[-1]
        draft.is_only_dated = False
        draft.spans.append(span)
        draft.add_parts(self._text[span.start : span.end], span, span.start, found)
        self._enter(span)

    def _enter(self, span: Span) -> None:
        self._passages.append(Passage(span, State.ENTRY, len(self.drafts) - 1))

    def _ignore(self, span: Span, reason: Reason) -> None:
        self._passages.append(Passage(span, State.IGNORED, reason=reason))


def _start(mention: Mention) -> int:
    return mention.start


def _is_only_a_date(text: str, dated: str) -> bool:
    if len(text) > len(dated) + LONGEST_LABEL:
        return False
    return sum(map(str.isalpha, text)) - sum(map(str.isalpha, dated)) < ONLY_A_DATE
