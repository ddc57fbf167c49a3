from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models.limits import homes_of
from twinning.media.models import Image
from twinning.publishing.models import (
    Addressed,
    AddressedQuerySet,
    Findable,
    Versioned,
    refuse_reserved_segment,
)

if TYPE_CHECKING:
    from twinning.publishing.models import User


class PlaceQuerySet(AddressedQuerySet["Place"]):
    def homes(self) -> Self:
        """The cities whose partnerships this installation records."""
        return self.filter(is_home=True)

    def given_to(self, user: "User") -> Self:
        """The home cities that an editor is limited to; none for who edits for all of them."""
        return self.filter(editing_rights__user=user)

    def editable_by(self, user: "User") -> Self:
        """What `user` may change: everything, or all but the home cities of others."""
        homes = homes_of(user)
        if homes is None:
            return self
        return self.filter(models.Q(is_home=False) | models.Q(pk__in=homes))


class Place(Addressed, Findable, Versioned):
    """A city or a region."""

    find_fields = ("name", "local_name", "aliases", "locative")

    class Kind(models.TextChoices):
        CITY = "city", _("city")
        REGION = "region", _("region")

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.CITY)
    local_name = models.CharField(
        _("local name"),
        max_length=120,
        blank=True,
        help_text=_("The name in the place's own language, in its own script."),
    )
    local_language = models.CharField(
        _("language of the local name"),
        max_length=12,
        blank=True,
        help_text=_("A language code such as “fr”, “uk” or “zh-Hans”."),
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Use two capital letters, such as FR."))],
        help_text=_("The two-letter code of ISO 3166, such as FR or PL."),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("region"),
    )
    is_home = models.BooleanField(
        _("home city"),
        default=False,
        help_text=_("A city whose own partnerships this site records."),
    )
    description = models.TextField(_("description"), blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=7,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=7,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(
        _("year of the population figure"), null=True, blank=True
    )
    population_source = models.CharField(
        _("source of the population figure"), max_length=200, blank=True
    )
    website = models.URLField(_("website"), blank=True)
    wikidata_id = models.CharField(
        _("Wikidata identifier"),
        max_length=16,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9][0-9]*$", _("Use a form such as Q588."))],
    )
    coat_of_arms = models.ForeignKey(
        Image,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("coat of arms"),
    )
    genitive = models.CharField(
        _("genitive"), max_length=120, blank=True, help_text=_("Polish: “z …”, as in z Katowic.")
    )
    dative = models.CharField(_("dative"), max_length=120, blank=True)
    instrumental = models.CharField(
        _("instrumental"),
        max_length=120,
        blank=True,
        help_text=_("Polish: “z …”, as in z Kolonią."),
    )
    locative = models.CharField(
        _("locative"), max_length=120, blank=True, help_text=_("Polish: “w …”, as in w Katowicach.")
    )
    aliases = models.TextField(
        _("other spellings"),
        blank=True,
        help_text=_("One a line: former and foreign names under which people look for the place."),
    )

    objects = models.Manager.from_queryset(PlaceQuerySet)()

    class Meta(Versioned.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(
                    latitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__isnull=False,
                    longitude__range=(-180, 180),
                ),
                name="partners_place_position_whole_or_absent",
                violation_error_message=_("Give both latitude and longitude, or neither."),
            ),
            models.CheckConstraint(
                condition=models.Q(population=None)
                | (models.Q(population_year__isnull=False) & ~models.Q(population_source="")),
                name="partners_place_population_is_sourced",
                violation_error_message=_("A population needs its year and its source."),
            ),
            models.CheckConstraint(
                condition=models.Q(local_name="") | ~models.Q(local_language=""),
                name="partners_place_local_name_has_language",
                violation_error_message=_("A local name needs the code of its language."),
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("pk")),
                name="partners_place_not_its_own_region",
                violation_error_message=_("A place can't be its own region."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        for code, _name in settings.LANGUAGES:
            refuse_reserved_segment(self.in_language("slug", code))

    def get_absolute_url(self) -> str:
        return reverse("home_city", args=[self.slug])

    def preview_address(self) -> str | None:
        """Only home cities have a page of their own."""
        return self.get_absolute_url() if self.is_home else None

    @property
    def alias_list(self) -> list[str]:
        return [line.strip() for line in self.aliases.splitlines() if line.strip()]
