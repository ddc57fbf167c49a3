from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from twinning.publishing.fields import RichTextField
from twinning.publishing.models import OnlyOne, PublicBody, Publishable, PublishableQuerySet
from twinning.publishing.models.public_body import PHONE
from twinning.site.models.whole import Missing, Whole


class Declaration(Whole, OnlyOne, Publishable):
    """The accessibility declaration, element by element as its technical conditions ask for.

    Source of the elements: “Warunki techniczne publikacji oraz struktura dokumentu elektronicznego
    deklaracji dostępności”, version 2.0 of 31 July 2024. The page is made by
    `twinning.site.law.declaration`; what the public body answers for comes from `public_body()`.
    """

    needed = {
        "conformance": _("a11y-status: the state"),
        "prepared": _("a11y-data-sporzadzenie: the day of its first preparation"),
        "basis": _("the basis of the assessment"),
        "architecture": _("a11y-architektura: address and accessibility of the building"),
        "has_interpreter": _(
            "a11y-komunikacja: whether a sign-language interpreter is reached online"
        ),
        "communication": _("a11y-komunikacja: accessibility of communication"),
    }

    class Conformance(models.TextChoices):
        FULL = "full", _("conforms fully")
        PARTIAL = "partial", _("conforms partially")
        NONE = "none", _("does not conform")

    class Basis(models.TextChoices):
        SELF = "self", _("self-assessment by the public body")
        EXTERNAL = "external", _("audit by somebody outside")
        CONTRACTOR = "contractor", _("statement of the contractor")

    conformance = models.CharField(_("state"), max_length=16, choices=Conformance, blank=True)
    status_wording = models.TextField(
        _("status sentence"),
        blank=True,
        help_text=_("Only where the standard sentence isn’t to be used; say the state in full."),
    )
    not_conforming = RichTextField(
        _("not in conformity"),
        blank=True,
        help_text=_("Which contents don’t meet which requirements, why, and what replaces them."),
    )
    excessive_cost = RichTextField(
        _("excessive cost"),
        blank=True,
        help_text=_(
            "Only where it is invoked; the assessment of the cost stands here or is linked."
        ),
    )
    cost_assessment_url = models.URLField(_("assessment of the cost"), blank=True)
    not_covered = RichTextField(_("contents outside the rules"), blank=True)
    prepared = models.DateField(_("first prepared on"), null=True, blank=True)
    basis = models.CharField(_("on the basis of"), max_length=16, choices=Basis, blank=True)
    assessor = models.CharField(
        _("who assessed"),
        max_length=200,
        blank=True,
        help_text=_("The name of the auditor or contractor."),
    )
    assessment = RichTextField(
        _("how it was assessed"), blank=True, help_text=_("What was tested, how, and when.")
    )
    preparation_heading = models.CharField(
        _("heading of this part"),
        max_length=120,
        blank=True,
        help_text=_("Only where the standard heading isn’t to be used."),
    )
    amenities = RichTextField(_("aids, limits and other information"), blank=True)
    shortcuts = RichTextField(
        _("keyboard shortcuts"), blank=True, help_text=_("Only where the site has its own.")
    )
    contact = models.CharField(
        _("contact"),
        max_length=200,
        blank=True,
        help_text=_("A person or a unit. Left empty: the unit of the public body."),
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Left empty: that of the public body.")
    )
    phone = models.CharField(
        _("telephone"),
        max_length=25,
        blank=True,
        validators=[PHONE],
        help_text=_("Left empty: that of the public body."),
    )
    procedure_more = RichTextField(
        _("more on requests and complaints"),
        blank=True,
        help_text=_("The deadlines, the complaint and the Ombudsman’s link stand there already."),
    )
    apps = RichTextField(
        _("mobile applications"), blank=True, help_text=_("With links; only if there are any.")
    )
    architecture = RichTextField(
        _("accessibility of the building"),
        blank=True,
        help_text=_("Its address, entrances, corridors, lifts, parking, guide dogs."),
    )
    architecture_url = models.URLField(_("description of the building"), blank=True)
    has_interpreter = models.BooleanField(
        _("sign-language interpreter online"), null=True, blank=True
    )
    interpreter_url = models.URLField(_("address of the interpreter"), blank=True)
    communication = RichTextField(
        _("accessibility of communication"),
        blank=True,
        help_text=_(
            "How deaf and hard-of-hearing people reach the office, induction loops and so on."
        ),
    )

    objects = models.Manager.from_queryset(PublishableQuerySet["Declaration"])()

    class Meta(Publishable.Meta):
        verbose_name = _("accessibility declaration")
        verbose_name_plural = _("accessibility declaration")
        constraints = [*Publishable.Meta.constraints, *OnlyOne.Meta.constraints]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def get_absolute_url(self) -> str:
        return reverse("accessibility")

    def missing(self, body: PublicBody) -> Missing:
        found = super().missing(body)
        told = ("not_conforming", "excessive_cost", "not_covered")
        if self.has_barriers and all(map(self._is_empty, told)):
            found.append(("not_conforming", str(_("the contents that aren’t accessible"))))
        if self.cost_assessment_url and self._is_empty("excessive_cost"):
            found.append(("excessive_cost", str(_("a11y-ocena: why the cost is excessive"))))
        if self.basis and self.basis != self.Basis.SELF and not self.assessor:
            found.append(("assessor", str(_("who assessed"))))
        if self.interpreter_url and not self.has_interpreter:
            found.append(("has_interpreter", str(_("the interpreter whose address is given"))))
        of_body = {
            _("a11y-podmiot: name"): body.name,
            _("a11y-data-publikacja: site first published"): body.site_published,
            _("a11y-data-aktualizacja: site last changed significantly"): body.site_changed,
            _("a11y-email: e-mail"): self.email or body.email,
            _("a11y-telefon: telephone"): self.phone or body.phone,
        }
        found += [(NON_FIELD_ERRORS, str(told)) for told, value in of_body.items() if not value]
        return found

    @property
    def has_barriers(self) -> bool:
        """Whether the declaration has to tell what isn't accessible."""
        return self.conformance in (self.Conformance.PARTIAL, self.Conformance.NONE)
