"""Documents as links to download, each with its format, size and date, and with its text."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language, ngettext

from events.models.attached_document import AttachedDocument
from events.presentation.facts import language_name
from twinning import letters
from twinning.dates import HistoricalDate
from twinning.media.models import Document
from twinning.translation.templatetags.translated import plain, translated
from twinning.translation.typography import keep_together


@dataclass(frozen=True, slots=True)
class Download:
    """What `components/downloads.html` takes."""

    title: SafeString
    url: str
    file_name: str
    details: str
    language: str
    text: SafeString


def downloads(attached: Iterable[AttachedDocument]) -> list[Download]:
    return [_download(each.document) for each in attached]


def _download(document: Document) -> Download:
    text = keep_together(document.transcription, document.language)
    return Download(
        title=translated(document, "title"),
        url=document.file.url,
        file_name=_file_name(document),
        details=", ".join(_details(document)),
        language=document.language,
        text=mark_safe(text),  # noqa: S308 — RichTextField
    )


def _file_name(document: Document) -> str:
    title = slugify(letters.plain(plain(document, "title")))
    return f"{title or document.pk}.pdf"


def _details(document: Document) -> list[str]:
    """“PDF, 1.2 MB, 3 pages, 24 November 2026”, with the language where it isn't the page's."""
    pages = ngettext("%(count)d page", "%(count)d pages", document.pages)
    foreign = document.language != get_language()
    return [
        "PDF",
        *([language_name(document.language)] if foreign else []),
        filesizeformat(document.size),
        pages % {"count": document.pages},
        HistoricalDate.of_day(document.file_date).render(),
    ]
