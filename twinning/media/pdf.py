"""What happens to an uploaded PDF before anything of it is stored."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from twinning.media.copies import CleanCopy

MAX_BYTES = 40 * 1024 * 1024
MAX_PAGES = 500
MAX_UNPACKED = 64 * 1024 * 1024  # of one compressed part of the file's own structure

TOO_LARGE = _("The file is larger than 40 MB. Save it with smaller pictures, or part it.")
NO_PDF = _("This file is no PDF, whatever its name says.")
ENCRYPTED = _("The PDF is protected by a password. Save it without protection and choose that.")
DAMAGED = _("The PDF is damaged or incomplete. Print it to a new PDF and choose that.")
TOO_MANY_PAGES = _("The PDF has more than 500 pages. Part it.")
SCRIPT = _("The PDF holds a script. Print it to a new PDF, without one, and choose that.")
ACTION = _(
    "The PDF starts programs or sends data somewhere. Print it to a new PDF and choose that."
)
EMBEDDED = _("The PDF carries other files inside. Save it without attachments and choose that.")
RICH_MEDIA = _("The PDF holds sound, film or other moving parts. Save it without them.")
XFA = _("The PDF is an interactive form (XFA). Print it to a new PDF and choose that.")

# Keys and values of the dictionaries of a PDF that make it more than pages to be read.
FORBIDDEN_KEYS = {
    "/JS": SCRIPT,
    "/JavaScript": SCRIPT,
    "/XFA": XFA,
    "/EF": EMBEDDED,
    "/EmbeddedFiles": EMBEDDED,
    "/RichMediaContent": RICH_MEDIA,
}
FORBIDDEN_VALUES = {
    "/JavaScript": SCRIPT,
    "/Launch": ACTION,
    "/SubmitForm": ACTION,
    "/ImportData": ACTION,
    "/GoToE": EMBEDDED,
    "/EmbeddedFile": EMBEDDED,
    "/FileAttachment": EMBEDDED,
    "/RichMedia": RICH_MEDIA,
    "/RichMediaExecute": RICH_MEDIA,
    "/Rendition": RICH_MEDIA,
    "/Screen": RICH_MEDIA,
    "/Movie": RICH_MEDIA,
    "/Sound": RICH_MEDIA,
    "/3D": RICH_MEDIA,
}
TELLING_KEYS = ("/S", "/Type", "/Subtype")
# Who made it, when and with what; drafts and thumbnails that programs leave for themselves.
METADATA = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb")


def set_limits() -> None:
    """Bound what a small file may unpack to. For the whole process, at its start."""
    pikepdf.settings.set_qpdf_limits(flate_max_memory=MAX_UNPACKED, png_max_memory=MAX_UNPACKED)


def clean_pdf(upload: File[bytes]) -> CleanCopy:
    """The PDF written anew for reading page by page, with nothing in it but pages.

    Raises `ValidationError` in words for an editor. Nothing is repaired on the way: what this
    would leave out or guess, the editor decides.
    """
    if upload.size > MAX_BYTES:
        raise ValidationError(TOO_LARGE, code="too_large")
    data = upload.read()
    if not data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        raise ValidationError(NO_PDF, code="no_pdf")
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf:
            pages = _checked(pdf)
            copy = _rewritten(pdf)
    except pikepdf.PasswordError as error:
        raise ValidationError(ENCRYPTED, code="encrypted") from error
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError) as error:
        raise ValidationError(DAMAGED, code="damaged") from error
    today = timezone.localdate()
    return CleanCopy(
        data, copy, "pdf", "application/pdf", pages=pages, size=len(copy), file_date=today
    )


def _checked(pdf: pikepdf.Pdf) -> int:
    """The number of pages of a PDF that may be kept."""
    if pdf.is_encrypted:
        raise ValidationError(ENCRYPTED, code="encrypted")
    pages = len(pdf.pages)
    if not pages:
        raise ValidationError(DAMAGED, code="damaged")
    if pages > MAX_PAGES:
        raise ValidationError(TOO_MANY_PAGES, code="too_many_pages")
    for dictionary in _dictionaries(pdf):
        if reason := _forbidden(dictionary):
            raise ValidationError(reason, code="active")
    if any("error decoding" in warning for warning in pdf.get_warnings()):
        # A part of the structure is broken or unpacks beyond the limit; qpdf leaves it out.
        raise ValidationError(DAMAGED, code="damaged")
    return pages


def _forbidden(dictionary: Any) -> Any:
    keys = set(dictionary.keys())
    for key in keys & FORBIDDEN_KEYS.keys():
        return FORBIDDEN_KEYS[key]
    for key in keys & set(TELLING_KEYS):
        value = dictionary[key]
        if isinstance(value, pikepdf.Name) and str(value) in FORBIDDEN_VALUES:
            return FORBIDDEN_VALUES[str(value)]
    return None


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of the file, those within others and of streams included."""
    waiting: list[Any] = list(pdf.objects)
    while waiting:
        found = waiting.pop()
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            yield found
            waiting += [each for _key, each in found.items() if not _elsewhere(each)]
        elif isinstance(found, pikepdf.Array):
            waiting += [each for each in found if not _elsewhere(each)]


def _elsewhere(found: Any) -> bool:
    """An object of its own, which stands in the list of all of them."""
    return isinstance(found, pikepdf.Object) and found.is_indirect


def _rewritten(pdf: pikepdf.Pdf) -> bytes:
    for dictionary in _dictionaries(pdf):
        for key in METADATA:
            if key in dictionary:
                del dictionary[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    target = BytesIO()
    pdf.save(
        target,
        linearize=True,
        # Streams stay packed as they are: unpacking them is the reader's business.
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        preserve_pdfa=False,
        fix_metadata_version=False,
    )
    return target.getvalue()
