from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.admin.citation import CitationInline
from events.models import Act, Agreement, Signatory
from partners.admin import HomeCityLimits
from twinning.publishing.admin import PartAdmin, PublishableAdmin, Rows, StackedPart
from twinning.publishing.admin.finding import found_by

STEP: Rows = [
    ("kind", "date", "place", "event"),
    "venue",
    "note",
]


class ActInline(StackedPart):
    model = Act
    fieldsets = [
        (
            None,
            {
                "fields": STEP,
                "description": _("Save the agreement, then open the act to name who signed."),
            },
        )
    ]
    show_change_link = True


class SignatoryInline(StackedPart):
    model = Signatory
    fieldsets = [
        (
            None,
            {"fields": [("person", "organisation", "on_behalf_of", "order"), "function"]},
        )
    ]


@admin.register(Agreement)
class AgreementAdmin(PublishableAdmin, HomeCityLimits):
    owner_fields = ("partnership",)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    "kind",
                    ("partnership", "network", "supplement_to"),
                    "summary",
                ],
                "description": _("The dates of an agreement are those of its acts, below."),
            },
        ),
        (_("Address of the page"), {"fields": ["slug"]}),
    ]
    inlines = [ActInline, CitationInline]
    list_display = ["title", "kind", "between", "status_label"]
    list_filter = ["status", "kind"]
    list_select_related = ["partnership__home", "partnership__partner", "network"]
    search_fields = found_by("", "partnership__home", "partnership__partner", "network")

    @admin.display(description=_("between"))
    def between(self, obj: Agreement) -> str:
        return str(obj.partnership or obj.network)


@admin.register(Act)
class ActAdmin(PartAdmin):
    """An act with who signed it, reached from the page of the agreement."""

    whole_field = "agreement"
    fieldsets = [(None, {"fields": STEP})]
    inlines = [SignatoryInline]
    list_display = ["__str__", "agreement", "place"]
    list_select_related = ["agreement", "place", "event"]
