from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partners.admin.home_city import HomeCityLimits
from partners.admin.names import FormerNameInline
from partners.models import Organisation, OrganisationName
from twinning.publishing.admin.finding import found_by
from twinning.publishing.admin.quick import QuickAdding
from twinning.publishing.forms.namesakes import NamesakeForm


class OrganisationNameInline(FormerNameInline):
    model = OrganisationName


class OrganisationForm(NamesakeForm[Organisation]):
    names = (("name",),)


@admin.register(Organisation)
class OrganisationAdmin(QuickAdding, HomeCityLimits):
    form = OrganisationForm
    quick_fields = ["name", "short_name", "kind", "summary"]
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "short_name", ("kind", "seat"), "summary"],
                "description": _("The present name. Earlier ones go under “Former names” below."),
            },
        ),
        (_("In its own language"), {"fields": [("local_name", "local_language")]}),
        (_("History"), {"fields": [("founded", "dissolved"), "predecessor", "partnerships"]}),
        (_("About it"), {"fields": ["aims"]}),
        (_("Contact"), {"fields": [("address", "website"), ("email", "telephone")]}),
        (_("Address of the page"), {"fields": ["slug"]}),
    ]
    inlines = [OrganisationNameInline]
    list_display = ["name", "kind", "seat", "founded_on", "status_label"]
    list_filter = ["status", "kind", "seat"]
    list_select_related = ["seat"]
    search_fields = found_by("")

    @admin.display(description=_("founded"), ordering="founded_earliest")
    def founded_on(self, obj: Organisation) -> str:
        return obj.founded.render(style="short") if obj.founded else ""
