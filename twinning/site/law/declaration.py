"""The sentences of the accessibility declaration in which its elements stand with their ids.

The ids are those of the technical conditions, the same in every language.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.presentation.people import phrase
from twinning.dates import HistoricalDate
from twinning.dates.templatetags.historical_dates import historical_date_text
from twinning.publishing.models import PublicBody, telephone_address
from twinning.site.models import AccessibilityReview, Declaration
from twinning.translation.templatetags.translated import translated

OMBUDSMAN = "https://bip.brpo.gov.pl/"


@dataclass(frozen=True, slots=True)
class Declared:
    opening: SafeString
    published: SafeString
    changed: SafeString
    status: SafeString
    basis: SafeString
    prepared: SafeString
    reviewed: SafeString | None
    contact: SafeString
    email: SafeString
    phone: SafeString
    ombudsman: SafeString


def declared(record: Declaration, body: PublicBody, site: str) -> Declared:
    """`site` is the address that is declared for. One query, for the last review.

    What a draft doesn't say yet is empty.
    """
    review = AccessibilityReview.objects.latest_first().first()
    email = record.email or body.email
    phone = record.phone or body.phone
    return Declared(
        opening=_opening(body, site),
        published=_day("a11y-data-publikacja", body.site_published),
        changed=_day("a11y-data-aktualizacja", body.site_changed),
        status=status_sentence(record),
        basis=_basis(record),
        prepared=_day("a11y-data-sporzadzenie", record.prepared),
        reviewed=_day("a11y-data-przeglad", review.day) if review else None,
        contact=_contact(record, body),
        email=_link("a11y-email", f"mailto:{email}", email),
        phone=_link("a11y-telefon", telephone_address(phone), phone),
        ombudsman=format_html(
            '<a href="{}">{}</a>', OMBUDSMAN, _("website of the Commissioner for Human Rights")
        ),
    )


def _opening(body: PublicBody, site: str) -> SafeString:
    return phrase(
        _(
            "%(body)s undertakes to make accessible the %(scope)s %(site)s, as the Act of 4 April "
            "2019 on the digital accessibility of websites and mobile applications of public "
            "bodies requires."
        ),
        body=format_html('<span id="a11y-podmiot">{}</span>', translated(body, "name")),
        scope=format_html(
            '<span id="a11y-zakres">{}</span>', pgettext("what is declared for", "website")
        ),
        site=format_html('<a id="a11y-url" href="{}">{}</a>', site, site),
    )


def status_sentence(record: Declaration) -> SafeString:
    """The city's own wording, or the standard one for the state."""
    if record.status_wording:
        return translated(record, "status_wording")
    sentences: dict[str, str] = {
        Declaration.Conformance.FULL: _(
            "The website conforms fully to the annex to the Act of 4 April 2019 on the digital "
            "accessibility of websites and mobile applications of public bodies."
        ),
        Declaration.Conformance.PARTIAL: _(
            "The website conforms partially to the annex to the Act of 4 April 2019 on the digital "
            "accessibility of websites and mobile applications of public bodies, because of the "
            "contents named below."
        ),
        Declaration.Conformance.NONE: _(
            "The website does not conform to the annex to the Act of 4 April 2019 on the digital "
            "accessibility of websites and mobile applications of public bodies. The contents "
            "that are not accessible are named below."
        ),
    }
    return phrase(sentences.get(record.conformance, ""))


def _basis(record: Declaration) -> SafeString:
    sentences: dict[str, str] = {
        Declaration.Basis.SELF: _(
            "The declaration was prepared on the basis of a self-assessment by the public body."
        ),
        Declaration.Basis.EXTERNAL: _(
            "The declaration was prepared on the basis of an audit by %(assessor)s."
        ),
        Declaration.Basis.CONTRACTOR: _(
            "The declaration was prepared on the basis of a statement of the contractor, "
            "%(assessor)s."
        ),
    }
    return phrase(sentences.get(record.basis, ""), assessor=translated(record, "assessor"))


def _contact(record: Declaration, body: PublicBody) -> SafeString:
    if record.contact:
        name = translated(record, "contact")
    else:
        name = translated(body, "unit" if body.unit else "name")
    return format_html('<span id="a11y-kontakt">{}</span>', name)


def _link(id_: str, address: str, label: str) -> SafeString:
    if not label:
        return SafeString("")
    return format_html('<a id="{}" href="{}">{}</a>', id_, address, label)


def _day(id_: str, day: date | None) -> SafeString:
    if day is None:
        return SafeString("")
    told = historical_date_text(HistoricalDate.of_day(day))
    return format_html('<time id="{}" datetime="{}">{}</time>', id_, day.isoformat(), told)
