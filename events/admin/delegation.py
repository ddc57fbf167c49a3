from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.models import Delegation, DelegationMember
from twinning.publishing.admin import PartAdmin, Rows, StackedPart

JOURNEY: Rows = [
    ("origin", "destination", "size", "size_qualifier"),
    "description",
]


class DelegationInline(StackedPart):
    model = Delegation
    fieldsets = [
        (
            None,
            {
                "fields": JOURNEY,
                "description": _("Save the entry, then open the delegation to name its members."),
            },
        )
    ]
    show_change_link = True


class MemberInline(StackedPart):
    model = DelegationMember
    fieldsets = [
        (
            None,
            {"fields": [("person", "organisation", "count", "order", "leads"), "function"]},
        )
    ]


@admin.register(Delegation)
class DelegationAdmin(PartAdmin):
    """A delegation with its members, reached from the page of the event."""

    whole_field = "event"
    fieldsets = [(None, {"fields": JOURNEY})]
    inlines = [MemberInline]
    list_display = ["__str__", "event", "size"]
    list_select_related = ["origin", "destination", "event"]
