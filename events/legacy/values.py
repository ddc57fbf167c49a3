"""What the reader hands on: plain values that never change, and no record of the database."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from events.legacy.documents import Block
from twinning.dates import HistoricalDate

Value = TypeVar("Value")


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class State(StrEnum):
    ENTRY = "entry"
    IGNORED = "ignored"
    NOT_UNDERSTOOD = "not_understood"


class Reason(StrEnum):
    """Why a passage is in no entry."""

    BLANK = "blank"
    FURNITURE = "furniture"
    HEADING = "heading"
    UNDATED = "undated"


class Cut(StrEnum):
    """What was made of a paragraph with its dates. An editor may decide otherwise."""

    WHOLE = "whole"  # it tells of one date
    WITH_PARTS = "with_parts"  # of several, kept together
    SPLIT = "split"  # of several, and this entry is only a piece of it


class Relation(StrEnum):
    WITHIN = "within"  # on a day of the entry: a sub-event, perhaps
    BESIDE = "beside"  # at another time: an entry of its own, perhaps, or only mentioned


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of the document that was read."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Proposed(Generic[Value]):
    """A value, how sure the reader is of it, and the words it was read from."""

    value: Value
    confidence: Confidence
    span: Span


@dataclass(frozen=True, slots=True)
class Known:
    """A record that the site has already: the name of its model, its key and its name."""

    model: str
    pk: int
    name: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people; `qualifier` is one of `events.models.Quantity`."""

    number: int
    qualifier: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """Of a delegation: from where to where."""

    origin: Known
    destination: Known


@dataclass(frozen=True, slots=True)
class Part:
    """Another date that an entry tells, with the sentence around it."""

    date: Proposed[HistoricalDate]
    relation: Relation
    sentence: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A proposed entry of the chronicle. `kind` is one of `events.models.EventKind`."""

    spans: tuple[Span, ...]
    date: Proposed[HistoricalDate]
    title: Proposed[str]
    body: str
    cut: Cut
    parts: tuple[Part, ...] = ()
    part_of: Proposed[int] | None = None  # which of the entries before it may be the whole
    kind: Proposed[str] | None = None
    topics: tuple[Proposed[Known], ...] = ()
    series: Proposed[Known] | None = None
    edition: Proposed[int] | None = None
    attendance: Proposed[Count] | None = None
    place: Proposed[Known] | None = None
    online: Proposed[bool] | None = None
    places: tuple[Proposed[Known], ...] = ()
    organisations: tuple[Proposed[Known], ...] = ()
    people: tuple[Proposed[Known], ...] = ()
    delegation: Proposed[Journey] | None = None
    delegation_size: Proposed[Count] | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the document and what became of it; `entry` is a place in `Reading.entries`."""

    span: Span
    state: State
    entry: int | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was understood. Its passages follow each other and are the whole text."""

    text: str
    language: str
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    entries: tuple[Entry, ...]
