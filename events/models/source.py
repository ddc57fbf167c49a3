from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from twinning.dates.fields import HistoricalDateField
from twinning.media.models import Image
from twinning.publishing.fields import RichTextField
from twinning.publishing.models import (
    Addressed,
    AddressedQuerySet,
    Findable,
    Part,
    Publishable,
    PublishableQuerySet,
)


class SourceQuerySet(AddressedQuerySet["Source"], PublishableQuerySet["Source"]):
    def for_own_page(self) -> Self:
        """With its scanned pages and its documents."""
        from events.models.attached_document import SourceDocument

        documents = SourceDocument.objects.with_documents()
        return self.prefetch_related(
            "pages__image", models.Prefetch("source_documents", queryset=documents)
        )


class Source(Addressed, Findable, Publishable):
    """A document that entries rest on."""

    find_fields = ("title", "issuer", "addressee", "reference", "url")

    class Kind(models.TextChoices):
        WEB_PAGE = "web_page", _("web page")
        LETTER = "letter", _("letter")
        REPORT = "report", _("report")
        PRESS = "press", _("press")
        AGREEMENT = "agreement", _("agreement")

    slug_source = "title"

    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(
        _("language of the document"),
        max_length=12,
        default=settings.LANGUAGE_CODE,
        help_text=_("A code: “pl”."),
    )
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    addressee = models.CharField(_("addressee"), max_length=200, blank=True)
    reference = models.CharField(_("reference number"), max_length=80, blank=True)
    issued = HistoricalDateField(_("issued"), null=True, blank=True)
    received = HistoricalDateField(_("received"), null=True, blank=True)
    url = models.URLField(_("web address"), blank=True, max_length=500)
    accessed = models.DateField(_("read on"), null=True, blank=True)
    description = models.TextField(_("description"), blank=True)
    transcription = RichTextField(
        _("transcription"),
        blank=True,
        help_text=_("The text of the document, to be selected, searched and read aloud."),
    )
    rights = models.CharField(_("rights"), max_length=300, blank=True)

    objects = models.Manager.from_queryset(SourceQuerySet)()

    class Meta(Publishable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(issued_earliest=None)
                | models.Q(received_latest=None)
                | models.Q(issued_earliest__lte=models.F("received_latest")),
                name="events_source_issued_before_received",
                violation_error_message=_("A document can't be received before it is issued."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.slug])


class SourcePage(Part):
    """A scanned page of a document."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="pages")
    image = models.ForeignKey(
        Image, on_delete=models.PROTECT, related_name="+", verbose_name=_("image")
    )
    order = models.PositiveSmallIntegerField(_("page"), default=1)

    class Meta:
        verbose_name = _("scanned page")
        verbose_name_plural = _("scanned pages")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "order"], name="events_sourcepage_once_per_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}, {self.order}"
