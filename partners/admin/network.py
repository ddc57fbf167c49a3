from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partners.admin.names import FormerNameInline
from partners.models import Network, NetworkMembership, NetworkName
from twinning.publishing.admin import PublishableAdmin, StackedPart
from twinning.publishing.admin.finding import found_by


class NetworkNameInline(FormerNameInline):
    model = NetworkName


class MembershipInline(StackedPart):
    model = NetworkMembership
    fieldsets = [(None, {"fields": [("place", "joined"), "note"]})]


@admin.register(Network)
class NetworkAdmin(PublishableAdmin):
    fieldsets = [
        (None, {"fields": ["name", "short_name", ("founded", "website"), "summary"]}),
        (_("About it"), {"fields": ["description"]}),
        (_("Address of the page"), {"fields": ["slug"]}),
    ]
    inlines = [MembershipInline, NetworkNameInline]
    list_display = ["name", "short_name", "status_label"]
    list_filter = ["status"]
    search_fields = found_by("")
