from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from partners.admin.home_city import HomeCityLimits, is_limited
from partners.admin.topics import TopicActions
from partners.models import Partnership, Place, ReasonToVisit
from twinning.publishing.admin import StackedPart
from twinning.publishing.admin.finding import found_by


class ReasonInline(StackedPart):
    model = ReasonToVisit
    fieldsets = [(None, {"fields": ["title", "text", "order"]})]


@admin.register(Partnership)
class PartnershipAdmin(TopicActions, HomeCityLimits):
    owner_fields = ("home",)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("home", "partner"),
                    "kind",
                    ("state", "state_since"),
                    ("ribbon", "topics"),
                ],
                "description": _("The dates of a partnership come from its agreements."),
            },
        ),
        (_("Texts"), {"fields": ["summary", "introduction"]}),
    ]
    inlines = [ReasonInline]
    list_display = ["pair", "kind", "state", "status_label"]
    list_filter = ["status", "home", "kind", "state"]
    list_select_related = ["home", "partner"]
    search_fields = found_by("home", "partner")

    @admin.display(description=_("partnership"), ordering="partner__name")
    def pair(self, obj: Partnership) -> str:
        return str(obj)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """In an autocomplete, offer to somebody limited to home cities only what they may take."""
        match = request.resolver_match
        if match and match.url_name == "autocomplete" and is_limited(request):
            queryset = queryset.editable_by(request.user)
        return super().get_search_results(request, queryset, search_term)

    def get_field_queryset(self, db: Any, db_field: Any, request: HttpRequest) -> Any:
        queryset = super().get_field_queryset(db, db_field, request)
        if db_field.name == "home":
            return Place.objects.homes()
        return queryset
