from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from twinning.media.fields import DocumentField
from twinning.media.models.licence import Licence
from twinning.media.models.upload import Upload, UploadQuerySet
from twinning.publishing.fields import RichTextField
from twinning.publishing.models import Findable


class Document(Findable, Upload):
    """A PDF for download, written anew on upload, with its text for who can't read a scan."""

    find_fields = ("title", "author", "transcription")

    file = DocumentField(
        _("file"),
        upload_to="documents/%Y/",
        help_text=_(
            "PDF, at most 40 MB and 500 pages, without a password, scripts or attachments. "
            "Its metadata are removed."
        ),
    )
    pages = models.PositiveSmallIntegerField(_("pages"), editable=False)
    size = models.PositiveIntegerField(_("size in bytes"), editable=False)
    file_date = models.DateField(_("date of the file"), editable=False)
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(
        _("language of the document"),
        max_length=12,
        default=settings.LANGUAGE_CODE,
        validators=[
            RegexValidator(
                r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
                _("Use a language code such as “pl”, “fr” or “zh-Hans”."),
            )
        ],
        help_text=_("A code: “pl”."),
    )
    transcription = RichTextField(
        _("transcription"),
        blank=True,
        help_text=_(
            "The text of the document in its own language, to be selected, searched and read "
            "aloud. A scan can't do without it."
        ),
    )
    author = models.CharField(_("author"), max_length=120, blank=True)
    licence = models.CharField(_("licence"), max_length=16, choices=Licence)

    objects = models.Manager.from_queryset(UploadQuerySet["Document"])()

    class Meta(Upload.Meta):
        verbose_name = _("PDF document")
        verbose_name_plural = _("PDF documents")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title
