"""A reading told to people in words, and to programs as JSON."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext_lazy

from events.legacy.values import (
    Confidence,
    Cut,
    Entry,
    Known,
    Part,
    Passage,
    Proposed,
    Reading,
    Reason,
    Relation,
    Span,
    State,
)
from events.models import EventKind, Quantity
from twinning.dates import HistoricalDate

FORMAT = 1  # of the JSON; raised when something in it changes its meaning
EXCERPT = 90  # characters

CONFIDENCES = {
    Confidence.HIGH: pgettext_lazy("confidence", "certain"),
    Confidence.MEDIUM: pgettext_lazy("confidence", "likely"),
    Confidence.LOW: pgettext_lazy("confidence", "to be checked"),
}
CUTS = {
    Cut.WITH_PARTS: gettext_lazy("tells several dates; kept as one entry"),
    Cut.SPLIT: gettext_lazy("cut from a paragraph that tells several dates"),
}
RELATIONS = {
    Relation.WITHIN: gettext_lazy("within it"),
    Relation.BESIDE: gettext_lazy("at another time"),
}
REASONS = {
    Reason.BLANK: gettext_lazy("blank"),
    Reason.FURNITURE: gettext_lazy("around the text: menus, notices, links"),
    Reason.HEADING: gettext_lazy("heading"),
    Reason.UNDATED: gettext_lazy("no date, and none above it"),
}
STATES = {
    State.ENTRY: gettext_lazy("in entries"),
    State.IGNORED: gettext_lazy("ignored"),
    State.NOT_UNDERSTOOD: gettext_lazy("not understood"),
}


def as_json(reading: Reading) -> dict[str, Any]:
    """Everything, with each span as its first character and the one behind its last."""
    return {
        "format": FORMAT,
        "language": reading.language,
        "text": reading.text,
        "blocks": [_plain(block) for block in reading.blocks],
        "passages": [_plain(passage) for passage in reading.passages],
        "entries": [_plain(entry) for entry in reading.entries],
    }


def lines(reading: Reading) -> Iterator[str]:
    """The report, line by line, in the active language."""
    yield _counted(reading)
    yield _shares(reading)
    for number, entry in enumerate(reading.entries, 1):
        yield ""
        yield from _entry_lines(reading, entry, number)
    for state in (State.NOT_UNDERSTOOD, State.IGNORED):
        yield from _passage_lines(reading, state)


def _counted(reading: Reading) -> str:
    count = len(reading.entries)
    return ngettext("%(count)d entry found", "%(count)d entries found", count) % {"count": count}


def _shares(reading: Reading) -> str:
    """How many characters are where; their sum is the length of the text."""
    lengths: Counter[State] = Counter()
    for passage in reading.passages:
        lengths[passage.state] += passage.span.end - passage.span.start
    shares = ", ".join(f"{STATES[state]} {lengths[state]}" for state in State)
    return gettext("Of %(length)d characters: %(shares)s.") % {
        "length": len(reading.text),
        "shares": shares,
    }


def _entry_lines(reading: Reading, entry: Entry, number: int) -> Iterator[str]:
    date = f"{entry.date.value.render()} ({CONFIDENCES[entry.date.confidence]})"
    yield f"{number}. {date} – {entry.title.value}"
    yield _told(gettext("date read from"), f"“{_excerpt(reading, entry.date.span)}”")
    if entry.cut in CUTS:
        yield f"   {CUTS[entry.cut]}"
    if entry.part_of:
        yield _told(gettext("perhaps a part of"), str(entry.part_of.value + 1))
    for part in entry.parts:
        yield _told(gettext("also tells"), _part(reading, part))
    for label, proposed in _proposals(entry):
        sure = CONFIDENCES[proposed.confidence]
        words = _excerpt(reading, proposed.span)
        yield _told(label, f"{_named(proposed.value)} ({sure}: “{words}”)")


def _told(label: str, value: str) -> str:
    return f"   {label}: {value}"


def _part(reading: Reading, part: Part) -> str:
    words = _excerpt(reading, part.date.span)
    return f"{part.date.value.render()}, {RELATIONS[part.relation]} (“{words}”)"


def _proposals(entry: Entry) -> Iterator[tuple[str, Proposed[Any]]]:
    single: list[tuple[str, Proposed[Any] | None]] = [
        (gettext("kind"), entry.kind),
        (gettext("series"), entry.series),
        (gettext("edition"), entry.edition),
        (gettext("attendance"), entry.attendance),
        (gettext("place"), entry.place),
        (gettext("online"), entry.online),
        (gettext("delegation"), entry.delegation),
        (gettext("members of the delegation"), entry.delegation_size),
    ]
    several: list[tuple[str, tuple[Proposed[Known], ...]]] = [
        (gettext("topic"), entry.topics),
        (gettext("place named"), entry.places),
        (gettext("organisation"), entry.organisations),
        (gettext("person"), entry.people),
    ]
    for label, proposed in single:
        if proposed:
            yield label, proposed
    for label, group in several:
        for each in group:
            yield label, each


def _named(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("yes")
    if isinstance(value, Known):
        return value.name
    if isinstance(value, str):
        return str(EventKind(value).label)
    if hasattr(value, "origin"):
        return f"{value.origin.name} → {value.destination.name}"
    if hasattr(value, "number"):
        how = "" if value.qualifier == Quantity.EXACT else f"{Quantity(value.qualifier).label} "
        return f"{how}{value.number} {value.unit}".rstrip()
    return str(value)


def _passage_lines(reading: Reading, state: State) -> Iterator[str]:
    passages = [each for each in reading.passages if _is_worth_telling(reading, each, state)]
    if not passages:
        return
    yield ""
    yield f"{STATES[state]}:".capitalize()
    for each in passages:
        reason = f" ({REASONS[each.reason]})" if each.reason else ""
        yield f"   {each.span.start}–{each.span.end}{reason}: {_excerpt(reading, each.span)}"


def _is_worth_telling(reading: Reading, passage: Passage, state: State) -> bool:
    written = reading.text[passage.span.start : passage.span.end]
    return passage.state is state and bool(written.strip())


def _excerpt(reading: Reading, span: Span) -> str:
    words = " ".join(reading.text[span.start : span.end].split())
    return Truncator(words).chars(EXCERPT)


def _plain(value: Any) -> Any:
    match value:
        case Span():
            return [value.start, value.end]
        case HistoricalDate():
            return value.edtf
        case Enum():
            return value.value
        case tuple() | list():
            return [_plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value
