from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partners.models import Office, Person
from twinning.publishing.admin import PublishableAdmin, StackedPart
from twinning.publishing.languages import search_paths


class OfficeInline(StackedPart):
    model = Office
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    ("held", "place", "organisation", "attested"),
                    "note",
                ]
            },
        )
    ]


@admin.register(Person)
class PersonAdmin(PublishableAdmin):
    fieldsets = [
        (
            None,
            {
                "fields": [("given_name", "family_name"), "status", "summary"],
                "description": _(
                    "Only people in a public function. Pupils, players, winners and other private "
                    "persons are never recorded by name."
                ),
            },
        ),
        (_("Address of the page"), {"fields": ["slug"]}),
    ]
    inlines = [OfficeInline]
    list_display = ["family_name", "given_name", "status_label"]
    list_display_links = ["family_name", "given_name"]
    list_filter = ["status"]
    search_fields = ["given_name", "family_name", *search_paths(Person, "offices__title")]
