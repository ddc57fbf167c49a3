from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models.organisation import Organisation
from partners.models.place import Place
from twinning.dates import HistoricalDate
from twinning.dates.fields import HistoricalDateField
from twinning.publishing.models import (
    Addressed,
    AddressedQuerySet,
    Findable,
    Part,
    Publishable,
    PublishableQuerySet,
)


class PersonQuerySet(AddressedQuerySet["Person"], PublishableQuerySet["Person"]):
    def with_offices(self) -> Self:
        return self.prefetch_related("offices__place", "offices__organisation__former_names")


class Person(Addressed, Findable, Publishable):
    """Somebody in a public function. A private person is never recorded by name."""

    slug_source = "full_name"
    find_fields = ("given_name", "family_name")
    find_parts = {"offices": ("title",)}

    given_name = models.CharField(_("given name"), max_length=80)
    family_name = models.CharField(_("family name"), max_length=80)
    summary = models.TextField(_("summary"), blank=True)

    objects = models.Manager.from_queryset(PersonQuerySet)()

    class Meta(Publishable.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["family_name", "given_name"]
        constraints = [*Publishable.Meta.constraints]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def in_language(self, field: str, language: str) -> str:
        if field == "full_name":
            return self.full_name
        return super().in_language(field, language)

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])

    def office_on(self, date: HistoricalDate) -> "Office | None":
        """The office held when `date` began; of several, the one begun last."""
        held = [office for office in self.offices.all() if office.covers(date)]
        return max(held, key=lambda office: office.held.earliest, default=None)


class Office(Part):
    """A public function: which, where and when."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="offices")
    title = models.CharField(
        _("office"), max_length=160, help_text=_("In full, such as “Mayor of Katowice”.")
    )
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name=_("place"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name=_("organisation"),
    )
    held = HistoricalDateField(_("held"))
    attested = models.BooleanField(
        _("dates of first and last mention"),
        default=False,
        help_text=_("The sources mention the office on these dates; the term may be longer."),
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["held_earliest", "-held_latest"]

    def __str__(self) -> str:
        return self.title

    def covers(self, date: HistoricalDate) -> bool:
        return bool(self.held.earliest <= date.earliest <= self.held.latest)
