"""Passages that leave nothing out."""

from events.legacy.values import Passage, Reason, Span, State


def covering_all(passages: list[Passage], length: int) -> list[Passage]:
    """The passages without a gap: the space behind a passage is its own, as what ends it.

    Neighbours with the same fate become one.
    """
    if not passages:
        return [Passage(Span(0, length), State.IGNORED, reason=Reason.BLANK)] if length else []
    passages = sorted(passages, key=lambda each: each.span.start)
    whole: list[Passage] = []
    if passages[0].span.start:
        blank = Span(0, passages[0].span.start)
        whole.append(Passage(blank, State.IGNORED, reason=Reason.BLANK))
    ends = [each.span.start for each in passages[1:]] + [length]
    for each, end in zip(passages, ends, strict=True):
        last = whole[-1] if whole else None
        if last and (last.state, last.entry, last.reason) == (each.state, each.entry, each.reason):
            start = whole.pop().span.start
        else:
            start = each.span.start
        whole.append(Passage(Span(start, end), each.state, each.entry, each.reason))
    return whole
