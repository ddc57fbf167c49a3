from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from twinning.publishing.fields import RichTextField
from twinning.publishing.models import OnlyOne, PublicBody, Publishable, PublishableQuerySet
from twinning.site.models.whole import Missing, Whole


class ReuseNotice(Whole, OnlyOne, Publishable):
    """On which conditions public sector information is used again.

    The licence is that of `public_body()`.
    """

    needed = {"scope": _("scope"), "conditions": _("conditions")}

    introduction = RichTextField(_("introduction"), blank=True)
    scope = RichTextField(_("scope"), blank=True, help_text=_("What may be used again."))
    conditions = RichTextField(
        _("conditions"),
        blank=True,
        help_text=_("Source, time of creation and of acquisition, whether it was processed."),
    )
    exceptions = RichTextField(
        _("what is excepted"), blank=True, help_text=_("Such as works of others.")
    )
    liability = RichTextField(_("liability"), blank=True)
    requests = RichTextField(
        _("requests"), blank=True, help_text=_("For what isn’t published, or on other conditions.")
    )

    objects = models.Manager.from_queryset(PublishableQuerySet["ReuseNotice"])()

    class Meta(Publishable.Meta):
        verbose_name = _("reuse of public sector information")
        verbose_name_plural = _("reuse of public sector information")
        constraints = [*Publishable.Meta.constraints, *OnlyOne.Meta.constraints]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def get_absolute_url(self) -> str:
        return reverse("reuse")

    def missing(self, body: PublicBody) -> Missing:
        found = super().missing(body)
        if not body.name:
            found.append((NON_FIELD_ERRORS, str(_("name"))))
        return found
