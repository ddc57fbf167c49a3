"""What of a text to show for a question: the passage around the matches, the matches marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

LENGTH = 240  # characters: about four lines of the text's measure
LEAD = 70  # how much of them may stand before the first match
SENTENCE = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][”»\"]))\s+(?=[^\W\da-z])")
_JOIN = re.compile(r"[\s\N{NO-BREAK SPACE}–-]{1,2}")


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A word of the text from `start` to `end` that answers the question's word number `term`."""

    start: int
    end: int
    term: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a text with the matches in it; `before` and `after`: whether the text goes on."""

    text: str
    matches: tuple[Match, ...]
    before: bool = False
    after: bool = False

    @property
    def html(self) -> SafeString:
        return format_html(
            "{}{}{}", "… " if self.before else "", marked(self.text, self.matches),
            " …" if self.after else "",
        )  # fmt: skip


def marked(text: str, matches: Iterable[Match]) -> SafeString:
    """The text as HTML; matches that stand side by side are marked as one."""
    pieces, at = [], 0
    for start, end in _joined(text, sorted(matches)):
        pieces.append(format_html("{}<mark>{}</mark>", text[at:start], text[start:end]))
        at = end
    pieces.append(format_html("{}", text[at:]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def passage(text: str, matches: Sequence[Match], length: int = LENGTH) -> Passage:
    """About `length` characters with as many words of the question as possible; else the first."""
    if len(text) <= length:
        return Passage(text, tuple(matches))
    first = max(matches, key=lambda match: _worth(match, matches, length)).start if matches else 0
    start = _beginning(text, max(0, first - LEAD), first)
    end = _ending(text, start, start + length)
    within = tuple(
        Match(match.start - start, match.end - start, match.term)
        for match in sorted(matches)
        if start <= match.start and match.end <= end
    )
    return Passage(text[start:end], within, before=start > 0, after=end < len(text.rstrip()))


def _worth(first: Match, matches: Sequence[Match], length: int) -> tuple[int, int, int]:
    """Of a passage that begins here: its different words, then all, then the earliest."""
    near = [match for match in matches if 0 <= match.start - first.start <= length - LEAD]
    return len({match.term for match in near}), len(near), -first.start


def _beginning(text: str, earliest: int, match: int) -> int:
    """Where a sentence begins shortly before the match, or else a word."""
    if earliest == 0:
        return 0
    begun = [space.end() for space in SENTENCE.finditer(text, earliest, match)]
    if begun:
        return begun[0]
    word = re.compile(r"\s").search(text, earliest, match)
    return word.end() if word else match


def _ending(text: str, start: int, latest: int) -> int:
    if latest >= len(text):
        return len(text)
    space = max(text.rfind(sign, start, latest + 1) for sign in " \n\N{NO-BREAK SPACE}")
    return space if space > start + LEAD else latest


def _joined(text: str, matches: Iterable[Match]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for match in matches:
        if joined and (
            match.start <= joined[-1][1] or _JOIN.fullmatch(text, joined[-1][1], match.start)
        ):
            joined[-1] = (joined[-1][0], max(joined[-1][1], match.end))
        else:
            joined.append((match.start, match.end))
    return joined
