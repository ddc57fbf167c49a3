from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from twinning.translation.coverage import other_languages
from twinning.translation.models import GlossaryTerm


@admin.register(GlossaryTerm)
class GlossaryAdmin(admin.ModelAdmin[GlossaryTerm]):
    """The fixed terms: a page of their own, for translators too."""

    fields = ["source", "language", "target", "note"]
    list_display = ["source", "translations", "language", "note"]
    list_filter = ["language"]
    list_per_page = 100
    search_fields = ["source", "target", "note"]

    @admin.display(description=_("translation"), ordering="target")
    def translations(self, obj: GlossaryTerm) -> str:
        return ", ".join(obj.targets)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "language":
            names = dict(settings.LANGUAGES)
            choices = [(code, names[code]) for code in other_languages()]
            return forms.ChoiceField(choices=choices, label=db_field.verbose_name)
        if db_field.name == "target":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 3})
        return super().formfield_for_dbfield(db_field, request, **kwargs)
