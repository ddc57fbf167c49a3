from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from twinning.media.admin.filters import MissingTitleFilter, TranscriptionFilter, UseFilter
from twinning.media.admin.upload import UploadAdmin
from twinning.media.forms import DocumentForm
from twinning.media.models import Document
from twinning.publishing.admin.finding import found_by


@admin.register(Document)
class DocumentAdmin(UploadAdmin):
    form = DocumentForm
    fieldsets = [
        (None, {"fields": ["file", "stored_as", "title", "language"]}),
        (gettext_lazy("Its text"), {"fields": ["transcription"]}),
        (gettext_lazy("Rights"), {"fields": [("author", "licence")]}),
        (gettext_lazy("Where it is used"), {"fields": ["used_by"]}),
    ]
    readonly_fields = ["stored_as", "used_by"]
    list_display = ["title", "language", "stored_as", "licence", "file_date"]
    list_filter = [UseFilter, MissingTitleFilter, TranscriptionFilter, "licence", "language"]
    search_fields = found_by("")

    @admin.display(description=gettext_lazy("size"))
    def stored_as(self, obj: Document) -> str:
        if not obj.pk:
            return "–"
        pages = ngettext("%(count)d page", "%(count)d pages", obj.pages) % {"count": obj.pages}
        return f"{filesizeformat(obj.size)}, {pages}"

    def save_model(self, request: HttpRequest, obj: Document, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if obj.transcription == "":
            text = _("Please add the text of “%(document)s”: not everybody can read a scan.")
            self.message_user(request, text % {"document": capfirst(str(obj))}, messages.WARNING)
