"""Spaces that must not break, by the rules of Polish typesetting."""

import re

NBSP = "\u00a0"
_ORPHAN = re.compile(r"(?<![\w\u0301])([aiouwzAIOUWZ]) (?=\S)")
_YEAR_MARK = re.compile(r"(?<=\d) (?=(?:r|w)\.)")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_TAG = re.compile(r"(<[^>]*>)")


def keep_together(text: str, language: str) -> str:
    """Bind one-letter words to the next word, and „r.” and digit groups to their number.

    `text` may be HTML; tags and their attributes are left alone. Languages other than Polish have
    no such rule, and their text comes back as it is.
    """
    if language != "pl":
        return text
    return "".join(
        part if part.startswith("<") else _bind(part) for part in _TAG.split(text) if part
    )


def _bind(text: str) -> str:
    text = _ORPHAN.sub(rf"\1{NBSP}", text)
    return _THOUSANDS.sub(NBSP, _YEAR_MARK.sub(NBSP, text))
