from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.models.source import Source
from twinning.media.models import Document
from twinning.publishing.models import Part


class AttachedDocumentQuerySet(models.QuerySet["AttachedDocument"]):
    def with_documents(self) -> Self:
        return self.select_related("document")


class AttachedDocument(Part):
    """A PDF that a record's page offers for download."""

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", verbose_name=_("PDF document")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = models.Manager.from_queryset(AttachedDocumentQuerySet)()

    class Meta:
        abstract = True
        verbose_name = _("PDF document")
        verbose_name_plural = _("PDF documents")
        ordering: ClassVar[list[str]] = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.document)


class EventDocument(AttachedDocument):
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="event_documents")

    class Meta(AttachedDocument.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["event", "document"], name="events_eventdocument_once_per_event"
            )
        ]


class SourceDocument(AttachedDocument):
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="source_documents")

    class Meta(AttachedDocument.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "document"], name="events_sourcedocument_once_per_source"
            )
        ]
