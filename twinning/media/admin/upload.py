from typing import Any

from django import forms
from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from twinning.media.keeping import only_what_is_kept
from twinning.publishing.admin import RecordAdmin
from twinning.publishing.usage import Usage, usages


class UploadAdmin(RecordAdmin):
    """The page of a file with its texts. What is used somewhere isn't deleted."""

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(css={"all": ["admin_extras/media.css"]})

    @admin.display(description=_("used by"))
    def used_by(self, obj: Any) -> str:
        found = usages(obj) if obj.pk else []
        if not found:
            return str(_("Used nowhere yet."))
        rows = format_html_join("", "<li>{}</li>", ((_linked(usage),) for usage in found))
        return format_html('<ul class="used-by">{}</ul>', rows)

    def changeform_view(self, *args: Any, **kwargs: Any) -> Any:
        with only_what_is_kept():
            return super().changeform_view(*args, **kwargs)


def _linked(usage: Usage) -> str:
    name = format_html("{}: {}", usage.label, usage.record)
    return format_html('<a href="{}">{}</a>', usage.admin_url, name) if usage.admin_url else name
