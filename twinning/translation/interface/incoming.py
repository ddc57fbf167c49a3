"""A catalogue that somebody uploads: what it would change, and what of it is refused and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from django.core import signing
from django.db import transaction
from django.utils.translation import gettext as _

from twinning.translation.catalogues import forms_of, messages_of
from twinning.translation.faults import Fault, Wrong
from twinning.translation.interface.keeping import StaleTextError, keep, token_of
from twinning.translation.interface.texts import InterfaceText, text_key, texts_of
from twinning.translation.interface.words import in_words

# Babel reads on and drops a letter.
UNCLOSED = re.compile(r'^(?:msg\w+(?:\[\d+\])?[ \t]+)?"[^\n]*[^"\s][ \t\r]*$', re.MULTILINE)
SALT = "twinning.translation.incoming"
GOOD_FOR = 24 * 3600
# What Babel may raise for a file that is none, or is broken in its header.
BROKEN = (PoFileError, ValueError, LookupError, TypeError, AttributeError)


class FileError(Exception):
    """Nothing of the file can be taken; says why, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One text of the file that says something else than the site; refused where it has reasons."""

    source: str
    forms: list[str]
    text: InterfaceText | None = None
    reasons: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Incoming:
    taken: list[Offer] = field(default_factory=list)
    refused: list[Offer] = field(default_factory=list)
    same: int = 0
    empty: int = 0

    def sealed(self) -> str:
        """The offers that would be taken, signed, with the state of the texts they are for."""
        rows = [[each.text.key, each.forms, token_of(each.text)]
                for each in self.taken if each.text]  # fmt: skip
        return signing.dumps(rows, salt=SALT, compress=True)


def read_file(content: bytes, language: str) -> Catalog:
    if UNCLOSED.search(content.decode("utf-8", "replace")):
        raise FileError(_("The file is damaged: a text in it has no closing quotation mark."))
    try:
        catalog = read_po(BytesIO(content), abort_invalid=True)
    except BROKEN as error:
        raise FileError(
            _("This is no PO file that can be read: %(why)s") % {"why": error}
        ) from error
    stated = str(catalog.locale_identifier or "").replace("_", "-").lower()
    if stated and stated.split("-")[0] != language.split("-")[0]:
        raise FileError(
            _("The file is of another language by its header: %(code)s.") % {"code": stated}
        )
    if not any(messages_of(catalog)):
        raise FileError(_("The file has no texts."))
    return catalog


def look_through(catalog: Catalog, language: str) -> Incoming:
    texts = {text.key: text for text in texts_of(language)}
    incoming = Incoming()
    for message in messages_of(catalog):
        forms, text = forms_of(message.string), texts.get(text_key(message))
        if not any(forms):
            incoming.empty += 1
        elif text and forms == text.forms and (message.fuzzy or not text.is_doubtful):
            incoming.same += 1
        else:
            reasons = list(_reasons(message, forms, text))
            offer = Offer(forms_of(message.id)[0], forms, text, reasons)
            (incoming.refused if reasons else incoming.taken).append(offer)
    return incoming


def _reasons(message: Message, forms: list[str], text: InterfaceText | None) -> Iterator[str]:
    if text is None:
        yield _("The site has no such source text.")
        return
    if message.fuzzy:
        yield _("The file marks it as doubtful (fuzzy).")
    if text.is_address and forms != text.forms:
        yield _("It is a part of addresses, which is changed on its own page only.")
    if forms_of(message.id) != text.ids:
        yield _("Its source text is another in the file.")
    elif len(forms) != len(text.written):
        yield in_words(Fault(Wrong.FORMS))
    else:
        yield from dict.fromkeys(map(in_words, text.faults_with(forms)))


def take(sealed: str, language: str, user: Any) -> tuple[int, list[str]]:
    """Take what was looked through; how many, and the sources of those changed meanwhile.

    Raises `FileError` where the seal is broken or too old.
    """
    try:
        rows = signing.loads(sealed, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature as error:
        raise FileError(_("The preview is too old. Upload the file again.")) from error
    known = {text.key: text.ids[0] for text in texts_of(language)}
    count, stale = 0, []
    with transaction.atomic():
        for key, forms, token in rows:
            try:
                count += keep(language, key, forms, token=token, user=user)
            except StaleTextError:
                stale.append(known.get(key, "?"))
    return count, stale
