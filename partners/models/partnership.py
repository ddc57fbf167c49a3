from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from partners.models.limits import homes_of
from partners.models.place import Place
from partners.models.topic import Topic
from twinning.dates.fields import HistoricalDateField
from twinning.publishing.fields import RichTextField
from twinning.publishing.models import Part, Publishable, PublishableQuerySet

if TYPE_CHECKING:
    from twinning.publishing.models import User


class PartnershipQuerySet(PublishableQuerySet["Partnership"]):
    def with_places(self) -> Self:
        return self.select_related("home", "partner")

    def of_home(self, home: Place) -> Self:
        return self.filter(home=home)

    def at(self, home: str, partner: str) -> Self:
        """The partnership at `/home/partner/`, both slugs in the active language."""
        code = get_language()
        return self.filter(
            **{f"home__slug_{code}": home, f"partner__slug_{code}": partner, "home__is_home": True}
        )

    def editable_by(self, user: "User") -> Self:
        """What `user` may change: everything, or what belongs to the home cities given to them."""
        homes = homes_of(user)
        if homes is None:
            return self
        return self.filter(home__in=homes)

    def get_by_natural_key(self, home: str, partner: str) -> "Partnership":
        slug = f"slug_{settings.LANGUAGE_CODE}"
        return self.get(**{f"home__{slug}": home, f"partner__{slug}": partner})


class Partnership(Publishable):
    """A home city and one of its partners. Its dates come from its agreements."""

    class Kind(models.TextChoices):
        PARTNERSHIP = "partnership", _("Partnership")
        FRIENDSHIP = "friendship", _("Friendship")
        CONTACT = "contact", _("Contact")
        PROJECT = "project", _("Project")

    class State(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("partnership", "active")
        DORMANT = "dormant", pgettext_lazy("partnership", "dormant")
        ENDED = "ended", pgettext_lazy("partnership", "ended")

    class Ribbon(models.TextChoices):
        MADDER = "madder", _("madder")
        OCHRE = "ochre", _("ochre")
        MOSS = "moss", _("moss")
        TEAL = "teal", _("teal")
        PLUM = "plum", _("plum")
        SLATE = "slate", _("slate")
        RUST = "rust", _("rust")
        OLIVE = "olive", _("olive")
        INDIGO = "indigo", _("indigo")
        ROSE = "rose", _("rose")
        PINE = "pine", _("pine")
        UMBER = "umber", _("umber")

    home = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        related_name="partnerships",
        limit_choices_to={"is_home": True},
        verbose_name=_("home city"),
    )
    partner = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        related_name="partnerships_as_partner",
        verbose_name=_("partner"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.PARTNERSHIP)
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.ACTIVE)
    state_since = HistoricalDateField(_("in this state since"), null=True, blank=True)
    ribbon = models.CharField(
        _("ribbon colour"),
        max_length=16,
        choices=Ribbon,
        default=Ribbon.MADDER,
        help_text=_("The partner's ribbon in the chronicle. The home city's is always the same."),
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("One or two sentences for lists and search engines.")
    )
    introduction = RichTextField(_("introduction"), blank=True)
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="partnerships", verbose_name=_("topics")
    )

    objects = models.Manager.from_queryset(PartnershipQuerySet)()

    class Meta(Publishable.Meta):
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["home__name", "partner__name"]
        constraints = [
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                fields=["home", "partner"],
                name="partners_partnership_once_per_pair",
                violation_error_message=_("These two places already have a partnership here."),
            ),
            models.CheckConstraint(
                condition=~Q(home=F("partner")),
                name="partners_partnership_of_two_places",
                violation_error_message=_("A city can't be its own partner."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.home} – {self.partner}"

    def natural_key(self) -> tuple[str, str]:
        return (self.home.natural_key()[0], self.partner.natural_key()[0])

    natural_key.dependencies = ["partners.place"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        return reverse("partnership", args=[self.home.slug, self.partner.slug])


class ReasonToVisit(Part):
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="reasons")
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("reason to visit")
        verbose_name_plural = _("reasons to visit")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title
