from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.models import Series
from partners.admin import HomeCityLimits
from partners.admin.topics import TopicActions
from twinning.publishing.admin.finding import found_by


@admin.register(Series)
class SeriesAdmin(TopicActions, HomeCityLimits):
    owner_fields = ("partnerships",)
    fieldsets = [
        (None, {"fields": ["name", "kind", "summary", "description"]}),
        (_("Whose series it is"), {"fields": [("partnerships", "topics")]}),
        (_("Address of the page"), {"fields": ["slug"]}),
    ]
    list_display = ["name", "kind", "status_label"]
    list_filter = ["status", "kind"]
    search_fields = found_by("")
