from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from twinning.publishing.fields import RichTextField
from twinning.publishing.models import OnlyOne, PublicBody, Publishable, PublishableQuerySet
from twinning.site.models.whole import Missing, Whole


class PrivacyNotice(Whole, OnlyOne, Publishable):
    """What article 13 of the GDPR has readers told.

    Controller and officer are those of `public_body()`.
    """

    needed = {
        "updated": _("date of update"),
        "purposes": _("purposes"),
        "bases": _("legal bases"),
        "categories": _("categories of data"),
        "recipients": _("recipients"),
        "retention": _("how long data are kept"),
        "rights": _("rights"),
        "complaint": _("complaint to the supervisory authority"),
    }

    updated = models.DateField(_("date of update"), null=True, blank=True)
    introduction = RichTextField(_("introduction"), blank=True)
    purposes = RichTextField(_("purposes"), blank=True)
    bases = RichTextField(_("legal bases"), blank=True)
    categories = RichTextField(_("categories of data"), blank=True)
    recipients = RichTextField(_("recipients"), blank=True)
    retention = RichTextField(_("how long data are kept"), blank=True)
    rights = RichTextField(_("rights"), blank=True)
    complaint = RichTextField(_("complaint"), blank=True)
    cookies = RichTextField(_("cookies and server logs"), blank=True)
    more = RichTextField(_("anything else"), blank=True)

    objects = models.Manager.from_queryset(PublishableQuerySet["PrivacyNotice"])()

    class Meta(Publishable.Meta):
        verbose_name = _("privacy notice")
        verbose_name_plural = _("privacy notice")
        constraints = [*Publishable.Meta.constraints, *OnlyOne.Meta.constraints]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def get_absolute_url(self) -> str:
        return reverse("privacy")

    def missing(self, body: PublicBody) -> Missing:
        found = super().missing(body)
        if not body.name or not (body.address or body.email):
            found.append((NON_FIELD_ERRORS, str(_("name, and postal address or e-mail"))))
        if not body.has_officer:
            found.append((NON_FIELD_ERRORS, str(_("contact of the data protection officer"))))
        return found
