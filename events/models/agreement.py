from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Min, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from partners.models import Network, Organisation, Partnership, Person, Place, homes_of
from twinning.dates.fields import HistoricalDateField
from twinning.publishing.models import (
    Addressed,
    AddressedQuerySet,
    Findable,
    Part,
    Publishable,
    PublishableQuerySet,
    is_public,
)

if TYPE_CHECKING:
    from twinning.publishing.models import User


class AgreementQuerySet(AddressedQuerySet["Agreement"], PublishableQuerySet["Agreement"]):
    def of_partnership(self, partnership: Partnership) -> Self:
        return self.filter(partnership=partnership)

    def editable_by(self, user: "User") -> Self:
        """What `user` may change: all, or the agreements of the home cities given to them."""
        homes = homes_of(user)
        if homes is None:
            return self
        return self.filter(partnership__home__in=homes)

    def in_order(self) -> Self:
        """By their first acts; those without any last."""
        return self.annotate(began=Min("acts__date_earliest")).order_by(
            F("began").asc(nulls_last=True), "pk"
        )

    def with_dates(self) -> Self:
        """With acts in order and their published events, and no more."""
        events = Prefetch("event", queryset=Event.objects.published())
        acts = Act.objects.prefetch_related(events)
        return self.prefetch_related(Prefetch("acts", queryset=acts))

    def with_acts(self) -> Self:
        """With acts in order, their places, signatories and published events."""
        events = Prefetch("event", queryset=Event.objects.published())
        acts = Act.objects.with_signatories().prefetch_related(events)
        return self.prefetch_related(Prefetch("acts", queryset=acts))


class Agreement(Addressed, Findable, Publishable):
    """A letter of intent, twinning agreement, protocol or supplement. Its dates are its acts'."""

    class Kind(models.TextChoices):
        LETTER_OF_INTENT = "letter_of_intent", _("letter of intent")
        TWINNING_AGREEMENT = "twinning_agreement", _("twinning agreement")
        PROTOCOL = "protocol", _("protocol")
        SUPPLEMENT = "supplement", _("supplement")
        DECLARATION = "declaration", _("declaration")

    slug_source = "title"
    find_fields = ("title",)

    kind = models.CharField(_("kind"), max_length=24, choices=Kind)
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    partnership = models.ForeignKey(
        Partnership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("partnership"),
    )
    network = models.ForeignKey(
        Network,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("network"),
    )
    supplement_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="supplements",
        verbose_name=_("supplement to"),
    )

    objects = models.Manager.from_queryset(AgreementQuerySet)()

    class Meta(Publishable.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["title"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(partnership__isnull=False) | Q(network__isnull=False),
                name="events_agreement_between_somebody",
                violation_error_message=_("Choose the partnership or the network it belongs to."),
            ),
            models.CheckConstraint(
                condition=~Q(supplement_to=models.F("pk")),
                name="events_agreement_not_its_own_supplement",
                violation_error_message=_("An agreement can't be its own supplement."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("agreement", args=[self.slug])


class ActQuerySet(models.QuerySet["Act"]):
    def of_published_agreements(self) -> Self:
        return self.filter(is_public("agreement")).select_related("agreement")

    def with_signatories(self) -> Self:
        """With their places and whoever may be named of those who signed."""
        signatories = Prefetch("signatories", queryset=Signatory.objects.public())
        return self.select_related("place").prefetch_related(signatories)

    def signings_of(self, agreements: AgreementQuerySet) -> Self:
        """The signatures under these agreements of partnerships that haven't ended, in order."""
        ended = Q(agreement__partnership__state=Partnership.State.ENDED)
        return (
            self.filter(agreement__in=agreements, kind__in=Act.SIGNINGS)
            .exclude(ended)
            .select_related(
                "agreement__partnership__home", "agreement__partnership__partner",
                "agreement__network",
            )
            .order_by("date_earliest", "-date_latest", "pk")
        )  # fmt: skip


class Act(Part):
    """One step in the life of an agreement."""

    class Kind(models.TextChoices):
        PREPARED = "prepared", _("prepared")
        SIGNED = "signed", _("signed")
        CONFIRMED = "confirmed", _("confirmed")
        RENEWED = "renewed", _("renewed")
        ENDED = "ended", _("ended")

    # What is a signature under the agreement, and makes the ribbons cross.
    SIGNINGS = (Kind.SIGNED, Kind.CONFIRMED, Kind.RENEWED)

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(_("act"), max_length=16, choices=Kind, default=Kind.SIGNED)
    date = HistoricalDateField(_("date"))
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="acts",
        verbose_name=_("place"),
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    event = models.ForeignKey(
        Event,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="acts",
        verbose_name=_("event"),
        help_text=_("The entry of the chronicle that tells of it."),
    )
    note = models.TextField(_("note"), blank=True)

    objects = models.Manager.from_queryset(ActQuerySet)()

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        ordering = ["date_earliest", "-date_latest", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.date}"

    @property
    def is_signing(self) -> bool:
        return self.kind in self.SIGNINGS


class SignatoryQuerySet(models.QuerySet["Signatory"]):
    def public(self) -> Self:
        """Those described by a function or a place alone, and those who or which are published."""
        return (
            self.filter(
                Q(person=None) | is_public("person"),
                Q(organisation=None) | is_public("organisation"),
            )
            .select_related("on_behalf_of")
            .prefetch_related("person", "organisation__former_names")
        )


class Signatory(Part):
    """Who signed, in what function, for whom."""

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="signatories")
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
        verbose_name=_("person"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
        verbose_name=_("organisation"),
    )
    function = models.CharField(_("function at that time"), max_length=200, blank=True)
    on_behalf_of = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("on behalf of"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = models.Manager.from_queryset(SignatoryQuerySet)()

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False)
                | Q(organisation__isnull=False)
                | Q(on_behalf_of__isnull=False)
                | ~Q(function=""),
                name="events_signatory_named_or_described",
                violation_error_message=_("Choose who signed, or for whom."),
            )
        ]

    def __str__(self) -> str:
        return str(self.person or self.organisation or self.on_behalf_of or self.function)
