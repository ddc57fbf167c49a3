from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partners.models import Office, Person
from twinning.publishing.admin import StackedPart
from twinning.publishing.admin.finding import found_by
from twinning.publishing.admin.quick import QuickAdding
from twinning.publishing.forms.namesakes import NamesakeForm


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


class PersonForm(NamesakeForm[Person]):
    names = (("given_name", "family_name"),)


@admin.register(Person)
class PersonAdmin(QuickAdding):
    form = PersonForm
    quick_fields = [("given_name", "family_name"), "summary"]
    fieldsets = [
        (
            None,
            {
                "fields": [("given_name", "family_name"), "summary"],
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
    search_fields = found_by("")
