"""Which date a block is about, and where in it another entry begins."""

from collections.abc import Sequence
from itertools import groupby

from events.legacy.dating import Mention, Role, has_days, holds, is_fine, touch
from events.legacy.values import Span
from twinning.dates import HistoricalDate


def main_date(
    events: Sequence[Mention], heading: HistoricalDate | None, begun: HistoricalDate | None
) -> Mention | None:
    """The date that a block is about, if it is about one of its dates at all.

    `heading` are the years above it, `begun` is the date of the entry that it would go on with.
    """
    if not events:
        return None
    first = events[0]
    main = _closer(first, events)
    if first.leads and first.sentence == 0:
        return main
    if begun and (later := _told_later(events, begun)):
        return later
    if heading and not touch(main.date, heading):
        return None
    if begun and (main.date.earliest < begun.earliest or _is_within(begun, main.date)):
        return None
    if main.is_fine:
        return main
    is_coarse = begun is None or not is_fine(begun)
    return main if first.sentence == 0 and is_coarse else None


def cuts(
    parts: Sequence[Span], found: Sequence[Mention], main: Mention
) -> list[tuple[int, Mention]]:
    """Where in a block another entry begins, and with which date."""
    places: list[tuple[int, Mention]] = []
    current = main
    told = (each for each in found if each.role is Role.EVENT)
    for number, group in groupby(told, key=lambda each: each.sentence):
        events = list(group)
        if number > main.sentence and _begins_anew(events[0], current):
            current = _closer(events[0], events)
            places.append((parts[number].start, current))
    return places


def _told_later(events: Sequence[Mention], begun: HistoricalDate) -> Mention | None:
    """A date after the one begun that begins a sentence or is called a day, year and all."""
    return next(
        (
            _closer(each, events)
            for each in events
            if each.is_whole
            and each.date.earliest > begun.latest
            and (each.leads or (each.is_explicit and has_days(each.date)))
        ),
        None,
    )


def _is_within(begun: HistoricalDate, date: HistoricalDate) -> bool:
    """Whether a date is one of the days, or the month, that are being told already."""
    return is_fine(begun) and holds(begun, date)


def _closer(first: Mention, events: Sequence[Mention]) -> Mention:
    """“W październiku 2004 roku …, w dniach 13–17 października”: the days."""
    return next(
        (
            each
            for each in events
            if each.sentence == first.sentence
            and each.is_fine
            and each.date != first.date
            and not has_days(first.date)
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
        return is_later or has_days(mention.date)
    return is_later and mention.is_explicit and has_days(mention.date)
