"""The forms in which images and documents are uploaded."""

from typing import Any, ClassVar, TypeVar

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from js_asset import Script

from twinning.media.copies import CleanCopy
from twinning.media.intake import clean_copy
from twinning.media.models import Document, Image, Upload
from twinning.media.pdf import clean_pdf
from twinning.publishing.forms import VersionedForm

Record = TypeVar("Record", bound=Upload)


class UploadedFileField(forms.FileField):
    """Cleans to a copy written anew. The name that the file came with is of no interest."""

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        if data is initial:  # what is stored already, where the field is closed to the user
            return initial
        return super().clean(data, initial)

    def to_python(self, data: Any) -> UploadedFile[bytes] | None:
        upload = super().to_python(data)
        return self.cleaned(upload) if upload else None

    def cleaned(self, upload: File[bytes]) -> CleanCopy:
        raise NotImplementedError


class UploadedImageField(UploadedFileField):
    """See `intake.clean_copy` for what it refuses."""

    def cleaned(self, upload: File[bytes]) -> CleanCopy:
        return clean_copy(upload)


class UploadedDocumentField(UploadedFileField):
    """See `pdf.clean_pdf` for what it refuses."""

    def cleaned(self, upload: File[bytes]) -> CleanCopy:
        return clean_pdf(upload)


class UploadForm(VersionedForm[Record]):
    """Takes the same file once; a new file brings its facts along."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, CleanCopy) and (known := self._with_same_file(file)):
            raise ValidationError(_told(known), code="known")
        return file

    def _with_same_file(self, file: CleanCopy) -> Upload | None:
        records = self._meta.model._default_manager.filter(digest=file.facts["digest"])
        return records.exclude(pk=self.instance.pk).first()

    def save(self, commit: bool = True) -> Any:
        file = self.cleaned_data.get("file")
        if isinstance(file, CleanCopy):
            for name, value in file.facts.items():
                setattr(self.instance, name, value)
        return super().save(commit)


def _told(known: Upload) -> str:
    opts = known._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[known.pk])
    return format_html(
        _("This file is here already: {link}. Nothing was stored a second time."),
        link=format_html('<a href="{}" target="_blank" rel="noopener">{}</a>', url, known),
    )


class ImageForm(UploadForm[Image]):
    class Media:
        js = [Script("media/focal_point.js", type="module")]

    class Meta:
        field_classes: ClassVar[dict[str, Any]] = {"file": UploadedImageField}
        widgets: ClassVar[dict[str, Any]] = {
            "file": AdminFileWidget(attrs={"accept": "image/jpeg,image/png,image/webp"})
        }


class DocumentForm(UploadForm[Document]):
    class Meta:
        field_classes: ClassVar[dict[str, Any]] = {"file": UploadedDocumentField}
        widgets: ClassVar[dict[str, Any]] = {
            "file": AdminFileWidget(attrs={"accept": "application/pdf"})
        }
