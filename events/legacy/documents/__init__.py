"""Files as plain text in blocks: `read_document` tells what a file is by what is in it."""

import re

from django.utils.translation import gettext_lazy as _

from events.legacy.documents.archives import member, opened
from events.legacy.documents.encodings import decoded
from events.legacy.documents.html import read_html
from events.legacy.documents.limits import MAX_BYTES
from events.legacy.documents.office import DOCX_MEMBER, ODT_MEMBER, read_docx, read_odt
from events.legacy.documents.pdf import read_pdf
from events.legacy.documents.pieces import Block, BlockKind, Document
from events.legacy.documents.plain import read_plain
from events.legacy.errors import UnreadableDocumentError

__all__ = ["Block", "BlockKind", "Document", "read_document", "read_plain"]

TOO_LARGE = _("The file is larger than 40 MB. Save it with smaller pictures, or part it.")
EMPTY = _("The file is empty.")
OLD_WORD = _("This is a document of an old kind (DOC). Save it as DOCX or ODT and choose that.")
RTF = _("This is a document of an old kind (RTF). Save it as DOCX or ODT and choose that.")
UNKNOWN_ARCHIVE = _("This packed file is neither DOCX nor ODT.")

PDF, ZIP, DOC = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LEADING = b"\xef\xbb\xbf\r\n\t "
PAGE = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
TAGS = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|table|td|span|strong|a)[^<>]*>", re.IGNORECASE)
MANY_TAGS = 3
LOOKED_AT = 20_000  # characters in which markup shows


def read_document(data: bytes) -> Document:
    """Raises UnreadableDocumentError, and nothing else, for what can't be read."""
    if len(data) > MAX_BYTES:
        raise UnreadableDocumentError(TOO_LARGE)
    if not data.strip():
        raise UnreadableDocumentError(EMPTY)
    start = data[:64].lstrip(LEADING)
    if start.startswith(PDF):
        return read_pdf(data)
    if data.startswith(ZIP):
        return _read_archive(data)
    if data.startswith(DOC):
        raise UnreadableDocumentError(OLD_WORD)
    if start.startswith(b"{\\rtf"):
        raise UnreadableDocumentError(RTF)
    text = decoded(data)
    is_page = PAGE.search(text, 0, LOOKED_AT)
    if is_page or len(TAGS.findall(text, 0, LOOKED_AT)) >= MANY_TAGS:
        return read_html(text)
    return read_plain(text)


def _read_archive(data: bytes) -> Document:
    with opened(data) as archive:
        names = set(archive.namelist())
        kind = member(archive, "mimetype") if "mimetype" in names else b""
    if DOCX_MEMBER in names:
        return read_docx(data)
    if b"opendocument.text" in kind and ODT_MEMBER in names:
        return read_odt(data)
    raise UnreadableDocumentError(UNKNOWN_ARCHIVE)
