from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models import FormerAddress


class FormerAddressForm(forms.Form):
    """One more address that leads to `record`. A whole address may be pasted; its end counts."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    slug = forms.CharField(
        label=_("Earlier address"),
        max_length=500,
        help_text=_("Its last part, such as “visit-1994”, or the whole of it."),
    )

    def __init__(self, record: Any, *args: Any) -> None:
        super().__init__(*args)
        self.record = record

    def clean_slug(self) -> str:
        path = self.cleaned_data["slug"].partition("?")[0]
        slug = path.strip().rstrip("/").rpartition("/")[2]
        validate_slug(slug)
        FormerAddress._meta.get_field("slug").run_validators(slug)
        return str(slug)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        slug, language = self.cleaned_data.get("slug"), self.cleaned_data.get("language")
        if slug and language:
            self._refuse_taken(slug, language)
        return cleaned

    def _refuse_taken(self, slug: str, language: str) -> None:
        model = type(self.record)
        present = model._default_manager.filter(**{f"slug_{language}": slug}).first()
        if present is not None:
            text = _("It is the present address of “%(record)s”.")
            raise ValidationError({"slug": ValidationError(text, "present", {"record": present})})
        former = FormerAddress.objects.of_model(model).filter(language=language, slug=slug).first()
        other = former and model._default_manager.filter(pk=former.object_id).first()
        if other:
            text = _("It leads to “%(record)s” already.")
            raise ValidationError({"slug": ValidationError(text, "former", {"record": other})})
