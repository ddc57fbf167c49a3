"""The headings under which a notice tells its fields, in their order."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models import Publishable
from twinning.site.models import PrivacyNotice, ReuseNotice

HEADINGS: dict[type[Publishable], dict[str, str | Promise]] = {
    PrivacyNotice: {
        "purposes": _("Why data are processed"),
        "bases": _("Legal bases"),
        "categories": _("Which data"),
        "recipients": _("Who receives data"),
        "retention": _("How long data are kept"),
        "cookies": _("Cookies and server logs"),
        "rights": _("Your rights"),
        "complaint": _("Complaint to the supervisory authority"),
        "more": _("Further information"),
    },
    ReuseNotice: {
        "scope": _("What may be used again"),
        "conditions": _("Conditions"),
        "exceptions": _("What is excepted"),
        "liability": _("Liability"),
        "requests": _("Requests for reuse"),
    },
}


def sections(notice: Any) -> list[tuple[str | Promise, str]]:
    """Heading and field of each part that says something."""
    return [
        (heading, field)
        for field, heading in HEADINGS[type(notice)].items()
        if getattr(notice, field)
    ]
