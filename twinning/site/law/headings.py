"""The headings of our declaration, in the order of the technical conditions."""

from django.utils.translation import gettext as _

from twinning.site.law.checker import Heading
from twinning.site.models import Declaration
from twinning.translation.texts import text_of


def headings(record: Declaration) -> list[Heading]:
    """In the active language, as far as the record asks for them."""
    preparation = text_of(record, "preparation_heading").text or _(
        "Preparation of the accessibility declaration"
    )
    return [
        Heading(1, _("Accessibility declaration")),
        Heading(2, _("State of digital accessibility")),
        Heading(2, _("Contents that are not accessible"), always=record.has_barriers),
        Heading(3, _("Not in conformity with the annex"), always=False),
        Heading(3, _("Contents outside the rules"), always=False),
        Heading(3, _("Excessive cost"), always=False, asks_for="a11y-ocena"),
        Heading(2, preparation),
        Heading(2, _("Aids, limits and other information"), always=False),
        Heading(2, _("Keyboard shortcuts"), always=False),
        Heading(2, _("Feedback and contact")),
        Heading(2, _("Requests and complaints about accessibility")),
        Heading(2, _("Other information")),
        Heading(3, _("Mobile applications"), always=False, asks_for="a11y-aplikacje"),
        Heading(3, _("Accessibility of the building")),
        Heading(3, _("Accessibility of communication and information")),
    ]
