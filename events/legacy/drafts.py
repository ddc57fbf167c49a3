"""Entries in the making."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from events.legacy.dating import Mention, Role, holds, nth_days
from events.legacy.sentences import sentences
from events.legacy.values import Confidence, Cut, Part, Proposed, Relation, Span
from twinning.dates import HistoricalDate
from twinning.dates.points import Precision

MOST_PARTS = 100  # other dates of one entry; a text with more is a table


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

    def add_parts(self, text: str, span: Span, offset: int, found: Sequence[Mention]) -> None:
        """The other dates of the passage at `span`; those in `found` count from `offset`."""
        told = {part.date.value for part in self.parts} | {self.date.value}
        for each in found:
            if each.date in told or each.date.is_open or _is_of_ages(each.date):
                continue
            told.add(each.date)
            sure = Confidence.MEDIUM if each.role is Role.EVENT else Confidence.LOW
            self._add_part(Proposed(each.date, sure, placed(each, offset)), span, text)
        for start, end, day in nth_days(text, self.date.value):
            place = Span(span.start + start, span.start + end)
            self._add_part(Proposed(day, Confidence.MEDIUM, place), span, text)
        if self.cut is Cut.WHOLE and self.parts:
            self.cut = Cut.WITH_PARTS

    def _add_part(self, date: Proposed[HistoricalDate], span: Span, text: str) -> None:
        if len(self.parts) == MOST_PARTS:
            return
        spans = sentences(text)
        at = bisect_right(spans, date.span.start - span.start, key=lambda each: each.end)
        around = spans[min(at, len(spans) - 1)]
        sentence = Span(span.start + around.start, span.start + around.end)
        is_within = holds(self.date.value, date.value)
        relation = Relation.WITHIN if is_within else Relation.BESIDE
        self.parts.append(Part(date, relation, sentence))


def placed(mention: Mention, offset: int) -> Span:
    return Span(offset + mention.start, offset + mention.end)


def _is_of_ages(date: HistoricalDate) -> bool:
    return any(point.precision < Precision.YEAR for point in date.span.points)
