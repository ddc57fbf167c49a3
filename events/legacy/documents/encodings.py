"""Which letters the bytes of a text stand for."""

import codecs
import re

from django.utils.translation import gettext_lazy as _

from events.legacy.errors import UnreadableDocumentError

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})")
LOOKED_AT = 2048  # bytes in which a page declares its encoding
# Before UTF-8 a Polish text was written in one of these; they differ in ą, ś and ź.
OLD = {"cp1250": b"\xb9\x9c\x9f\xa5\x8c\x8f", "iso8859-2": b"\xb1\xb6\xbc\xa1\xa6\xac"}
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MAX_CONTROLS = 0.01
NO_TEXT = _("This file is no text: it may be a picture or a program, or damaged.")


def decoded(data: bytes) -> str:
    """The text of a file, in the encoding that it declares or most probably has."""
    text = _text(data)
    if len(CONTROLS.findall(text)) > MAX_CONTROLS * len(text):
        raise UnreadableDocumentError(NO_TEXT)
    return CONTROLS.sub(" ", text)


def _text(data: bytes) -> str:
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8", *_declared(data)):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):  # some codecs complain with the wider error
            continue
    counted = {name: sum(map(data.count, _bytes(marks))) for name, marks in OLD.items()}
    return data.decode(max(counted, key=lambda name: counted[name]), errors="replace")


def _declared(data: bytes) -> list[str]:
    match = DECLARED.search(data[:LOOKED_AT])
    name = match[1].decode("ascii") if match else ""
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return []
    # Codecs such as base64 turn bytes into bytes; no page is written in them.
    return [codec.name] if codec._is_text_encoding else []  # noqa: SLF001


def _bytes(marks: bytes) -> list[bytes]:
    return [bytes([mark]) for mark in marks]
