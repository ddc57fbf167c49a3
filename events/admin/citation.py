from django.utils.translation import gettext_lazy as _

from events.models import Citation
from partners.admin import NetworkAdmin, OrganisationAdmin, PartnershipAdmin
from twinning.publishing.admin import StackedPart


class CitationInline(StackedPart):
    """What the sources say. Every statement of the site rests on at least one."""

    model = Citation
    verbose_name_plural = _("Citations")
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("source", "stated_date", "disagrees", "order"),
                    "locator",
                    "claim",
                ]
            },
        )
    ]


# The ground below knows no sources; it gets its citations from here.
for page in (PartnershipAdmin, OrganisationAdmin, NetworkAdmin):
    page.inlines = [*page.inlines, CitationInline]
