from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.models import YearNote
from partners.admin import HomeCityLimits
from twinning.publishing.admin import PublishableAdmin
from twinning.publishing.admin.finding import found_by


@admin.register(YearNote)
class YearNoteAdmin(PublishableAdmin, HomeCityLimits):
    owner_fields = ("partnership",)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "partnership",
                    ("first_year", "last_year"),
                    "headline",
                    "lead",
                ],
                "description": _("For a single year write it twice."),
            },
        )
    ]
    list_display = ["headline", "years", "partnership", "status_label"]
    list_filter = ["status", "partnership__home"]
    list_select_related = ["partnership__home", "partnership__partner"]
    search_fields = [*found_by("", "partnership__partner"), "first_year", "last_year"]

    @admin.display(description=_("years"), ordering="first_year")
    def years(self, obj: YearNote) -> str:
        if obj.first_year == obj.last_year:
            return str(obj.first_year)
        return f"{obj.first_year}–{obj.last_year}"
