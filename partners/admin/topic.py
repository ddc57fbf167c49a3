from django.contrib import admin

from partners.models import Topic
from twinning.publishing.admin import RecordAdmin
from twinning.publishing.admin.finding import found_by


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    fieldsets = [(None, {"fields": ["name", "slug", "order"]})]
    list_display = ["name", "order"]
    search_fields = found_by("")
