from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partners.admin.home_city import HomeCityLimits
from partners.models import Place
from twinning.publishing.admin.finding import found_by


@admin.register(Place)
class PlaceAdmin(HomeCityLimits):
    fieldsets = [
        (None, {"fields": ["name", ("kind", "is_home"), ("country", "parent"), "description"]}),
        (_("In its own language"), {"fields": [("local_name", "local_language")]}),
        (
            _("Polish cases"),
            {
                "fields": [("genitive", "dative"), ("instrumental", "locative")],
                "description": _("They stand in sentences: “z Kolonią”, “w Katowicach”."),
            },
        ),
        (
            _("Facts"),
            {
                "fields": [
                    ("latitude", "longitude"),
                    ("population", "population_year", "population_source"),
                    ("website", "wikidata_id"),
                    "coat_of_arms",
                ]
            },
        ),
        (_("Search and address"), {"fields": ["aliases", "slug"]}),
    ]
    list_display = ["name", "kind", "country", "parent", "is_home"]
    list_filter = ["is_home", "kind", "country"]
    list_select_related = ["parent"]
    search_fields = found_by("")
