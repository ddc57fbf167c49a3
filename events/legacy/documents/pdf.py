"""The text of a PDF, page by page."""

import logging
from io import BytesIO

import pypdf
from django.utils.translation import gettext_lazy as _
from pypdf.errors import FileNotDecryptedError

from events.legacy.documents.limits import MAX_CHARACTERS, MAX_PAGES
from events.legacy.documents.pieces import TOO_LONG, Document
from events.legacy.documents.plain import read_plain
from events.legacy.errors import UnreadableDocumentError

ENCRYPTED = _("The PDF is protected by a password. Save it without protection and choose that.")
DAMAGED = _("The PDF is damaged or incomplete. Print it to a new PDF and choose that.")
TOO_MANY_PAGES = _("The PDF has more than 500 pages. Part it.")
ONLY_PICTURES = _(
    "The PDF holds pictures of pages and no text. Let a program recognise the text first (OCR)."
)

# What it makes of broken files is told in our own words.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(data: bytes) -> Document:
    try:
        text = _text(data)
    except UnreadableDocumentError:
        raise
    except FileNotDecryptedError as error:
        raise UnreadableDocumentError(ENCRYPTED) from error
    except Exception as error:  # a broken PDF breaks it in ways nobody can list
        raise UnreadableDocumentError(DAMAGED) from error
    if not text.strip():
        raise UnreadableDocumentError(ONLY_PICTURES)
    return read_plain(text)


def _text(data: bytes) -> str:
    reader = pypdf.PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableDocumentError(ENCRYPTED)
    if len(reader.pages) > MAX_PAGES:
        raise UnreadableDocumentError(TOO_MANY_PAGES)
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > MAX_CHARACTERS:
            raise UnreadableDocumentError(TOO_LONG)
    # A page may end in the middle of a sentence: only a line ends there.
    return "\n".join(pages).replace("\x00", " ")
