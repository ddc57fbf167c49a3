import re

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models.only_one import OnlyOne
from twinning.publishing.models.version import Versioned

PHONE = RegexValidator(
    r"^\+?[0-9](?:[0-9 ()-]{4,22})[0-9]$",
    _("Write the number with digits and spaces, such as +48 32 000 00 00."),
)


class DataLicence(models.TextChoices):
    """On which terms the site's own texts and data may be used again; empty is the act alone."""

    CC0 = "cc0", "CC0 1.0"
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"


LICENCE_ADDRESSES = {
    DataLicence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    DataLicence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    DataLicence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
}


class PublicBody(OnlyOne, Versioned):
    """Who runs the site: the one record that every page, feed and file names its publisher from.

    Read it with `public_body()`. There is one for the whole installation, whatever the number of
    home cities: one body answers for a site. It is public as soon as it is saved; what is empty is
    left out.
    """

    name = models.CharField(
        _("name"),
        max_length=200,
        help_text=_("The public body in full, as it signs its letters."),
    )
    unit = models.CharField(
        _("unit"),
        max_length=200,
        blank=True,
        help_text=_("The department that writes this site."),
    )
    address = models.TextField(
        _("postal address"), blank=True, help_text=_("Street and number; postcode and town.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=25, blank=True, validators=[PHONE])
    hours = models.CharField(_("office hours"), max_length=200, blank=True)
    website = models.URLField(_("website"), blank=True)
    electronic_delivery = models.CharField(
        _("address for electronic delivery"),
        max_length=60,
        blank=True,
        help_text=_("Such as AE:PL-12345-67890-ABCDE-12."),
    )
    officer_name = models.CharField(_("name"), max_length=120, blank=True)
    officer_email = models.EmailField(_("e-mail"), blank=True)
    officer_phone = models.CharField(_("telephone"), max_length=25, blank=True, validators=[PHONE])
    easy_text_url = models.URLField(
        _("easy-to-read text (ETR)"), blank=True, help_text=_("The page of the city’s own site.")
    )
    sign_language_url = models.URLField(
        _("Polish Sign Language (PJM)"),
        blank=True,
        help_text=_("The page of the city’s own site."),
    )
    bulletin_url = models.URLField(
        _("Public Information Bulletin (BIP)"),
        blank=True,
        help_text=_("The page of the city’s own site."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=16,
        choices=DataLicence,
        blank=True,
        help_text=_(
            "On which terms texts and data of this site may be used again. Left empty, the "
            "conditions of the reuse page stand alone. A picture has a licence of its own."
        ),
    )
    site_published = models.DateField(
        _("site first published"), null=True, blank=True, help_text=_("The day it went public.")
    )
    site_changed = models.DateField(
        _("site last changed significantly"),
        null=True,
        blank=True,
        help_text=_("A new layout or a new kind of page, not a new entry."),
    )

    class Meta(Versioned.Meta):
        verbose_name = _("public body")
        verbose_name_plural = _("public body")
        constraints = [
            *OnlyOne.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(site_published=None)
                | models.Q(site_changed=None)
                | models.Q(site_published__lte=models.F("site_changed")),
                name="publishing_publicbody_published_before_changed",
                violation_error_message=_("The site can’t have changed before it was published."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def preview_address(self) -> str:
        return reverse("contact")

    @property
    def licence_address(self) -> str:
        """The address of the licence's text, which also identifies it; empty without one."""
        return LICENCE_ADDRESSES[DataLicence(self.licence)] if self.licence else ""

    @property
    def address_lines(self) -> list[str]:
        return [line.strip() for line in self.address.splitlines() if line.strip()]

    @property
    def phone_address(self) -> str:
        return telephone_address(self.phone)

    @property
    def officer_phone_address(self) -> str:
        return telephone_address(self.officer_phone)

    @property
    def has_contact(self) -> bool:
        return any((self.address, self.email, self.phone, self.electronic_delivery))

    @property
    def has_officer(self) -> bool:
        return any((self.officer_email, self.officer_phone))


def telephone_address(number: str) -> str:
    """What a link calls: “tel:+48320000000”."""
    return "tel:" + re.sub(r"[^0-9+]", "", number)
