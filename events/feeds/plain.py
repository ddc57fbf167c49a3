"""Texts as XML and iCalendar can hold them."""

import re

# What XML 1.0 has no place for, as nothing that people read does; RFC 5545 refuses most of it, too.
_UNPRINTABLE = re.compile("[^\t\n\r -\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"[ \t]*[\r\n\x85\u2028\u2029\t]+[ \t]*")


def printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def one_line(text: str) -> str:
    """Without line breaks; spaces that must not break stay."""
    return _BREAKS.sub(" ", printable(text)).strip()
