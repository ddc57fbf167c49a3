from django.db import models
from django.utils.translation import gettext_lazy as _

from twinning.publishing.models.public_body import LICENCE_ADDRESSES as PUBLISHED_TERMS


class Licence(models.TextChoices):
    """On which terms a picture or document may be used again."""

    CITY = "city", _("© the city, reuse as public sector information")
    AUTHOR = "author", _("© the author, by permission")
    CC0 = "cc0", "CC0 1.0"
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
    PUBLIC_DOMAIN = "public-domain", _("public domain")


# Of the same codes as those of the texts and data.
LICENCE_ADDRESSES: dict[str, str] = {str(each): url for each, url in PUBLISHED_TERMS.items()}
