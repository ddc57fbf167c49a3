"""The form in which an image is uploaded."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.core.files.uploadedfile import UploadedFile

from twinning.media.intake import clean_copy
from twinning.media.models import Image
from twinning.publishing.forms import VersionedForm


class UploadedImageField(forms.ImageField):
    """Cleans to a re-encoded copy of the upload; see `intake.clean_copy` for what it refuses."""

    def to_python(self, data: Any) -> UploadedFile[bytes] | None:
        # Not ImageField's own check: it decodes first and has one message for every trouble.
        upload = forms.FileField.to_python(self, data)
        return clean_copy(upload) if upload else None


class ImageForm(VersionedForm[Image]):
    """Every new file goes through `UploadedImageField`."""

    class Meta:
        field_classes = {"file": UploadedImageField}
        widgets = {"file": AdminFileWidget(attrs={"accept": "image/jpeg,image/png,image/webp"})}
