"""Terms of the glossary in a source text, and those that its translation doesn't keep."""

import re
from collections.abc import Iterable
from html import unescape

from twinning.translation.models import GlossaryTerm

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")


def terms_in(text: str, terms: Iterable[GlossaryTerm]) -> list[GlossaryTerm]:
    """The terms that stand in the text, in any case; of two that overlap, the longer one."""
    left = plain(text)
    found = []
    for term in sorted(terms, key=lambda term: -len(term.source)):
        pattern = _pattern(term.source)
        if pattern.search(left):
            found.append(term)
            left = pattern.sub("\n", left)
    return found


def not_kept(source: str, translation: str, terms: Iterable[GlossaryTerm]) -> list[GlossaryTerm]:
    """Terms of the source for which the translation has none of their fixed words."""
    if not translation or source == translation:
        return []
    said = plain(translation).casefold()
    return [
        term
        for term in terms_in(source, terms)
        if not any(target.casefold() in said for target in term.targets)
    ]


def plain(text: str) -> str:
    return unescape(_TAG.sub(" ", text)).replace("\u00a0", " ")


def _pattern(term: str) -> re.Pattern[str]:
    words = [_stem(word) for word in _WORD.findall(term)]
    return re.compile(r"\b" + r"\W+".join(words), re.IGNORECASE)


def _stem(word: str) -> str:
    """A word without its ending, and room for another: “Miasta” finds “miast” and “miastach”.

    A short word must stand as it is, or with a short ending.
    """
    if len(word) <= 2:
        return rf"{re.escape(word)}\b"
    cut = 2 if len(word) > 6 else 1 if word[-1] in "aeiouyąęó" else 0
    stem = word[: len(word) - cut]
    return rf"{re.escape(stem)}\w{{0,{cut + 3 if len(stem) > 3 else 2}}}\b"
