from django.contrib import admin

from partners.models import Topic
from twinning.publishing.admin import RecordAdmin
from twinning.publishing.languages import search_paths


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    fieldsets = [(None, {"fields": ["name", "slug", "order"]})]
    list_display = ["name", "order"]
    search_fields = search_paths(Topic, "name")
