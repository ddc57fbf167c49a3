from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LARGEST = 2 * 1024 * 1024


class CatalogueFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("PO file"), widget=forms.ClearableFileInput(attrs={"accept": ".po"})
    )

    def clean_file(self) -> bytes:
        file: Any = self.cleaned_data["file"]
        if file.size is None or file.size > LARGEST:
            raise ValidationError(_("A catalogue has at most 2 MB."), code="too_large")
        content: bytes = file.read()
        return content
