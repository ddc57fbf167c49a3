from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from events.admin.citation import CitationInline
from events.admin.delegation import DelegationInline
from events.admin.next_edition import NextEdition
from events.models import Event, EventDocument, EventImage, Participation
from partners.admin import HomeCityLimits
from partners.admin.topics import TopicActions
from twinning.publishing.admin import StackedPart
from twinning.publishing.admin.finding import found_by


class ParticipationInline(StackedPart):
    model = Participation
    fieldsets = [
        (None, {"fields": [("organisation", "person", "role", "order"), "function"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """With former names: a row is headed by the organisation's name of that day."""
        return super().get_queryset(request).prefetch_related("organisation__former_names")

    def get_field_queryset(self, db: Any, db_field: Any, request: HttpRequest) -> Any:
        queryset = super().get_field_queryset(db, db_field, request)
        return (
            queryset.prefetch_related("former_names")
            if db_field.name == "organisation"
            else queryset
        )


class EventImageInline(StackedPart):
    model = EventImage
    fieldsets = [(None, {"fields": [("image", "order")]})]


class EventDocumentInline(StackedPart):
    model = EventDocument
    fieldsets = [(None, {"fields": [("document", "order")]})]


@admin.register(Event)
class EventAdmin(NextEdition, TopicActions, HomeCityLimits):
    owner_fields = ("partnerships",)
    fieldsets = [
        (
            None,
            {"fields": ["title", "date", ("kind", "topics"), "summary", "body"]},
        ),
        (_("Whose entry it is"), {"fields": [("partnerships", "networks")]}),
        (_("Where"), {"fields": [("place", "also_in", "online"), "venue"]}),
        (
            _("Series and programme"),
            {
                "fields": [("series", "edition"), "parent"],
                "description": _("The number of the edition is a plain number: 3, not III."),
            },
        ),
        (
            _("How many came"),
            {"fields": [("attendance", "attendance_qualifier"), "attendance_unit"]},
        ),
        (_("Address of the page"), {"fields": ["slug"]}),
    ]
    inlines = [
        CitationInline,
        ParticipationInline,
        DelegationInline,
        EventImageInline,
        EventDocumentInline,
    ]
    date_hierarchy = "date_earliest"
    list_display = ["title", "day", "kind", "place", "status_label"]
    list_filter = ["status", "kind", "topics", "online", "partnerships__home"]
    list_select_related = ["place"]
    search_fields = found_by("", "place", "series")

    @admin.display(description=_("date"), ordering="date_earliest")
    def day(self, obj: Event) -> str:
        return obj.date.render(style="short")
