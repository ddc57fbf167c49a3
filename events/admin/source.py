from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.models import Source, SourceDocument, SourcePage
from twinning.publishing.admin import StackedPart
from twinning.publishing.admin.finding import found_by
from twinning.publishing.admin.quick import QuickAdding
from twinning.publishing.forms.namesakes import NamesakeForm


class SourcePageInline(StackedPart):
    model = SourcePage
    fieldsets = [(None, {"fields": [("image", "order")]})]


class SourceDocumentInline(StackedPart):
    model = SourceDocument
    fieldsets = [(None, {"fields": [("document", "order")]})]


class SourceForm(NamesakeForm[Source]):
    names = (("title",),)


@admin.register(Source)
class SourceAdmin(QuickAdding):
    form = SourceForm
    quick_fields = ["title", ("kind", "language"), ("issuer", "url")]
    fieldsets = [
        (None, {"fields": ["title", ("kind", "language"), "description"]}),
        (
            _("The document"),
            {
                "fields": [
                    "issuer",
                    "addressee",
                    ("reference", "issued", "received"),
                    ("url", "accessed"),
                    "rights",
                ]
            },
        ),
        (_("Its text"), {"fields": ["transcription"]}),
        (_("Address of the page"), {"fields": ["slug"]}),
    ]
    inlines = [SourcePageInline, SourceDocumentInline]
    list_display = ["title", "kind", "reference", "issued_on", "status_label"]
    list_filter = ["status", "kind"]
    search_fields = found_by("")

    @admin.display(description=_("issued"), ordering="issued_earliest")
    def issued_on(self, obj: Source) -> str:
        return obj.issued.render(style="short") if obj.issued else ""
