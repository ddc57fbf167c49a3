from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.models import Series
from partners.admin import HomeCityLimits
from twinning.publishing.admin import PublishableAdmin
from twinning.publishing.languages import search_paths


@admin.register(Series)
class SeriesAdmin(PublishableAdmin, HomeCityLimits):
    owner_fields = ("partnerships",)
    fieldsets = [
        (None, {"fields": ["name", ("status", "kind"), "summary", "description"]}),
        (_("Whose series it is"), {"fields": [("partnerships", "topics")]}),
        (_("Address of the page"), {"fields": ["slug"]}),
    ]
    list_display = ["name", "kind", "status_label"]
    list_filter = ["status", "kind"]
    search_fields = search_paths(Series, "name", "summary")
