"""Packed documents (DOCX, ODT), of which a small one may claim or be anything."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from django.utils.translation import gettext_lazy as _

from events.legacy.documents.limits import (
    FREE_RATIO,
    MAX_MARKUP,
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED,
)
from events.legacy.errors import UnreadableDocumentError

DAMAGED = _("The document is damaged or incomplete. Save it anew and choose that.")
EXPLODES = _("The document unpacks to far more than it should. It isn't read.")
ENCRYPTED = _("The document is protected by a password. Save it without protection.")

ENCRYPTED_FLAG = 0x1
# All that the archive's reader and its decompressors say of one that isn't whole.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError),
)


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive, once what it says of itself is within bounds."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _refuse_explosions(archive.infolist())
            yield archive
    except BROKEN as error:
        raise UnreadableDocumentError(DAMAGED) from error


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One member, never more of it than the limit: the size in an archive may be a lie."""
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise UnreadableDocumentError(DAMAGED) from error
    if info.flag_bits & ENCRYPTED_FLAG:
        raise UnreadableDocumentError(ENCRYPTED)
    with archive.open(info) as packed:
        data = packed.read(MAX_MARKUP + 1)
    if len(data) > MAX_MARKUP:
        raise UnreadableDocumentError(EXPLODES)
    return data


def _refuse_explosions(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS or sum(each.file_size for each in members) > MAX_UNPACKED:
        raise UnreadableDocumentError(EXPLODES)
    for each in members:
        is_large = each.file_size > FREE_RATIO
        if is_large and each.file_size > MAX_RATIO * max(each.compress_size, 1):
            raise UnreadableDocumentError(EXPLODES)
