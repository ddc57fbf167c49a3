from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.models import Source, SourcePage
from twinning.publishing.admin import PublishableAdmin, StackedPart
from twinning.publishing.languages import search_paths


class SourcePageInline(StackedPart):
    model = SourcePage
    fieldsets = [(None, {"fields": [("image", "order")]})]


@admin.register(Source)
class SourceAdmin(PublishableAdmin):
    fieldsets = [
        (None, {"fields": ["title", ("status", "kind", "language"), "description"]}),
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
    inlines = [SourcePageInline]
    list_display = ["title", "kind", "reference", "issued_on", "status_label"]
    list_filter = ["status", "kind"]
    search_fields = search_paths(Source, "title", "issuer", "reference", "url")

    @admin.display(description=_("issued"), ordering="issued_earliest")
    def issued_on(self, obj: Source) -> str:
        return obj.issued.render(style="short") if obj.issued else ""
