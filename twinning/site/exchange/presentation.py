"""A review as its page tells it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twinning.publishing.words import Segment, compare_words, side
from twinning.site.desk.row import page_of
from twinning.site.exchange.review import Line, Review, Verdict


@dataclass(frozen=True, slots=True)
class ShownLine:
    """`before` and `after` mark what differs; both are empty for a text that isn't here."""

    name: str
    what: str
    url: str | None
    verdict: str
    reasons: Sequence[str]
    source: Sequence[Segment] = ()
    before: Sequence[Segment] = ()
    after: Sequence[Segment] = ()
    only_confirms: bool = False


def shown_lines(lines: Iterable[Line]) -> Iterator[ShownLine]:
    return (_shown(line) for line in lines)


def words_of(errors: Iterable[ValidationError]) -> list[str]:
    return [text for error in errors for text in error.messages]


def message_of(review: Review) -> str:
    """“480 texts taken over. 20 refused.”"""
    taken, refused = (len(review.of(each)) for each in (Verdict.TAKEN, Verdict.REFUSED))
    done = ngettext("%(count)d text taken over.", "%(count)d texts taken over.", taken)
    left = ngettext(
        "%(count)d text refused, for the reason given below.",
        "%(count)d texts refused, for the reasons given below.",
        refused,
    )
    sentences = [done % {"count": taken}] if taken else [_("Nothing had to be changed.")]
    return " ".join([*sentences, *([left % {"count": refused}] if refused else [])])


def _shown(line: Line) -> ShownLine:
    found: Any = line.found
    reasons = words_of(line.reasons)
    if found is None:
        return ShownLine(line.returned.name, "", None, line.verdict.value, reasons)
    segments = compare_words(
        found.current, line.value or line.returned.target, rich=_reads_as_rich(line)
    )
    return ShownLine(
        name=found.whole_name,
        what=found.what,
        url=page_of(found.subject.whole, found.whole),
        verdict=line.verdict.value,
        reasons=reasons,
        source=compare_words(found.source, found.source, rich=found.is_rich),
        before=side(segments, "removed"),
        after=side(segments, "added"),
        only_confirms=line.only_confirms,
    )


def _reads_as_rich(line: Line) -> bool:
    """What is refused for its markup is shown with its tags."""
    assert line.found is not None
    return line.found.is_rich and not any(error.code == "markup" for error in line.reasons)
