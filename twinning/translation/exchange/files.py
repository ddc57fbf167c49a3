"""A translators' file as bytes: written in one of the formats, or read with suspicion."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from translate.storage.base import ParseError

from twinning.translation.exchange import po, xliff
from twinning.translation.exchange.safety import safe_xml
from twinning.translation.exchange.unit import Returned, Unit

MAX_BYTES = 10 * 1024 * 1024
MAX_UNITS = 20_000
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Format(Enum):
    XLIFF = "xliff"
    PO = "po"

    @property
    def ending(self) -> str:
        return {Format.XLIFF: ".xlf", Format.PO: ".po"}[self]

    @property
    def media_type(self) -> str:
        return {Format.XLIFF: "application/x-xliff+xml", Format.PO: "text/x-gettext-translation"}[
            self
        ]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file that was read: its languages, empty where it doesn't tell, and its units.

    `text` is all of the file, to be kept and read again.
    """

    source_language: str
    target_language: str
    units: Sequence[Returned]
    text: str


def write(units: Iterable[Unit], form: Format, *, source: str, target: str) -> bytes:
    """Raises `ValidationError` if the file would be too large to be read back."""
    writer = {Format.XLIFF: xliff.write, Format.PO: po.write}[form]
    listed = list(units)
    _refuse_many(len(listed))
    data = writer(listed, source, target)
    _refuse_large(data)
    return data


def read(data: bytes) -> Parcel:
    """Raises `ValidationError` in words for a translator. The file's name counts nothing."""
    _refuse_large(data)
    parcel = _read_xliff(data) if _looks_like_xml(data) else _read_po(data)
    if not parcel.units:
        raise ValidationError(_("There are no texts in the file."), code="empty")
    _refuse_many(len(parcel.units))
    return parcel


def _refuse_large(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        text = _("The file is larger than %(most)d MB. Export fewer texts at a time.")
        raise ValidationError(text, code="size", params={"most": MAX_BYTES // 1024 // 1024})


def _refuse_many(count: int) -> None:
    if count > MAX_UNITS:
        text = _("There are more than %(most)d texts in the file. Export fewer at a time.")
        raise ValidationError(text, code="size", params={"most": MAX_UNITS})


def _looks_like_xml(data: bytes) -> bool:
    is_wide = data.startswith(_BYTE_ORDER_MARKS[1:]) or b"\0" in data[:4]
    return is_wide or data.removeprefix(_BYTE_ORDER_MARKS[0]).lstrip()[:1] == b"<"


def _read_xliff(data: bytes) -> Parcel:
    text = safe_xml(data, root=xliff.NAMESPACE.rpartition(":")[0])
    try:
        return Parcel(*xliff.read(data), text=text)
    except (ValueError, AssertionError, StopIteration, KeyError, AttributeError) as error:
        raise _not_understood() from error


def _read_po(data: bytes) -> Parcel:
    try:
        content = data.removeprefix(_BYTE_ORDER_MARKS[0]).decode("utf-8")
    except UnicodeDecodeError as error:
        text = _("The file is neither XLIFF 1.2 nor a PO file encoded in UTF-8.")
        raise ValidationError(text, code="encoding") from error
    try:
        parcel = Parcel(*po.read(content.encode()), text=content)
    except (ValueError, ParseError, AssertionError, IndexError, KeyError) as error:
        raise _not_understood() from error
    if (not parcel.units and content.strip()) or "\0" in content:
        raise _not_understood()
    return parcel


def _not_understood() -> ValidationError:
    text = _("The file is neither XLIFF 1.2 nor PO, or it is damaged.")
    return ValidationError(text, code="kind")
